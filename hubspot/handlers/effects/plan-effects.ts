import { tellStory } from '../../../core/src/decide/record/tell-story.ts';
import { readRecord } from '../card/read-record.ts';
import { decidedProperties } from './decided-properties.ts';
import { performed, type Deciding, type EffectProblem, type DecidedSubject } from './deciding.ts';
import type { Effect, RecordEffect } from './effect.ts';
import { planLead } from './plan-lead.ts';
import { holderIdOf, ownerProblems, planOwner } from './plan-owner.ts';
import { planTasks } from './plan-tasks.ts';
import { writeNote } from './write-note.ts';

/**
 * What a decision does in the portal, in the order in which it is done: Signalbox's own properties and the owner, a lead record,
 * a note with the story, tasks. The engine's plan says what is performed and what stays a plan; this gives it HubSpot's names.
 * Properties that people fill in are never written. A repeat writes its scores and nothing else.
 *
 * @returns the effects, to be kept with the decision before anything is sent, and what ops should look at
 */
export function planEffects(given: Deciding): { effects: Effect[]; problems: EffectProblem[] } {
  const told = tell(given);
  const properties = decidedProperties(told);
  if (Object.keys(properties).length === 0) {
    return { effects: [], problems: [] };
  }
  const record: RecordEffect = {
    kind: 'record',
    contactId: told.subject.waiting.contactId,
    properties,
    owner: planOwner(told),
    leadIds: told.subject.openLeads.map(({ id }) => id),
  };
  const holderId = holderIdOf(told);
  const lead = planLead(told, holderId, properties);
  const isNoted = !told.isRepeat && performed(told.decision, 'appendNote').length > 0;
  const { tasks, problems } = planTasks(told, holderId);
  return {
    effects: [record, ...(lead === null ? [] : [lead]), ...(isNoted ? [writeNote(told)] : []), ...tasks],
    problems: [...ownerProblems(told), ...problems],
  };
}

function tell(given: Deciding): DecidedSubject {
  const record = readRecord(given.decision.decisionText);
  if (record === null) {
    throw new Error(
      'A decision was made whose record cannot be read. Reader and writer of records do not fit each other.',
    );
  }
  return {
    ...given,
    record,
    story: tellStory(record, given.policy, given.team.roster),
    destination: given.policy.destinations[given.decision.assessment.choice.destinationPosition]!,
  };
}
