import type { CrmContext, LookupAnswers, MatchedAccount, MatchedContact } from '../model/crm-context.ts';
import type { Long } from '../model/number.ts';
import { compareText } from '../model/text.ts';
import { isColleagues, type Enrichment } from '../enrich/enrich.ts';
import { readDomain } from '../normalize/read-domain.ts';
import { readEmail } from '../normalize/read-email.ts';
import type { InboundLead } from '../normalize/normalize.ts';

/** How the existing owner is known: it stands on the record, on the same person, on an earlier lead, on the account. */
export type OwnerBasis = 'record' | 'contact' | 'earlier' | 'account';

/** Somebody who may already own this lead, and how that is known. */
export type OwnerCandidate = { ownerKey: string; basis: OwnerBasis };

/** Who this is to us. */
export type Identity = {
  matchedContact: MatchedContact | null;
  matchedAccount: MatchedAccount | null;
  /** Whose lead it could already be, the strongest claim first. */
  owners: OwnerCandidate[];
  isOwnerSetByPerson: boolean;
  isCustomer: boolean;
  isNamed: boolean;
  isReactivated: boolean;
  isDuplicate: boolean;
};

const dayMillis: Long = 86400000;

/**
 * Recognises the person by the address and the organisation by its domain, by exact keys alone. Of several contacts the one
 * with the latest activity counts, of several accounts the one that says most; then the lower key, so that every platform
 * picks the same. An introduction that a colleague forwards is nobody we know yet: its address is the colleague's.
 */
export function identify(
  inbound: InboundLead,
  enrichment: Enrichment,
  crm: CrmContext,
  answers: LookupAnswers,
  now: Long,
  reactivatedAfterDays: Long,
): Identity {
  const isIntroduced = isColleagues(inbound, answers);
  const matchedContact = isIntroduced ? null : pickContact(inbound, crm.contacts);
  const matchedAccount = pickAccount(enrichment.companyDomain, matchedContact, crm.accounts);
  const isDuplicate = crm.earlierSubmissionKey !== null && !isIntroduced;
  return {
    matchedContact: matchedContact,
    matchedAccount: matchedAccount,
    owners: nameOwners(crm, matchedContact, matchedAccount, isDuplicate),
    isOwnerSetByPerson: isOwnerBinding(crm),
    isCustomer: matchedAccount !== null && matchedAccount.isCustomer,
    isNamed: (matchedAccount !== null && matchedAccount.isNamed) || answers.isNamedAccount === true,
    isReactivated: isReactivated(matchedAccount, now, reactivatedAfterDays),
    isDuplicate: isDuplicate,
  };
}

/** An owner of whom nobody knows who set them counts as a person's choice: taking a lead away must not be a guess. */
function isOwnerBinding(crm: CrmContext): boolean {
  return crm.ownerKey !== null && crm.ownerSetter !== 'automation';
}

function nameOwners(
  crm: CrmContext,
  matchedContact: MatchedContact | null,
  matchedAccount: MatchedAccount | null,
  isDuplicate: boolean,
): OwnerCandidate[] {
  const owners: OwnerCandidate[] = [];
  if (isOwnerBinding(crm)) {
    addOwner(owners, crm.ownerKey, 'record');
  }
  if (matchedContact !== null) {
    addOwner(owners, matchedContact.ownerKey, 'contact');
  }
  if (isDuplicate) {
    addOwner(owners, crm.earlierOwnerKey, 'earlier');
  }
  if (matchedAccount !== null) {
    addOwner(owners, matchedAccount.ownerKey, 'account');
  }
  return owners;
}

function addOwner(owners: OwnerCandidate[], ownerKey: string | null, basis: OwnerBasis): void {
  if (ownerKey !== null) {
    owners.push({ ownerKey: ownerKey, basis: basis });
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
  for (const candidate of accounts) {
    const isSameDomain = domain !== null && readDomain(candidate.domain) === domain;
    const isContactsOwn = matchedContact !== null && matchedContact.accountKey === candidate.accountKey;
    if ((isSameDomain || isContactsOwn) && isBetterAccount(candidate, best)) {
      best = candidate;
    }
  }
  return best;
}

/** A customer goes before a named account, that before one with an open opportunity or an owner; then the lower key. */
function isBetterAccount(candidate: MatchedAccount, best: MatchedAccount | null): boolean {
  if (best === null) {
    return true;
  }
  if (candidate.isCustomer !== best.isCustomer) {
    return candidate.isCustomer;
  }
  if (candidate.isNamed !== best.isNamed) {
    return candidate.isNamed;
  }
  if (candidate.hasOpenOpportunity !== best.hasOpenOpportunity) {
    return candidate.hasOpenOpportunity;
  }
  if ((candidate.ownerKey === null) !== (best.ownerKey === null)) {
    return candidate.ownerKey !== null;
  }
  return compareText(candidate.accountKey, best.accountKey) < 0;
}

function isReactivated(matchedAccount: MatchedAccount | null, now: Long, reactivatedAfterDays: Long): boolean {
  if (
    matchedAccount === null ||
    matchedAccount.lostAt === null ||
    matchedAccount.isCustomer ||
    matchedAccount.hasOpenOpportunity
  ) {
    return false;
  }
  return now - matchedAccount.lostAt >= reactivatedAfterDays * dayMillis;
}
