import type {
  CrmContext,
  LookupAnswers,
  MatchedAccount,
  MatchedContact,
  ReviewLoad,
} from '../../../core/src/decide/model/crm-context.ts';
import type { Dice } from './dice.ts';
import { drawAmount } from './submissions.ts';
import { hostileKeys } from './texts.ts';
import { typedValues } from './values.ts';

/** What a CRM knows: mostly nothing, sometimes an owner, contacts and accounts that match, and keys nobody expects. */
export function drawCrm(dice: Dice, repKeys: readonly string[], now: number): CrmContext {
  const owner = (percentNull: number): string | null =>
    dice.orNull(percentNull, () => (dice.chance(10) ? dice.pick(hostileKeys) : dice.pick(repKeys)));
  const past = (): number => now - dice.roll(40_000_000_000);
  const isEarlier = dice.chance(15);
  return {
    ownerKey: owner(80),
    ownerSetter: dice.pick([null, 'person', 'automation', 'unknown']),
    contacts: dice.several(dice.chance(30) ? 3 : 0, (place): MatchedContact => ({
      contactKey: `contact-${place}`,
      email: dice.orNull(20, () => dice.pick(typedValues.email)),
      accountKey: dice.orNull(40, () => `account-${dice.roll(3)}`),
      ownerKey: owner(40),
      lastActivityAt: dice.orNull(40, past),
    })),
    accounts: dice.several(dice.chance(30) ? 3 : 0, (place): MatchedAccount => ({
      accountKey: `account-${place}`,
      domain: dice.orNull(20, () => dice.pick(['acme-freight.de', 'acme.example', 'corp.co.uk'])),
      ownerKey: owner(40),
      isCustomer: dice.chance(30),
      isNamed: dice.chance(20),
      employees: drawAmount(dice),
      industry: dice.orNull(50, () => dice.pick(typedValues.industry)),
      country: dice.orNull(50, () => dice.pick(typedValues.country)),
      hasOpenOpportunity: dice.chance(20),
      lostAt: dice.orNull(60, past),
    })),
    earlierSubmissionKey: isEarlier ? 'lead-before' : null,
    earlierOwnerKey: isEarlier ? owner(30) : null,
    earlierDecidedAt: isEarlier ? past() : null,
    handedBackKeys: dice.chance(15) ? dice.several(4, () => dice.pick(repKeys)) : [],
  };
}

export function drawAnswers(dice: Dice): LookupAnswers {
  const answer = (percentYes: number): boolean | null => (dice.chance(30) ? dice.chance(percentYes) : null);
  return {
    isFreeMail: answer(50),
    isDisposableMail: answer(20),
    isTestDomain: answer(20),
    isEmployeeDomain: answer(20),
    isCompetitorDomain: answer(20),
    isNamedAccount: answer(30),
    employees: dice.chance(20) ? drawAmount(dice) : null,
    annualRevenue: dice.chance(20) ? drawAmount(dice) : null,
    industry: dice.chance(20) ? dice.pick(typedValues.industry) : null,
    country: dice.chance(20) ? dice.pick(typedValues.country) : null,
    enrichmentSource: dice.chance(20) ? 'a source' : null,
  };
}

export function drawReviewLoad(dice: Dice): ReviewLoad {
  const decidedToday = dice.roll(200);
  return { decidedToday, reviewedToday: dice.between(0, decidedToday) };
}
