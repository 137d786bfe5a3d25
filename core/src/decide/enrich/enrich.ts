import type { LookupAnswers } from '../model/crm-context.ts';
import type { Long } from '../model/number.ts';
import { countryCode, countryOfDomain } from '../normalize/country-code.ts';
import type { InboundLead } from '../normalize/normalize.ts';
import { readIndustry } from '../normalize/read-choice.ts';

export type EmailKind = 'corporate' | 'freeMail' | 'disposable' | 'role' | 'unknown';

/** Where a value came from: typed by the person, a source that was looked up, or read off the domain's ending. */
export type Origin = 'typed' | 'lookedUp' | 'domain';

export type SourcedText = { text: string; origin: Origin };
export type SourcedNumber = { amount: Long; origin: Origin };

/** What is known beyond what was typed. What the person typed always goes first; a source only fills gaps. */
export type Enrichment = {
  emailKind: EmailKind;
  /** The organisation's domain: of the address when it is not a mail provider's, else of the website. */
  companyDomain: string | null;
  country: SourcedText | null;
  industry: SourcedText | null;
  employees: SourcedNumber | null;
  annualRevenue: SourcedNumber | null;
};

/** Fills gaps from the answers that the edge looked up for this lead, and says where each value came from. */
export function enrich(inbound: InboundLead, answers: LookupAnswers): Enrichment {
  const emailKind = emailKindOf(inbound, answers);
  const companyDomain = isColleagues(inbound, answers) ? inbound.websiteDomain : companyDomainOf(inbound, emailKind);
  return {
    emailKind: emailKind,
    companyDomain: companyDomain,
    country: countryOf(inbound, answers, companyDomain),
    industry: firstText(inbound.industry, readIndustry(answers.industry)),
    employees: firstNumber(inbound.submission.employees, answers.employees),
    annualRevenue: firstNumber(inbound.submission.annualRevenue, answers.annualRevenue),
  };
}

/** Whether a colleague of ours forwarded it: the address is then ours, and the lead is somebody else. */
export function isColleagues(inbound: InboundLead, answers: LookupAnswers): boolean {
  return inbound.submission.channel === 'forwardedIntro' && answers.isEmployeeDomain === true;
}

function emailKindOf(inbound: InboundLead, answers: LookupAnswers): EmailKind {
  if (inbound.email === null) {
    return 'unknown';
  }
  if (answers.isDisposableMail === true) {
    return 'disposable';
  }
  if (answers.isFreeMail === true) {
    return 'freeMail';
  }
  if (answers.isFreeMail === null) {
    return 'unknown';
  }
  return inbound.isRoleAddress ? 'role' : 'corporate';
}

function companyDomainOf(inbound: InboundLead, emailKind: EmailKind): string | null {
  if (inbound.email !== null && (emailKind === 'corporate' || emailKind === 'role')) {
    return inbound.email.domain;
  }
  return inbound.websiteDomain;
}

function countryOf(inbound: InboundLead, answers: LookupAnswers, companyDomain: string | null): SourcedText | null {
  const stated = firstText(inbound.country, countryCode(answers.country));
  const isUnread = inbound.country === null && inbound.isCountryTyped;
  if (stated !== null || companyDomain === null || isUnread) {
    return stated;
  }
  const ending = countryOfDomain(companyDomain);
  return ending === null ? null : { text: ending, origin: 'domain' };
}

function firstText(typed: string | null, lookedUp: string | null): SourcedText | null {
  if (typed !== null) {
    return { text: typed, origin: 'typed' };
  }
  return lookedUp === null ? null : { text: lookedUp, origin: 'lookedUp' };
}

function firstNumber(typed: Long | null, lookedUp: Long | null): SourcedNumber | null {
  if (typed !== null) {
    return { amount: typed, origin: 'typed' };
  }
  return lookedUp === null ? null : { amount: lookedUp, origin: 'lookedUp' };
}
