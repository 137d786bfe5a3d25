import { ownerValues } from '../../handlers/actions/decision-outputs.ts';
import { readRecord } from '../../handlers/card/read-record.ts';
import type { Team } from '../../handlers/people/team.ts';
import type { DecideAnswer } from './decide-ask.ts';

/** What workflows are told of a contact: values under the names that all editions use, always texts. */
export type ToldContact = {
  readonly contactId: string;
  readonly state: 'decided' | 'repeated' | 'waiting' | 'gone' | 'leftAlone';
  readonly values: Readonly<Record<string, string>>;
};

/** Tells an answer in the words of workflows. What was only found again tells its decision's names without scores. */
export function tellContact(answer: DecideAnswer, team: Team): ToldContact {
  const { contactId, state } = answer;
  if (answer.state !== 'decided' && answer.state !== 'repeated') {
    return { contactId, state, values: { state } };
  }
  const { standing, entry } = answer;
  const record = entry.kind === 'decision' ? readRecord(entry.texts.body ?? '') : null;
  const rep = team.roster.reps.find(({ repKey }) => repKey === standing.givenToKey);
  const values = {
    state,
    decision_id: standing.decisionId,
    destination: standing.destinationKey,
    band: standing.band,
    reason: entry.columns.headline ?? '',
    ...ownerValues({
      ownerId: team.ownerIdOf.get(standing.givenToKey) ?? null,
      ownerName: rep?.displayName ?? standing.givenToKey,
    }),
    ...(record === null
      ? {}
      : {
          fit_score: record.fit.score,
          engagement_score: record.engagement.score,
          intent_score: record.intent.score,
          capacity_score: record.capacity.score,
          confidence: record.confidence.value,
          sla_due: record.actions.some((action) => action.startsWith('+startClock')) ? record.clock.dueAt : null,
        }),
  };
  return { contactId, state, values: written(values) };
}

function written(values: Readonly<Record<string, string | number | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, String(value)]])),
  );
}
