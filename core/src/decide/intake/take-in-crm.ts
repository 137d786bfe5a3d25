import { clipWritten, mendSurrogates } from '../model/json-text.ts';
import type { CrmContext, LookupAnswers, MatchedAccount, MatchedContact } from '../model/crm-context.ts';
import type { Int, Long } from '../model/number.ts';
import { isQuotable } from '../model/text.ts';

/** Keys and names of a CRM are short; what is longer is no key. Sizes are in characters as the record writes them. */
const mostKey: Int = 60;
const mostAddress: Int = 120;
const mostHandedBack: Int = 6;

/** Cuts what the CRM says to the room that a record has for it. Taking in twice changes nothing more. */
export function takeInCrm(crm: CrmContext): CrmContext {
  const contacts: MatchedContact[] = [];
  for (const known of crm.contacts) {
    contacts.push(takeContact(known));
  }
  const accounts: MatchedAccount[] = [];
  for (const known of crm.accounts) {
    accounts.push(takeAccount(known));
  }
  const handedBackKeys: string[] = [];
  for (const repKey of crm.handedBackKeys) {
    if (handedBackKeys.length < mostHandedBack) {
      handedBackKeys.push(takeKey(repKey));
    }
  }
  return {
    ownerKey: takeKeyOrNull(crm.ownerKey),
    ownerSetter: crm.ownerSetter,
    contacts: contacts,
    accounts: accounts,
    earlierSubmissionKey: takeKeyOrNull(crm.earlierSubmissionKey),
    earlierOwnerKey: takeKeyOrNull(crm.earlierOwnerKey),
    earlierDecidedAt: crm.earlierDecidedAt,
    handedBackKeys: handedBackKeys,
  };
}

/** As takeInCrm, for the answers of look-ups. A number below zero counts nothing. */
export function takeInAnswers(answers: LookupAnswers): LookupAnswers {
  return {
    isFreeMail: answers.isFreeMail,
    isDisposableMail: answers.isDisposableMail,
    isTestDomain: answers.isTestDomain,
    isEmployeeDomain: answers.isEmployeeDomain,
    isCompetitorDomain: answers.isCompetitorDomain,
    isNamedAccount: answers.isNamedAccount,
    employees: takeCount(answers.employees),
    annualRevenue: takeCount(answers.annualRevenue),
    industry: takeKeyOrNull(answers.industry),
    country: takeKeyOrNull(answers.country),
    enrichmentSource: takeKeyOrNull(answers.enrichmentSource),
  };
}

function takeContact(known: MatchedContact): MatchedContact {
  return {
    contactKey: takeKey(known.contactKey),
    email: known.email === null ? null : take(known.email, mostAddress),
    accountKey: takeKeyOrNull(known.accountKey),
    ownerKey: takeKeyOrNull(known.ownerKey),
    lastActivityAt: known.lastActivityAt,
  };
}

function takeAccount(known: MatchedAccount): MatchedAccount {
  return {
    accountKey: takeKey(known.accountKey),
    domain: known.domain === null ? null : take(known.domain, mostAddress),
    ownerKey: takeKeyOrNull(known.ownerKey),
    isCustomer: known.isCustomer,
    isNamed: known.isNamed,
    employees: takeCount(known.employees),
    industry: takeKeyOrNull(known.industry),
    country: takeKeyOrNull(known.country),
    hasOpenOpportunity: known.hasOpenOpportunity,
    lostAt: known.lostAt,
  };
}

function takeCount(amount: Long | null): Long | null {
  return amount === null || amount < 0 ? null : amount;
}

function takeKey(key: string): string {
  return take(key, mostKey);
}

function takeKeyOrNull(key: string | null): string | null {
  if (key === null) {
    return null;
  }
  const kept = take(key, mostKey);
  return kept === '' ? null : kept;
}

function take(text: string, most: Int): string {
  if (text.length <= most && isQuotable(text)) {
    return text;
  }
  return clipWritten(mendSurrogates(text), most);
}
