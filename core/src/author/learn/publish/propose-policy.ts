import type { Policy } from '../../../decide/model/policy.ts';
import type { LearnedCard, Training } from '../training.ts';
import { isNoBetterThanToday } from './is-no-better.ts';

/**
 * The policy with what was learned in place of its cards of fit and engagement, their signals and thresholds. Everything else is as it was. An
 * axis that refused keeps what it had, and so does one whose present card does as well on later leads: there is nothing to gain, and a card
 * that people know is worth something. Nothing is published by this: it is a draft for a person.
 */
export function proposePolicy(policy: Policy, training: Training): Policy {
  const fit = usableCard(training.fit);
  const engagement = usableCard(training.engagement);
  return {
    ...policy,
    scorecards: [
      fit?.scorecard ?? policy.scorecards[0]!,
      engagement?.scorecard ?? policy.scorecards[1]!,
      ...policy.scorecards.slice(2),
    ],
    signals: engagement?.signals ?? policy.signals,
    thresholds: {
      ...policy.thresholds,
      fitHigh: fit?.highFrom ?? policy.thresholds.fitHigh,
      engagementHigh: engagement?.highFrom ?? policy.thresholds.engagementHigh,
    },
  };
}

/** Whether a training has anything to propose. */
export function hasProposal(training: Training): boolean {
  return usableCard(training.fit) !== null || usableCard(training.engagement) !== null;
}

function usableCard(card: Training['fit']): LearnedCard | null {
  return card.kind === 'learned' && !isNoBetterThanToday(card) ? card : null;
}
