import { writeCalendars, writePolicy, writeRoster } from '../../../core/src/decide/index.ts';
import type { DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { ScoreAttribute, Scorecard } from '../../../core/src/decide/model/scorecard.ts';
import { RandomStream } from '../../../core/sample/random.ts';
import { benchContext, sha256 } from '../engine/bench-context.ts';
import { benchLeads } from '../engine/bench-leads.ts';
import { benchPolicy } from '../engine/bench-policy.ts';
import { firstArrival } from '../engine/lead-draft.ts';
import { writeMessage } from '../engine/messages.ts';
import { sixtyRules } from '../engine/sixty-rules.ts';
import type { ContextValues } from '../../differential/pair.ts';

const dayMillis = 86_400_000;
const repCount = 20;
const conditionCount = 4;
const attributeCount = 32;
const messageLength = 1_500;

/** What one transaction of a busy org has to decide: see the constants above. */
export type Workload = { policy: Policy; context: ContextValues; inputs: DecisionInput[] };

/** 200 leads at 60 rules of 4 conditions, 32 attributes and 20 reps, each with a message of 1,500 characters. */
export function apexWorkload(leadCount: number): Workload {
  const bench = benchPolicy();
  const policy: Policy = {
    ...bench,
    rules: sixtyRules(['sales', 'enterprise', 'smallBusiness', 'triage', 'owner'], conditionCount),
    members: bench.members.slice(0, repCount),
    scorecards: withAttributes(bench.scorecards),
  };
  const full = benchContext(firstArrival - 7 * dayMillis, firstArrival + 28 * dayMillis);
  const reps = [...full.reps.values()].slice(0, repCount);
  const calendars = [...full.calendars.values()];
  return {
    policy,
    context: {
      policyHash: sha256(writePolicy(policy)),
      reps,
      rosterHash: sha256(writeRoster({ reps })),
      calendars,
      calendarsHash: sha256(writeCalendars(calendars)),
    },
    inputs: benchLeads(leadCount, policy).map(withLongMessage),
  };
}

/** Fills the fit card up with attributes over texts that a lead has. */
function withAttributes(cards: readonly Scorecard[]): Scorecard[] {
  const present = cards.reduce((sum, card) => sum + card.attributes.length, 0);
  const fieldKeys = [
    'country',
    'industry',
    'leadSource',
    'jobFunction',
    'company',
    'campaign',
    'language',
    'city',
    'timeline',
  ];
  const added = Array.from({ length: attributeCount - present }, (_, place): ScoreAttribute => {
    return {
      attributeKey: `added-${place}`,
      label: `Added attribute ${place}`,
      fieldKey: fieldKeys[place % fieldKeys.length]!,
      bins: ['de', 'us', 'logistics', 'retail'].map((text) => {
        return { low: null, high: null, texts: [text], points: 1, evidence: 0, varianceHundredths: 0 };
      }),
      otherPoints: 0,
      missingPoints: 0,
    };
  });
  return cards.map((card, place) => (place === 0 ? { ...card, attributes: [...card.attributes, ...added] } : card));
}

/** Several messages of the bench's people in a row, in every language they write in. */
function withLongMessage(input: DecisionInput, position: number): DecisionInput {
  const draw = new RandomStream(`bench/apex-message/${position}`);
  let message = writeMessage(draw);
  while (message.length < messageLength) message += `\n\n${writeMessage(draw)}`;
  return { ...input, submission: { ...input.submission, message: message.slice(0, messageLength) } };
}
