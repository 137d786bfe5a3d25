import type { DecisionRecord } from '../../decide/model/decision-record.ts';
import type { Policy } from '../../decide/model/policy.ts';
import { dueLabels, dueStep } from './count-due.ts';
import type { ReportEntry, ReportOptions } from './report-data.ts';

/** What is counted while a run goes on, in sizes that the policy bounds. */
export type Counts = {
  leads: number;
  firstAt: number | null;
  lastAt: number | null;
  turns: number;
  reviewed: number;
  stale: number;
  destinations: Map<string, number[]>;
  reps: Map<string, Record<string, number>>;
  guards: number[];
  rules: number[];
  cells: number[];
  sources: Map<string, number>;
  buckets: Map<string, number>;
  scoreGrid: number[][];
  confidenceTenths: number[];
  problems: Map<string, number>;
  months: Map<string, number>;
  reviewKeys: ReadonlySet<string>;
  monthFormat: Intl.DateTimeFormat;
};

const zeros = (length: number): number[] => Array.from({ length }, () => 0);

export function startCounts(policy: Policy, options: ReportOptions): Counts {
  return {
    leads: 0,
    firstAt: null,
    lastAt: null,
    turns: 0,
    reviewed: 0,
    stale: 0,
    destinations: new Map(policy.destinations.map(({ destinationKey }) => [destinationKey, zeros(dueLabels.length)])),
    reps: new Map(),
    guards: zeros(policy.guards.filter(({ isActive }) => isActive).length),
    rules: zeros(policy.rules.filter(({ isActive }) => isActive).length),
    cells: zeros(policy.cells.length),
    sources: new Map(['guard', 'rule', 'matrix', 'fallback'].map((source) => [source, 0])),
    buckets: new Map(['warm', 'lukewarm', 'cool', 'cold'].map((bucket) => [bucket, 0])),
    scoreGrid: Array.from({ length: 10 }, () => zeros(10)),
    confidenceTenths: zeros(10),
    problems: new Map(),
    months: new Map(),
    reviewKeys: new Set(
      policy.destinations.filter(({ kind }) => kind === 'review').map(({ destinationKey }) => destinationKey),
    ),
    monthFormat: new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', timeZone: options.timeZone }),
  };
}

/** The last tenth holds 90 to 100. */
const tenth = (score: number): number => Math.min(9, Math.floor(score / 10));

const increase = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);

export function countLead(counts: Counts, { record, lead }: ReportEntry): void {
  const { choice, assignment, clock } = record;
  counts.leads += 1;
  counts.firstAt = Math.min(counts.firstAt ?? lead.receivedAt, lead.receivedAt);
  counts.lastAt = Math.max(counts.lastAt ?? lead.receivedAt, lead.receivedAt);
  if (assignment.consumedTurn) counts.turns += 1;
  if (counts.reviewKeys.has(choice.destination)) counts.reviewed += 1;
  if (assignment.stale || clock.basis === 'stale') counts.stale += 1;
  const due = counts.destinations.get(choice.destination);
  if (due !== undefined) due[dueStep(record.decidedAt, clock.dueAt)]! += 1;
  const byBasis = counts.reps.get(assignment.owner) ?? {};
  byBasis[assignment.basis] = (byBasis[assignment.basis] ?? 0) + 1;
  counts.reps.set(assignment.owner, byBasis);
  countReason(counts, record);
  increase(counts.buckets, choice.bucket);
  counts.scoreGrid[tenth(record.fit.score)]![tenth(record.engagement.score)]! += 1;
  counts.confidenceTenths[tenth(record.confidence.value)]! += 1;
  for (const problem of record.problems) increase(counts.problems, problem.split(' ')[0]!);
  increase(counts.months, counts.monthFormat.format(lead.receivedAt));
}

function countReason(counts: Counts, { choice }: DecisionRecord): void {
  increase(counts.sources, choice.source);
  if (choice.source === 'guard') counts.guards[choice.guard]! += 1;
  else if (choice.source === 'rule') counts.rules[choice.rule]! += 1;
  else if (choice.source === 'matrix') counts.cells[choice.cell]! += 1;
}
