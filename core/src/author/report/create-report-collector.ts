import type { DecisionRecord } from '../../decide/model/decision-record.ts';
import type { Policy } from '../../decide/model/policy.ts';
import type { Roster } from '../../decide/model/roster.ts';
import { guardLabel } from '../../decide/record/guard-words.ts';
import { tellStory } from '../../decide/record/tell-story.ts';
import { dueLabels, dueStep } from './count-due.ts';
import { createFairnessMeter } from './measure-fairness.ts';
import { reasonName, ruleName } from './name-reason.ts';
import type { DestinationTally, ListedLead, RepTally, ReportData, ReportEntry, ReportOptions } from './report-data.ts';

export type ReportCollector = { add(entry: ReportEntry): void; finish(): ReportData };

/**
 * Gathers a report while a run goes on. Its memory is bounded: counts, and the last leads up to the list's cap.
 *
 * const collector = createReportCollector(policy, roster, options);
 * collector.add(entry);
 * await writeReport(collector.finish(), 'report.html');
 */
export function createReportCollector(policy: Policy, roster: Roster, options: ReportOptions): ReportCollector {
  const names = new Map(roster.reps.map(({ repKey, displayName }) => [repKey, displayName]));
  const nameOf = (key: string) => names.get(key) ?? key;
  const kept: ReportEntry[] = [];
  const counts = startCounts(policy, options);
  const fairness = createFairnessMeter(policy);
  let added = 0;
  return {
    add: (entry) => {
      kept[added % options.listCap] = entry;
      added += 1;
      count(counts, entry);
      fairness.add(entry.record);
    },
    finish: () => {
      const oldest = added > options.listCap ? added % options.listCap : 0;
      const inOrder = [...kept.slice(oldest), ...kept.slice(0, oldest)];
      return {
        ...finishCounts(counts, policy, nameOf, options),
        pools: fairness.finish(nameOf),
        list: inOrder.map((entry) => listed(entry, policy, roster, nameOf)),
      };
    },
  };
}

type Counts = {
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

function startCounts(policy: Policy, options: ReportOptions): Counts {
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

function count(counts: Counts, { record, lead }: ReportEntry): void {
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

type Aggregates = Omit<ReportData, 'pools' | 'list'>;

function finishCounts(
  counts: Counts,
  policy: Policy,
  nameOf: (key: string) => string,
  options: ReportOptions,
): Aggregates {
  const guards = policy.guards.filter(({ isActive }) => isActive);
  const rules = policy.rules.filter(({ isActive }) => isActive);
  const tallies = (of: Map<string, number>) => [...of].map(([key, count]) => ({ key, label: key, count }));
  return {
    runName: options.runName,
    policyName: policy.name,
    policyHash: options.policyHash,
    mode: policy.mode,
    timeZone: options.timeZone,
    leadCount: counts.leads,
    firstAt: counts.firstAt,
    lastAt: counts.lastAt,
    turnCount: counts.turns,
    reviewedCount: counts.reviewed,
    staleCount: counts.stale,
    fitHigh: policy.thresholds.fitHigh,
    engagementHigh: policy.thresholds.engagementHigh,
    lowConfidence: policy.thresholds.lowConfidence,
    destinations: destinationTallies(counts, policy),
    dueLabels,
    reps: repTallies(counts, nameOf),
    guards: guards.map((guard, place) => ({
      key: guard.guardKey,
      label: guardLabel(guard.guardKey),
      count: counts.guards[place]!,
    })),
    rules: rules.map((rule, place) => ({
      key: rule.ruleKey,
      label: ruleName(policy, policy.rules.indexOf(rule)),
      count: counts.rules[place]!,
    })),
    cells: policy.cells.map((cell, place) => ({
      key: `${cell.fit}-${cell.engagement}-${cell.confidence}`,
      label:
        policy.destinations.find((each) => each.destinationKey === cell.destinationKey)?.label ?? cell.destinationKey,
      count: counts.cells[place]!,
      fit: cell.fit,
      engagement: cell.engagement,
      confidence: cell.confidence,
      bucket: cell.bucket,
    })),
    sources: tallies(counts.sources),
    buckets: tallies(counts.buckets),
    scoreGrid: counts.scoreGrid,
    confidenceTenths: counts.confidenceTenths,
    problems: tallies(counts.problems)
      .map((each) => ({ ...each, label: labelOfProblem(each.key, options) }))
      .toSorted(byCount),
    months: tallies(counts.months).toSorted(byKey),
  };
}

function labelOfProblem(code: string, { problemTexts }: ReportOptions): string {
  const text = problemTexts.get(code);
  return text === undefined ? code : `${code} ${text}`;
}

type Counted = { key: string; count: number };
const byKey = (one: Counted, other: Counted): number => (one.key < other.key ? -1 : 1);
const byCount = (one: Counted, other: Counted): number => other.count - one.count || byKey(one, other);

function destinationTallies(counts: Counts, policy: Policy): DestinationTally[] {
  const tallies = policy.destinations.map((destination) => {
    const dueCounts = counts.destinations.get(destination.destinationKey)!;
    return {
      key: destination.destinationKey,
      label: destination.label,
      kind: destination.kind,
      promise: policy.slas.find(({ slaKey }) => slaKey === destination.slaKey)?.label ?? destination.slaKey,
      count: dueCounts.reduce((sum, count) => sum + count, 0),
      dueCounts,
    };
  });
  return tallies.toSorted(byCount);
}

function repTallies(counts: Counts, nameOf: (key: string) => string): RepTally[] {
  const tallies = [...counts.reps].map(([repKey, byBasis]) => ({
    key: repKey,
    count: Object.values(byBasis).reduce((sum, count) => sum + count, 0),
    byBasis,
  }));
  return tallies
    .toSorted(byCount)
    .map(({ key, count, byBasis }) => ({ repKey: key, label: nameOf(key), count, byBasis }));
}

function listed(
  { rowNumber, record, lead, decisionHash, arrivedFrom }: ReportEntry,
  policy: Policy,
  roster: Roster,
  nameOf: (key: string) => string,
): ListedLead {
  const destination = policy.destinations.find((each) => each.destinationKey === record.choice.destination);
  return {
    rowNumber,
    lead,
    decisionHash,
    arrivedFrom,
    owner: nameOf(record.assignment.owner),
    destination: destination?.label ?? record.choice.destination,
    reason: reasonName(record, policy),
    bucket: record.choice.bucket,
    fit: record.fit.score,
    engagement: record.engagement.score,
    intent: record.intent.score,
    capacity: record.capacity.score,
    confidence: record.confidence.value,
    dueAt: record.clock.dueAt,
    problems: record.problems,
    story: tellStory(record, policy, roster),
  };
}
