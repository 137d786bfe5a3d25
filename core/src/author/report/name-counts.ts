import type { Policy } from '../../decide/model/policy.ts';
import { guardLabel } from '../../decide/record/guard-words.ts';
import { dueLabels } from './count-due.ts';
import type { Counts } from './count-leads.ts';
import { ruleName } from './name-reason.ts';
import type { DestinationTally, RepTally, ReportData, ReportOptions } from './report-data.ts';

/** A report without its list and its fairness. */
export type Aggregates = Omit<ReportData, 'pools' | 'list'>;

/** Puts names to the counts. */
export function nameCounts(
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
