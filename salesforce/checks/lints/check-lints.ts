import type { ApexSources } from '../apex-sources.ts';
import type { Finding } from '../finding.ts';
import { listWaivedLines } from '../waived-lines.ts';
import { readApexFile, type ApexFile, type Lint } from './apex-file.ts';
import { assertInTests } from './assert-in-tests.ts';
import { compareStrings } from './compare-strings.ts';
import { finalizeQueueables } from './finalize-queueables.ts';
import { noDataAccessInLoop } from './no-data-access-in-loop.ts';
import { noHardCodedId } from './no-hard-coded-id.ts';
import { qualifyTypes } from './qualify-types.ts';
import { shapeInvocable } from './shape-invocable.ts';
import { stateMode } from './state-mode.ts';
import { stateSharing } from './state-sharing.ts';

/** The project's own rules, for what Salesforce's type checker and analyzer do not tell. */
export const lints: Lint[] = [
  stateSharing,
  stateMode,
  noHardCodedId,
  shapeInvocable,
  qualifyTypes,
  assertInTests,
  finalizeQueueables,
  compareStrings,
  noDataAccessInLoop,
];

/**
 * Everything that the project's own rules have against the sources. A rule is waived for some lines in the one form
 * that the check "waivers" knows, with the engine `lints`.
 *
 * Example: `insert leads;` gives `[{ code: 'APC031', … }]`.
 */
export function checkLints(sources: ApexSources): Finding[] {
  return sources.files.flatMap((each) => {
    const file = readApexFile(each);
    return lints.flatMap((lint) => applyLint(lint, file));
  });
}

function applyLint(lint: Lint, file: ApexFile): Finding[] {
  const waived = listWaivedLines(file.text, `lints:${lint.code}`);
  return lint
    .find(file)
    .filter(({ node }) => !waived.some(([from, to]) => node.start.line >= from && node.start.line <= to))
    .map(({ node, cause, next }) => ({
      file: file.file,
      line: node.start.line,
      column: node.start.column,
      code: lint.code,
      message: `${cause} Next: ${next}.`,
    }));
}
