import type { DecisionContext, DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { decideInTurn } from './decide-in-turn.ts';
import { largest, mean, median } from './statistics.ts';

/** Parts of the decision by the names under which the record keeps them. */
const parts = [
  ['hashes of snapshots', ['policy', 'roster', 'calendars']],
  ['inquiry', ['inquiry', 'owner', 'ownerBasis']],
  ['scores', ['fit', 'engagement', 'intent', 'capacity', 'signals', 'confidence', 'tier']],
  ['choice with traces', ['choice']],
  ['assignment with ledger', ['assignment']],
  ['clock', ['clock']],
  ['problems', ['problems', 'truncated']],
  ['facts', ['facts']],
  ['actions', ['actions']],
] as const;

/** How many characters a record has, and which part of it has them. */
export function benchRecordSize(inputs: readonly DecisionInput[], context: DecisionContext, reporter: Reporter): void {
  const decisionSizes: number[] = [];
  const personalSizes: number[] = [];
  const partSizes = parts.map((): number[] => []);
  let truncatedCount = 0;
  decideInTurn(inputs, context, ({ decisionText, personalText }) => {
    decisionSizes.push(decisionText.length);
    personalSizes.push(personalText.length);
    const record = JSON.parse(decisionText) as Record<string, unknown>;
    truncatedCount += record.truncated === undefined ? 0 : 1;
    for (const [place, [, names]] of parts.entries()) {
      partSizes[place]!.push(writtenSize(record, names));
    }
  });
  const sizes = decisionSizes.map((size, place) => size + personalSizes[place]!);
  reporter.heading('Record size, both parts together, 60 rules and 40 reps');
  reporter.figure('record, median', median(sizes), 'characters', atMost(3_000));
  reporter.figure('record, longest', largest(sizes), 'characters', atMost(12_000));
  reporter.figure('  personal part, mean', mean(personalSizes), 'characters');
  reporter.figure('  decision part, mean', mean(decisionSizes), 'characters');
  for (const [place, [label]] of parts.entries()) {
    reporter.figure(`    ${label}`, mean(partSizes[place]!), 'characters');
  }
  reporter.note(`${truncatedCount} of ${inputs.length.toLocaleString('en-US')} truncated`);
}

/** With names, quotes and the comma before; values are written as the record has them, since all of it is ASCII. */
function writtenSize(record: Record<string, unknown>, names: readonly string[]): number {
  return names
    .filter((name) => record[name] !== undefined)
    .reduce((size, name) => size + name.length + 4 + JSON.stringify(record[name]).length, 0);
}
