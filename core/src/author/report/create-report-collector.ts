import type { Policy } from '../../decide/model/policy.ts';
import type { Roster } from '../../decide/model/roster.ts';
import { tellStory } from '../../decide/record/tell-story.ts';
import { countLead, startCounts } from './count-leads.ts';
import { createFairnessMeter } from './measure-fairness.ts';
import { nameCounts } from './name-counts.ts';
import { reasonName } from './name-reason.ts';
import type { ListedLead, ReportData, ReportEntry, ReportOptions } from './report-data.ts';

/** What is kept of a listed lead: its record is read again when it is listed. */
type KeptEntry = Omit<ReportEntry, 'record'>;

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
  const kept: KeptEntry[] = [];
  const counts = startCounts(policy, options);
  const fairness = createFairnessMeter(policy);
  let added = 0;
  return {
    add: (entry) => {
      const { record, ...rest } = entry;
      kept[added % options.listCap] = rest;
      added += 1;
      countLead(counts, entry);
      fairness.add(record);
    },
    finish: () => {
      const oldest = added > options.listCap ? added % options.listCap : 0;
      const inOrder = [...kept.slice(oldest), ...kept.slice(0, oldest)];
      return {
        ...nameCounts(counts, policy, nameOf, options),
        pools: fairness.finish(nameOf),
        list: inOrder.map((entry) => listed(entry, policy, roster, nameOf)),
      };
    },
  };
}

function listed(
  { rowNumber, recall, lead, decisionHash, arrivedFrom }: KeptEntry,
  policy: Policy,
  roster: Roster,
  nameOf: (key: string) => string,
): ListedLead {
  const record = recall();
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
    tell: () => tellStory(recall(), policy, roster),
  };
}
