import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Dice } from '../../property/generators/dice.ts';
import type { LeadValues } from '../pair.ts';
import { matchAccount } from './match-crm.ts';

const longKey = (place: number): string => `${place}${'k'.repeat(59)}`;

/** Fills a lead to the brim, so that its record has to leave something out where the policy is large as well. */
export function fillRecord(dice: Dice, lead: LeadValues, policy: Policy): void {
  const { submission, crm, answers, now } = lead.input;
  matchAccount(lead, {
    ownerKey: longKey(1),
    industry: 'é'.repeat(10),
    country: 'Deutschland',
    employees: 999_999_999_999,
  });
  crm.accounts[crm.accounts.length - 1]!.accountKey = longKey(2);
  crm.contacts = [
    {
      contactKey: longKey(3),
      email: submission.email,
      accountKey: longKey(2),
      ownerKey: longKey(4),
      lastActivityAt: now,
    },
  ];
  crm.earlierSubmissionKey = longKey(5);
  crm.earlierOwnerKey = longKey(6);
  crm.handedBackKeys = Array.from({ length: 7 }, (_, place) => longKey(place));
  answers.enrichmentSource = 'é'.repeat(11);
  submission.entryPage = `/${'é'.repeat(20)}`;
  submission.lastPage = `/${'漢'.repeat(dice.between(18, 20))}`;
  submission.region = 'r'.repeat(120);
  submission.industry = 'ж'.repeat(20);
  submission.extras = policy.fields.map((field) => ({ fieldKey: field.fieldKey, text: 'ш'.repeat(20), whole: 7 }));
  submission.message = 'quote ж '.repeat(300);
  const signalKeys = [...policy.signals.map((signal) => signal.signalKey), 's'.repeat(40), 't'.repeat(40)];
  submission.activities = Array.from({ length: 20 }, (_, place) => ({
    signalKey: dice.chance(20) ? dice.pick(signalKeys) : signalKeys.at(-1)!,
    occurredAt: now - place * 3_600_000,
    occurrences: 1_000_000_000 + place,
  }));
  submission.problems = Array.from({ length: 7 }, () => ({
    code: 'EDG003',
    about: 'a column with a long name of its own',
    found: 'x'.repeat(90),
  }));
  lead.ledgers = policy.pools.map(({ poolKey }) => ({
    poolKey,
    sequence: 999_999_999,
    dayStartedAt: now,
    weekStartedAt: now,
    entries: policy.members
      .filter((member) => member.poolKey === poolKey)
      .map(({ memberKey }) => ({
        memberKey,
        weight: 1,
        credit: -3_000_000,
        dayCount: 9_999,
        weekCount: 9_999,
        openCount: 9_999,
      })),
  }));
}
