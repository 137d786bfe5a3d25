import type { Roster } from '../../decide/model/roster.ts';
import type { ReportData } from '../report/report-data.ts';
import { bar, clipText, formatInstant, percent, tableOf, wordOf } from './write-out.ts';

const longestLabel = 54;
const barWidth = 16;

/** What happened, on one screen. */
export function printRun(data: ReportData, roster: Roster): void {
  const span =
    data.firstAt === null || data.lastAt === null
      ? ''
      : `, ${formatInstant(data.firstAt)} to ${formatInstant(data.lastAt)}`;
  console.log(`${data.leadCount} ${wordOf(data.leadCount, 'lead')}${span}`);
  console.log(`policy "${data.policyName}" ${data.policyHash.slice(0, 12)}, mode ${data.mode}${modeWords(data.mode)}`);
  printCounts('Where they go', data.destinations, data.leadCount);
  printCounts(
    'What decided',
    [...data.guards.map(guardCount), ...data.rules, ...data.cells.map(cellCount)],
    data.leadCount,
  );
  const people = new Set(roster.reps.map((rep) => rep.repKey));
  printCounts(
    'Who has them',
    data.reps.filter(({ repKey }) => people.has(repKey)),
    data.leadCount,
  );
  const queues = data.reps.filter(({ repKey }) => !people.has(repKey));
  printCounts('Which queues hold the others', queues.map(queueCount), data.leadCount);
  printFairness(data);
  printDoubts(data);
}

function modeWords(mode: ReportData['mode']): string {
  return mode === 'live' ? '' : ': recorded, nothing would be written to a CRM';
}

type Count = { label: string; count: number };

/** Three kinds of reasons stand in one table, so each says which it is. */
function guardCount({ label, count }: Count): Count {
  return { label: `Guard: ${label}`, count };
}

function cellCount({ fit, engagement, confidence, count }: ReportData['cells'][number]): Count {
  return { label: `Matrix: fit ${fit}, engagement ${engagement}, confidence ${confidence}`, count };
}

/** "reject-audit-queue" → "reject audit": the heading says that it is a queue. */
function queueCount({ label, count }: Count): Count {
  return { label: label.replace(/-queue$/, '').replaceAll('-', ' '), count };
}

function printCounts(heading: string, counts: Count[], total: number): void {
  const shown = counts.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  if (shown.length === 0) {
    return;
  }
  const most = shown[0]!.count;
  console.log(`\n${heading}`);
  console.log(
    tableOf(
      shown.map(({ label, count }) => [
        clipText(label, longestLabel),
        count,
        percent(count, total).padStart(7),
        bar(count, most, barWidth),
      ]),
    ),
  );
}

function printFairness(data: ReportData): void {
  const pools = data.pools.filter((pool) => pool.turns > 0);
  if (pools.length === 0) {
    return;
  }
  console.log('\nFairness: turns taken against the share that weight and presence earned');
  console.log(
    tableOf([
      ['pool', 'turns', 'members', 'furthest from their share'],
      ...pools.map((pool) => [
        clipText(pool.label, longestLabel),
        pool.turns,
        pool.members.length,
        `${pool.largestDeviation.toFixed(2)} leads`,
      ]),
    ]),
  );
}

function printDoubts(data: ReportData): void {
  const lowConfidence = data.guards.find(({ key }) => key === 'lowConfidence')?.count ?? 0;
  const parts = [
    `${data.reviewedCount} (${percent(data.reviewedCount, data.leadCount)}) are looked at by a person first`,
    `${lowConfidence} (${percent(lowConfidence, data.leadCount)}) of all for low confidence`,
  ];
  console.log(`\n${parts.join(', ')}`);
  if (data.problems.length > 0) {
    console.log('\nProblems of the data, listed with each lead');
    console.log(tableOf(data.problems.map(({ label, count }) => [label, count])));
  }
}
