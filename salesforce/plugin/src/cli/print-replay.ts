import type { Messages } from '@salesforce/core';
import type { SfCommand } from '@salesforce/sf-plugins-core';
import { formatInstant } from '../../../../core/src/author/cli/write-out.ts';
import type { Move, ReplaySummary } from '../results/replay-result.ts';

/** Shows what moves: destinations, owners, clocks, load and fairness, and at last some leads. */
export function printReplay(command: SfCommand<unknown>, messages: Messages<string>, summary: ReplaySummary): void {
  const { leads, moved, firstDecidedAt, lastDecidedAt, clocks } = summary;
  if (firstDecidedAt === null || lastDecidedAt === null) {
    command.log(messages.getMessage('nothing'));
    return;
  }
  const span = [String(leads), formatInstant(firstDecidedAt), formatInstant(lastDecidedAt)];
  command.log(
    moved === 0 ? messages.getMessage('unmoved', span) : messages.getMessage('summaryLine', [String(moved), ...span]),
  );
  printMoves(command, 'Destinations', summary.destinations);
  printMoves(command, 'Owners', summary.owners);
  printMoves(command, 'Response promises', clocks.promises);
  command.log(messages.getMessage('clocks', [clocks.earlier, clocks.later, clocks.same].map(String)));
  command.table({
    title: 'Load',
    data: summary.load.map(({ label, before, after }) => ({
      owner: label,
      before,
      after,
      change: signed(after - before),
    })),
    columns: ['owner', 'before', 'after', 'change'],
  });
  if (summary.fairness.length > 0) {
    command.table({
      title: 'Fairness: the largest deviation from a fair share, in leads',
      data: summary.fairness.map((each) => ({ ...each })),
      columns: [
        'pool',
        { key: 'turnsBefore', name: 'turns before' },
        { key: 'turnsAfter', name: 'turns after' },
        { key: 'largestDeviationBefore', name: 'deviation before' },
        { key: 'largestDeviationAfter', name: 'deviation after' },
      ],
    });
  }
  for (const { decision, subjectId, before, after } of summary.examples) {
    command.log(`${decision}${subjectId === null ? '' : ` (${subjectId})`}\n  - ${before}\n  + ${after}`);
  }
}

function printMoves(command: SfCommand<unknown>, title: string, moves: readonly Move[]): void {
  if (moves.length === 0) return;
  command.table({ title, data: moves.map((each) => ({ ...each })), columns: ['from', 'to', 'leads'] });
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change);
}
