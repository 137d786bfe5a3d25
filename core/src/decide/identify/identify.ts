import type { CrmContext, LookupAnswers, MatchedAccount, MatchedContact } from '../model/crm-context.ts';
import type { Long } from '../model/number.ts';
import { compareText } from '../model/text.ts';
import type { Enrichment } from '../enrich/enrich.ts';
import { readEmail } from '../normalize/read-email.ts';
import type { InboundLead } from '../normalize/normalize.ts';

/** How the existing owner is known: it stands on the record, on the same person, on an earlier lead, on the account. */
export type OwnerBasis = 'record' | 'matchedContact' | 'earlier' | 'matchedAccount';

/** Who this is to us. */
export type Identity = {
  matchedContact: MatchedContact | null;
  matchedAccount: MatchedAccount | null;
  ownerKey: string | null;
  ownerBasis: OwnerBasis | null;
  isOwnerSetByPerson: boolean;
  isCustomer: boolean;
  isNamed: boolean;
  isReactivated: boolean;
  isDuplicate: boolean;
};

const dayMillis: Long = 86400000;

/**
 * Recognises the person by the address and the organisation by its domain, by exact keys alone. Of several matches the
 * one with the latest activity counts, then the lower key, so that every platform picks the same.
 */
export function identify(
  inbound: InboundLead,
  enrichment: Enrichment,
  crm: CrmContext,
  answers: LookupAnswers,
  now: Long,
  reactivatedAfterDays: Long,
): Identity {
  const matchedContact = pickContact(inbound, crm.contacts);
  const matchedAccount = pickAccount(enrichment.companyDomain, matchedContact, crm.accounts);
  const identity: Identity = {
    matchedContact: matchedContact,
    matchedAccount: matchedAccount,
    ownerKey: null,
    ownerBasis: null,
    isOwnerSetByPerson: crm.ownerKey !== null && crm.ownerSetter === 'person',
    isCustomer: matchedAccount !== null && matchedAccount.isCustomer,
    isNamed: (matchedAccount !== null && matchedAccount.isNamed) || answers.isNamedAccount === true,
    isReactivated: isReactivated(matchedAccount, now, reactivatedAfterDays),
    isDuplicate: crm.earlierSubmissionKey !== null,
  };
  nameOwner(identity, crm);
  return identity;
}

function nameOwner(identity: Identity, crm: CrmContext): void {
  if (crm.ownerKey !== null && crm.ownerSetter === 'person') {
    identity.ownerKey = crm.ownerKey;
    identity.ownerBasis = 'record';
  } else if (identity.matchedContact !== null && identity.matchedContact.ownerKey !== null) {
    identity.ownerKey = identity.matchedContact.ownerKey;
    identity.ownerBasis = 'matchedContact';
  } else if (crm.earlierOwnerKey !== null) {
    identity.ownerKey = crm.earlierOwnerKey;
    identity.ownerBasis = 'earlier';
  } else if (identity.matchedAccount !== null && identity.matchedAccount.ownerKey !== null) {
    identity.ownerKey = identity.matchedAccount.ownerKey;
    identity.ownerBasis = 'matchedAccount';
  }
}

function pickContact(inbound: InboundLead, contacts: MatchedContact[]): MatchedContact | null {
  if (inbound.email === null) {
    return null;
  }
  let best: MatchedContact | null = null;
  for (const matchedContact of contacts) {
    const address = readEmail(matchedContact.email);
    if (address !== null && address.matchKey === inbound.email.matchKey && isBetterContact(matchedContact, best)) {
      best = matchedContact;
    }
  }
  return best;
}

function isBetterContact(matchedContact: MatchedContact, best: MatchedContact | null): boolean {
  if (best === null) {
    return true;
  }
  const activity: Long = matchedContact.lastActivityAt ?? 0;
  const bestActivity: Long = best.lastActivityAt ?? 0;
  if (activity !== bestActivity) {
    return activity > bestActivity;
  }
  return compareText(matchedContact.contactKey, best.contactKey) < 0;
}

function pickAccount(
  domain: string | null,
  matchedContact: MatchedContact | null,
  accounts: MatchedAccount[],
): MatchedAccount | null {
  let best: MatchedAccount | null = null;
  for (const matchedAccount of accounts) {
    const isSameDomain = domain !== null && matchedAccount.domain !== null && matchedAccount.domain === domain;
    const isContactsOwn = matchedContact !== null && matchedContact.accountKey === matchedAccount.accountKey;
    if ((isSameDomain || isContactsOwn) && isBetterAccount(matchedAccount, best)) {
      best = matchedAccount;
    }
  }
  return best;
}

/** A customer goes before an open opportunity, that before the rest; then the lower key. */
function isBetterAccount(matchedAccount: MatchedAccount, best: MatchedAccount | null): boolean {
  if (best === null) {
    return true;
  }
  if (matchedAccount.isCustomer !== best.isCustomer) {
    return matchedAccount.isCustomer;
  }
  if (matchedAccount.hasOpenOpportunity !== best.hasOpenOpportunity) {
    return matchedAccount.hasOpenOpportunity;
  }
  return compareText(matchedAccount.accountKey, best.accountKey) < 0;
}

function isReactivated(matchedAccount: MatchedAccount | null, now: Long, reactivatedAfterDays: Long): boolean {
  if (matchedAccount === null || matchedAccount.lostAt === null || matchedAccount.isCustomer) {
    return false;
  }
  return now - matchedAccount.lostAt >= reactivatedAfterDays * dayMillis;
}
