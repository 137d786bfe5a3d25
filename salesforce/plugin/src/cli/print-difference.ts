import type { SfCommand } from '@salesforce/sf-plugins-core';
import type { PolicyDifference } from '../results/policy-results.ts';

/** Shows the counts by kind, and under them each change with what it says before and after. */
export function printDifference(command: SfCommand<unknown>, { changes, counts }: PolicyDifference): void {
  command.table({
    data: counts.map((count) => ({ ...count })),
    columns: ['kind', 'added', 'removed', 'changed', 'moved'],
  });
  for (const { kind, name, change, before, after } of changes) {
    command.log(`${change} ${kind} ${name}`);
    if (before !== null) command.log(`  - ${before}`);
    if (after !== null) command.log(`  + ${after}`);
  }
}
