import type { MatchedAccount } from '../../../core/src/decide/model/crm-context.ts';
import type { Dice } from '../../property/generators/dice.ts';
import type { LeadValues } from '../pair.ts';

const domain = 'corp.co.uk';

const plainAccount: MatchedAccount = {
  accountKey: 'account-5',
  domain,
  ownerKey: null,
  isCustomer: false,
  isNamed: false,
  employees: null,
  industry: null,
  country: null,
  hasOpenOpportunity: false,
  lostAt: null,
};

/** Gives a lead an address at a company that the CRM knows, of which something is so. */
export function matchAccount(lead: LeadValues, known: Partial<MatchedAccount>): void {
  const { submission, answers, crm } = lead.input;
  submission.email = `ana@${domain}`;
  answers.isFreeMail = false;
  answers.isDisposableMail = false;
  crm.accounts = [...crm.accounts.slice(0, 2), { ...plainAccount, ...known }];
}

/** Contacts and accounts that match, in pairs that differ by exactly what decides between them. */
export function matchRivals(dice: Dice, lead: LeadValues, ownerKeys: readonly string[]): void {
  const { submission, answers, crm, now } = lead.input;
  const owner = (): string | null => dice.orNull(25, () => dice.pick(ownerKeys));
  submission.email = dice.pick([`Ana.Ruiz+x@${domain}`, `ana.ruiz@gmail.com`, `"Ana" <ana.ruiz@${domain}>`]);
  answers.isFreeMail = dice.pick([null, false, true]);
  const lastActivityAt = dice.pick([null, 0, now]);
  crm.contacts = dice.shuffle(['contact-a', 'contact-B', 'contact-b']).map((contactKey) => ({
    contactKey,
    email: dice.pick([`ana.ruiz@${domain}`, `ANA.RUIZ@${domain}`, `a.n.a.ruiz+y@googlemail.com`, null]),
    accountKey: dice.pick([null, 'account-a', 'account-A']),
    ownerKey: owner(),
    lastActivityAt: dice.chance(60) ? lastActivityAt : now - dice.between(-1, 1),
  }));
  const isCustomer = dice.chance(50);
  const isNamed = dice.chance(50);
  const hasOpenOpportunity = dice.chance(50);
  const flipped = (flag: boolean): boolean => (dice.chance(25) ? !flag : flag);
  crm.accounts = dice.shuffle(['account-a', 'account-A', 'account-b']).map((accountKey) => ({
    accountKey,
    domain: dice.pick([domain, `https://www.${domain}/`, domain.toUpperCase(), 'other.example', null]),
    ownerKey: owner(),
    isCustomer: flipped(isCustomer),
    isNamed: flipped(isNamed),
    employees: dice.pick([null, -1, 0, 200, 1_000_000_000_001]),
    industry: dice.pick([null, 'IT', 'alchemy']),
    country: dice.pick([null, 'Deutschland', 'Atlantis']),
    hasOpenOpportunity: flipped(hasOpenOpportunity),
    lostAt: dice.pick([null, 0, now]),
  }));
}

/** An owner on the record itself, set by anybody, and those who gave the lead back. */
export function ownRecord(dice: Dice, lead: LeadValues, ownerKeys: readonly string[]): void {
  const { crm } = lead.input;
  const ownerKey = dice.pick(ownerKeys);
  crm.ownerKey = ownerKey;
  crm.ownerSetter = dice.pick([null, 'person', 'automation', 'unknown']);
  crm.handedBackKeys = dice.chance(30)
    ? [ownerKey]
    : Array.from({ length: dice.between(0, 8) }, () => dice.pick(ownerKeys));
  if (dice.chance(40)) {
    crm.earlierSubmissionKey = 'lead-before';
    crm.earlierOwnerKey = dice.pick([null, ...ownerKeys]);
    crm.earlierDecidedAt = dice.pick([null, 0, lead.input.now]);
  }
}
