import type { Int, Long } from './number.ts';

/** Who set the present owner: a person's choice is kept, an automation's is not binding. */
export type OwnerSetter = 'person' | 'automation' | 'unknown';

/** A person the CRM already knows, found by the edge with the keys that normalize names. */
export type MatchedContact = {
  contactKey: string;
  email: string | null;
  accountKey: string | null;
  ownerKey: string | null;
  lastActivityAt: Long | null;
};

/** An organisation the CRM already knows. */
export type MatchedAccount = {
  accountKey: string;
  domain: string | null;
  ownerKey: string | null;
  isCustomer: boolean;
  isNamed: boolean;
  employees: Long | null;
  industry: string | null;
  country: string | null;
  hasOpenOpportunity: boolean;
  /** When the last opportunity was lost, for the account that comes back. */
  lostAt: Long | null;
};

/** What the CRM knows about this lead at the moment of deciding. */
export type CrmContext = {
  ownerKey: string | null;
  ownerSetter: OwnerSetter | null;
  contacts: MatchedContact[];
  accounts: MatchedAccount[];
  /** The submission of the same person that was decided before, if any, with its owner. */
  earlierSubmissionKey: string | null;
  earlierOwnerKey: string | null;
  earlierDecidedAt: Long | null;
  /** Reps who handed this lead back or already missed it: they are not asked again. */
  handedBackKeys: string[];
};

/** Answers from lists too long to carry: the edge asked them for this lead's own keys. Null is "not asked". */
export type LookupAnswers = {
  isFreeMail: boolean | null;
  isDisposableMail: boolean | null;
  isTestDomain: boolean | null;
  isEmployeeDomain: boolean | null;
  isCompetitorDomain: boolean | null;
  isNamedAccount: boolean | null;
  /** From an enrichment source, with the source's name. */
  employees: Long | null;
  annualRevenue: Long | null;
  industry: string | null;
  country: string | null;
  enrichmentSource: string | null;
};

/** How many leads went to a person for low confidence today, so that review never becomes the bottleneck. */
export type ReviewLoad = { decidedToday: Int; reviewedToday: Int };
