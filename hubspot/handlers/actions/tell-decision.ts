import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Roster } from '../../../core/src/decide/model/roster.ts';
import { tellStory } from '../../../core/src/decide/record/tell-story.ts';
import { withInstants } from '../effects/write-instant.ts';
import type { Team } from '../people/team.ts';
import type { ToldDecision } from './action-ports.ts';

/** A decision in the words that workflows use. */
export function tellDecision(
  record: DecisionRecord,
  policy: Policy,
  roster: Roster,
  team: Team,
  timeZone: string,
): ToldDecision {
  const ownerKey = record.assignment.owner;
  return {
    ownerId: team.ownerIdOf.get(ownerKey) ?? null,
    ownerName: roster.reps.find((rep) => rep.repKey === ownerKey)?.displayName ?? ownerKey,
    destinationKey: record.choice.destination,
    basis: record.assignment.basis,
    band: record.choice.bucket,
    fitScore: record.fit.score,
    engagementScore: record.engagement.score,
    intentScore: record.intent.score,
    capacityScore: record.capacity.score,
    confidence: record.confidence.value,
    reason: withInstants(tellStory(record, policy, roster).headline, timeZone),
    dueAt: record.actions.some((action) => action.startsWith('+startClock')) ? record.clock.dueAt : null,
  };
}
