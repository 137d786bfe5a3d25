import { createRequire } from 'node:module';
import path from 'node:path';
import { listFiles } from './apex-sources.ts';
import type { Finding } from './finding.ts';

type Violation = { lineNumber?: number; name?: string };
type RuleResult = { ruleName: string; occurs: boolean; details: Violation[]; errorMessage?: string };
type Scanned = { flow: { uri?: string; name: string }; ruleResults: RuleResult[] };
type Parsed = { uri: string; errorMessage?: string };
type Scanner = { parse(files: string[]): Promise<Parsed[]>; scan(parsed: Parsed[]): Scanned[] };

// Ours are named as everything here is, in one word with a prefix.
const notOurs = ['FlowName'];

/**
 * What a scanner of flows has against those below the folders, such as records changed in a loop and ids.
 *
 * Example: a flow that updates a record in a loop gives `[{ code: 'APC028', … }]`.
 */
export async function checkFlows(folders: string[]): Promise<{ findings: Finding[]; count: number }> {
  const files = folders.flatMap(listFiles).filter((file) => /\.flow-meta\.xml$/i.test(file));
  if (files.length === 0) return { findings: [], count: 0 };
  const require = createRequire(path.join(import.meta.dirname, 'package.json'));
  const scanner = require('lightning-flow-scanner-core') as Scanner;
  const findings: Finding[] = [];
  for (const file of files) {
    const parsed = await scanner.parse([file]);
    const unread = parsed.find((each) => each.errorMessage !== undefined);
    if (unread !== undefined) findings.push(makeFinding(file, 1, `The scanner cannot read it: ${unread.errorMessage}`));
    else findings.push(...scanner.scan(parsed).flatMap((scanned) => readResults(file, scanned)));
  }
  return { findings, count: files.length };
}

function readResults(file: string, { ruleResults }: Scanned): Finding[] {
  return ruleResults
    .filter(
      ({ occurs, errorMessage, ruleName }) => (occurs || errorMessage !== undefined) && !notOurs.includes(ruleName),
    )
    .flatMap(({ ruleName, details, errorMessage }) =>
      (details.length > 0 ? details : [{}]).map(({ lineNumber = 1, name }: Violation) => {
        const about = name === undefined || name === 'undefined' ? '' : ` at ${name}`;
        return makeFinding(
          file,
          lineNumber,
          `${ruleName}${about}${errorMessage === undefined ? '' : `: ${errorMessage}`}.`,
        );
      }),
    );
}

function makeFinding(file: string, line: number, cause: string): Finding {
  const next = 'change the flow as the rule of this name of the Lightning Flow Scanner says.';
  return { file, line, column: 0, code: 'APC028', message: `${cause} Next: ${next}` };
}
