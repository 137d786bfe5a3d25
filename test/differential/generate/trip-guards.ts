import type { GuardKey, Policy } from '../../../core/src/decide/model/policy.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { importChannels } from '../../property/generators/submissions.ts';
import type { LeadValues } from '../pair.ts';
import { matchAccount } from './match-crm.ts';
import { sayingOf } from './set-facts.ts';

const dayMillis = 86_400_000;

/** Changes a lead so that a guard just stops it, or just does not. */
export function approachGuard(
  dice: Dice,
  lead: LeadValues,
  policy: Policy,
  guardKey: GuardKey,
  ownerKeys: readonly string[],
): void {
  const { submission, answers, crm, now } = lead.input;
  const step = dice.between(-1, 1);
  switch (guardKey) {
    case 'imported':
      submission.channel = dice.pick([...importChannels, 'manual']);
      return;
    case 'testOrEmployee':
      submission.channel = dice.pick(['webForm', 'forwardedIntro']);
      answers.isTestDomain = dice.pick([null, false, true]);
      answers.isEmployeeDomain = dice.pick([null, true]);
      return;
    case 'suppressed':
      submission.optedOut = dice.pick([null, false, true]);
      answers.isCompetitorDomain = dice.pick([null, false, true]);
      return;
    case 'ownerSetByPerson':
      crm.ownerKey = dice.pick(ownerKeys);
      crm.ownerSetter = dice.pick([null, 'person', 'automation', 'unknown']);
      return;
    case 'sensitive':
      submission.message = sayingOf(dice, policy, 'sensitive');
      return;
    case 'existingCustomer':
      matchAccount(lead, { isCustomer: true, ownerKey: dice.pick([null, ...ownerKeys]) });
      submission.message = dice.chance(50) ? sayingOf(dice, policy, 'support') : 'hello';
      return;
    case 'outOfScope':
      submission.message = sayingOf(
        dice,
        policy,
        dice.pick(['support', 'partner', 'careers', 'press', 'vendor', 'spam']),
      );
      return;
    case 'namedAccount':
      matchAccount(lead, { isNamed: true, ownerKey: dice.pick([null, ...ownerKeys]) });
      return;
    case 'highValue':
      submission.expectedValue = policy.thresholds.highValue + step;
      return;
    case 'reactivated':
      matchAccount(lead, { lostAt: now - policy.thresholds.reactivatedAfterDays * dayMillis + step });
      return;
    case 'notEnoughInformation':
      submission.email = dice.pick([null, 'no address']);
      submission.phone = dice.pick([null, '123456', '1234567', '+٣٤٥٦٧٨٩']);
      submission.message = dice.chance(50) ? sayingOf(dice, policy, 'vague') : submission.message;
      return;
    case 'lowConfidence':
      fillReview(dice, lead, policy);
      return;
  }
}

/** Leads of the day about as many as a day's share of review allows. */
export function fillReview(dice: Dice, lead: LeadValues, policy: Policy): void {
  const decidedToday = dice.pick([0, 19, 20, 21, 99, 399, 1_000_000]);
  const allowed = Math.floor(((decidedToday + 1) * policy.thresholds.reviewSharePercent) / 100) - 1;
  lead.input.reviewLoad = { decidedToday, reviewedToday: Math.max(0, allowed + dice.between(-1, 1)) };
}
