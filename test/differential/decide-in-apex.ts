import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileProgram, type Program } from '../../sandbox/salesforce/apex/run/program.ts';
import { orgWithoutData, type Org } from '../../sandbox/salesforce/apex/run/org.ts';
import { readSource } from '../../sandbox/salesforce/apex/syntax/read-source.ts';
import { textsOf, type Answer, type LeadAnswer, type PolicyAnswer, type Texts } from './answer.ts';
import { recordJsonOf } from './decide-in-typescript.ts';
import type { Pair } from './pair.ts';

const root = path.join(import.meta.dirname, '..', '..');
const harness = 'SbxAnswers';

/** The text of every class that a folder holds, by file name. */
export function readClasses(folder: string): Map<string, string> {
  const files = readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.cls'));
  return new Map(files.map((file) => [file, readFileSync(path.join(root, folder, file), 'utf8')]));
}

/** The compiled engine as it is checked in. */
export function readEngineClasses(): Map<string, string> {
  return readClasses('salesforce/engine/classes');
}

/** A program of Apex classes; what keeps it from running is thrown with all its problems. */
export function compileClasses(classes: ReadonlyMap<string, string>, org: Org = orgWithoutData([])): Program {
  const sources = [...classes].map(([fileName, text]) => {
    const unit = readSource(text, fileName, 'class');
    if (unit.kind === 'problems') throw new Error(`${fileName} does not parse: ${JSON.stringify(unit)}`);
    return { fileName, unit };
  });
  const program = compileProgram(sources, { org });
  if (program.problems.length > 0) throw new Error(program.problems.map((each) => JSON.stringify(each)).join('\n'));
  return program;
}

/** An engine in Apex that answers pairs, each in a transaction of its own. */
export function apexEngine(engineClasses: ReadonlyMap<string, string>): (pair: Pair) => Texts {
  const program = compileClasses(new Map([...engineClasses, ...readClasses('test/differential/apex')]));
  return (pair) => answerInApex(program, pair);
}

function answerInApex(program: Program, pair: Pair): Texts {
  const transaction = program.begin();
  const ask = (method: string, ...args: string[]): unknown => transaction.call(harness, method, args);
  ask('take', pair.policyJson, pair.contextJson);
  const policy = JSON.parse(ask('answerPolicy', pair.rowsJson) as string) as PolicyAnswer;
  const leads = pair.leads.map((lead): LeadAnswer => {
    const answer = JSON.parse(ask('answerLead', lead.inputJson, lead.ledgersJson) as string) as LeadAnswer;
    return {
      ...answer,
      story: JSON.parse(
        ask('tellStory', recordJsonOf(answer.decisionText)) as string,
      ) as Answer['leads'][number]['story'],
    };
  });
  return textsOf({ policy, leads });
}
