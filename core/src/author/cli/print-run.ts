import type { ReportData } from '../report/report-data.ts';
import type { Mapping } from '../run/mapping.ts';
import { bar, formatInstant, percent, tableOf } from './write-out.ts';

/** Shows which column fills which field, and which are left out. */
export function printMapping(mapping: Mapping, isGuessed: boolean, file: string): void {
  const used = Object.entries(mapping.columns).filter(([, field]) => field !== null);
  const left = Object.entries(mapping.columns).filter(([, field]) => field === null);
  console.log(isGuessed ? `Columns, guessed from their names (edit ${file} and give it with --map):` : 'Columns:');
  console.log(tableOf(used.map(([header, field]) => [header, '→', field!])));
  if (left.length > 0) {
    console.log(`  not used: ${left.map(([header]) => header).join(', ')}`);
  }
  console.log('');
}

/** What happened, on one screen. */
export function printRun(data: ReportData): void {
  const span =
    data.firstAt === null || data.lastAt === null ? '' : `, ${formatInstant(data.firstAt)} to ${formatInstant(data.lastAt)}`;
  console.log(`${data.leadCount} leads${span}`);
  console.log(`policy "${data.policyName}" ${data.policyHash.slice(0, 12)}, mode ${data.mode}${modeWords(data.mode)}\n`);
  console.log('Where they go');
  printCounts(data.destinations, data.leadCount);
  console.log('\nWhat decided');
  printCounts([...data.guards, ...data.rules, ...data.cells], data.leadCount);
  console.log('\nWho has them');
  printCounts(data.reps, data.leadCount);
  console.log('\nFairness: turns taken against the share that weight and presence earned');
  console.log(
    tableOf([
      ['pool', 'turns', 'members', 'furthest from their share'],
      ...data.pools
        .filter((pool) => pool.turns > 0)
        .map((pool) => [pool.label, pool.turns, pool.members.length, `${pool.largestDeviation.toFixed(2)} leads`]),
    ]),
  );
  console.log(`\nTo a person for low confidence: ${data.reviewedCount} (${percent(data.reviewedCount, data.leadCount)})`);
  if (data.problems.length > 0) {
    console.log('Listed problems of the data');
    console.log(tableOf(data.problems.map((problem) => [problem.key, problem.count, problem.label])));
  }
}

function modeWords(mode: ReportData['mode']): string {
  return mode === 'live' ? '' : ': recorded, nothing would be written to a CRM';
}

function printCounts(tallies: { label: string; count: number }[], total: number): void {
  const shown = tallies.filter((tally) => tally.count > 0).sort((one, other) => other.count - one.count);
  const most = shown[0]?.count ?? 0;
  console.log(
    tableOf(shown.map((tally) => [tally.label, tally.count, percent(tally.count, total).padStart(7), bar(tally.count, most, 24)])),
  );
}
