import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mode } from '../../decide/model/policy.ts';
import { createReportCollector } from '../report/create-report-collector.ts';
import { writeReport } from '../report/write-report.ts';
import { decideFile } from '../run/decide-file.ts';
import type { RunRequest, RunResult } from '../run/run-request.ts';
import type { SealedEnd } from '../run/seal-run.ts';
import { badInput, interrupted } from './end-with.ts';
import { printMapping } from './print-mapping.ts';
import { printMessages } from './print-messages.ts';
import { printRun } from './print-run.ts';
import { problemTexts } from './problem-texts.ts';
import { Progress } from './progress.ts';
import { watchStop } from './stop-signal.ts';
import { plain } from './write-out.ts';

const sampleFolder = fileURLToPath(new URL('../../../sample/', import.meta.url));

export type DecideOptions = {
  leads?: string;
  map?: string;
  policy?: string;
  roster?: string;
  accounts?: string;
  contacts?: string;
  activities?: string;
  out?: string;
  mode?: Mode;
  fresh?: boolean;
  listed: number;
  quiet?: boolean;
};

/** Decides a file, shows what happened, and writes the report. */
export async function runDecide(options: DecideOptions): Promise<void> {
  const request = requestOf(options);
  const isQuiet = options.quiet === true;
  const progress = new Progress(process.stderr.isTTY && !isQuiet);
  let result: RunResult;
  try {
    result = await decideFile(request, {
      onMapping: (mapping, headers, origin) => {
        if (!isQuiet && options.leads !== undefined) {
          printMapping(mapping, headers, origin, path.join(request.outFolder, 'mapping.json'));
        }
      },
      onProgress: (phase, done, total, rows) => {
        if (!isQuiet) {
          progress.show(phase, done, total, rows);
        }
      },
      collectorFor: (run) =>
        createReportCollector(run.policy, run.roster, {
          runName: path.basename(request.leadsFile),
          policyHash: run.context.policyHash,
          listCap: options.listed,
          timeZone: 'UTC',
          problemTexts,
        }),
      isStopped: watchStop(),
    });
  } finally {
    progress.stop();
  }
  if (result.sealed === null) {
    console.error(`\nStopped after ${result.decided} leads. Run the same command again to go on; nothing is lost.`);
    process.exitCode = interrupted;
    return;
  }
  await finish(result, result.sealed, options);
  process.exitCode = showMessages(result);
}

async function finish(result: RunResult, sealed: SealedEnd, options: DecideOptions): Promise<void> {
  const data = result.collector!.finish();
  await writeReport(data, result.folder.file('report.html'));
  if (options.quiet !== true) {
    printRun(data, result.run.roster);
    showNotes(result);
  }
  console.log(`\nReport   ${result.folder.file('report.html')}`);
  console.log(`Records  ${result.folder.file('decisions.jsonl')}, sealed with ${sealed.seal}`);
  const out = options.leads === undefined && options.out === undefined ? '' : ` --out ${quoted(result.folder.folder)}`;
  const example = result.exampleId === null ? '' : `npm start -- explain ${quoted(result.exampleId)}${out}     `;
  console.log(`Next     ${example}npm start -- verify${out}`);
}

/** For a shell: quotes where one would read a name otherwise. */
function quoted(name: string): string {
  return /^[\w./\\:-]+$/.test(name) ? name : JSON.stringify(name);
}

function showNotes(result: RunResult): void {
  if (result.continued > 0) {
    console.log(`\n${result.continued} of these records were there already and came out the same again.`);
  }
  if (result.earlierThanAbove > 0) {
    console.log(
      `\n${result.earlierThanAbove} leads came before the one above them in the file. They were decided in the file's order;` +
        '\nsort it by arrival for turns, caps and repeated visitors as they were at the time.',
    );
  }
  if (result.unnamedFields.length > 0) {
    console.log(`\nFields that the mapping does not name were not used: ${plain(result.unnamedFields.join(', '))}`);
  }
}

function showMessages(result: RunResult): number {
  if (result.messageCount === 0) {
    return 0;
  }
  printMessages(result.messages, result.messageCount, 'all else was decided', result.folder.file('problems.jsonl'));
  return badInput;
}

/** The sample comes with its own CRM; for other files only what was named is read. */
function requestOf(options: DecideOptions): RunRequest {
  const isSample = options.leads === undefined;
  const leadsFile = options.leads ?? path.join(sampleFolder, 'leads.csv');
  const given = (file: string | undefined, name: string): string | null =>
    file ?? (isSample ? path.join(sampleFolder, name) : null);
  return {
    leadsFile,
    mapFile: options.map ?? null,
    policyFile: options.policy ?? null,
    rosterFile: given(options.roster, 'roster.json'),
    accountsFile: given(options.accounts, 'accounts.csv'),
    contactsFile: given(options.contacts, 'contacts.csv'),
    activitiesFile: given(options.activities, 'activities.csv'),
    outFolder: options.out ?? path.join('runs', isSample ? 'sample' : path.basename(leadsFile).replace(/\.[^.]+$/, '')),
    mode: options.mode ?? null,
    isFresh: options.fresh === true || (isSample && options.out === undefined),
    startedAt: Date.now(),
  };
}
