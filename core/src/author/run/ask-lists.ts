import type { LookupAnswers } from '../../decide/model/crm-context.ts';

/** The lists that an edge asks for one lead's own domain. */
export type LookupLists = {
  freeMail: Set<string>;
  disposable: Set<string>;
  employeeDomains: Set<string>;
  competitorDomains: Set<string>;
};

const nothingAsked: LookupAnswers = {
  isFreeMail: null,
  isDisposableMail: null,
  isTestDomain: null,
  isEmployeeDomain: null,
  isCompetitorDomain: null,
  isNamedAccount: null,
  employees: null,
  annualRevenue: null,
  industry: null,
  country: null,
  enrichmentSource: null,
};

/** Asks the lists about a domain. Without a domain nothing is asked, and nothing is known. */
export function askLists(lists: LookupLists, domain: string | null): LookupAnswers {
  if (domain === null) {
    return nothingAsked;
  }
  return {
    ...nothingAsked,
    isFreeMail: lists.freeMail.has(domain),
    isDisposableMail: lists.disposable.has(domain),
    isTestDomain: isTestDomain(domain),
    isEmployeeDomain: lists.employeeDomains.has(domain),
    isCompetitorDomain: lists.competitorDomains.has(domain),
  };
}

/** Domains under which only tests are sent: a first label "test", and the names that RFC 2606 keeps for documents. */
function isTestDomain(domain: string): boolean {
  return domain.startsWith('test.') || domain.endsWith('.invalid') || /^example\.(com|org|net)$/.test(domain);
}
