import type { ToldDecision } from './action-ports.ts';
import { done, type AnsweredAction } from './action-answer.ts';

type Values = Readonly<Record<string, string | number | null>>;

/** HubSpot keeps no more of an output's text. */
const longestReason = 2000;

/**
 * What Score and route answers with a decision. The same completes the callback of a call that was answered with BLOCK.
 *
 * @param state `decided`, or `repeated` where the decision that stood was found to hold
 */
export function answerWithDecision(
  state: 'decided' | 'repeated',
  decisionId: string,
  decision: ToldDecision,
): AnsweredAction {
  const values = {
    state: state,
    decision_id: decisionId,
    destination: decision.destinationKey,
    ...ownerValues(decision),
    ...bandValues(decision),
    ...scoreValues(decision),
    sla_due: decision.dueAt,
  };
  return done(values);
}

export function scoreValues(decision: ToldDecision): Values {
  return {
    fit_score: decision.fitScore,
    engagement_score: decision.engagementScore,
    intent_score: decision.intentScore,
    capacity_score: decision.capacityScore,
    confidence: decision.confidence,
  };
}

export function bandValues(decision: ToldDecision): Values {
  return { band: decision.band, reason: decision.reason.slice(0, longestReason) };
}

export function ownerValues(holder: { readonly ownerId: string | null; readonly ownerName: string }): Values {
  return { owner_id: holder.ownerId, owner_name: holder.ownerName };
}
