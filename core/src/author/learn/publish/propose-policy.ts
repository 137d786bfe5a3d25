import type { Policy } from '../../../decide/model/policy.ts';
import type { LearnedCard, Training } from '../training.ts';

/**
 * The policy with what was learned in place of its cards of fit and engagement, their signals and thresholds. Everything else is as it was. An
 * axis that refused keeps what it had. Nothing is published by this: it is a draft for a person.
 */
export function proposePolicy(policy: Policy, training: Training): Policy {
  const fit = learnedOf(training.fit);
  const engagement = learnedOf(training.engagement);
  return {
    ...policy,
    scorecards: [
      fit?.scorecard ?? policy.scorecards[0]!,
      engagement?.scorecard ?? policy.scorecards[1]!,
      ...policy.scorecards.slice(2),
    ],
    signals: engagement?.signals ?? policy.signals,
    thresholds: { ...policy.thresholds, ...training.thresholds },
  };
}

function learnedOf(card: Training['fit']): LearnedCard | null {
  return card.kind === 'learned' ? card : null;
}
