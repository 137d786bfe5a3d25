import type { Classification } from '../classify/classify.ts';
import type { FieldType } from '../model/condition.ts';
import type { CrmContext } from '../model/crm-context.ts';
import type { Enrichment, SourcedNumber, SourcedText } from '../enrich/enrich.ts';
import type { Identity } from '../identify/identify.ts';
import { firstOwnFieldPosition, type FactSheet } from '../model/fact-sheet.ts';
import { fold } from '../model/fold.ts';
import { toLong, type Int, type Long } from '../model/number.ts';
import type { PreparedPolicy } from '../model/prepared-policy.ts';
import type { ExtraValue } from '../model/submission.ts';
import { lowerPlain } from '../model/text.ts';
import { knownFolded } from '../normalize/clean-name.ts';
import { countryCode } from '../normalize/country-code.ts';
import type { InboundLead } from '../normalize/normalize.ts';
import { readIndustry } from '../normalize/read-choice.ts';

/** What the earlier rooms found out about one lead. */
export type KnownLead = {
  inbound: InboundLead;
  classification: Classification;
  enrichment: Enrichment;
  identity: Identity;
  crm: CrmContext;
};

/**
 * Lays everything known on one sheet, in the order of standardFields, so that conditions and score cards find a fact by
 * its position. Scores, tier and territory stay open until their rooms fill them.
 */
export function layFacts(known: KnownLead, prepared: PreparedPolicy): FactSheet {
  const facts: FactSheet = { texts: [], numbers: [] };
  layArrival(facts, known.inbound);
  layCompany(facts, known);
  layWishes(facts, known);
  layFlags(facts, known);
  layNumbers(facts, known);
  for (let position: Int = facts.texts.length; position < prepared.fields.length; position += 1) {
    layText(facts, null);
  }
  layOwnFields(facts, known.inbound.submission.extras, prepared);
  return facts;
}

function layArrival(facts: FactSheet, inbound: InboundLead): void {
  const submission = inbound.submission;
  layText(facts, lowerPlain(submission.channel));
  layText(facts, knownFolded(submission.leadSource));
  layText(facts, knownFolded(submission.campaign));
  layText(facts, knownFolded(pageOf(submission.entryPage)));
  layText(facts, knownFolded(pageOf(submission.lastPage)));
}

/** A page without what follows ? or #: that part names people more often than places. */
function pageOf(address: string | null): string | null {
  if (address === null) {
    return null;
  }
  return textBefore(textBefore(address, '?'), '#');
}

function textBefore(text: string, mark: string): string {
  const place: Int = text.indexOf(mark);
  return place < 0 ? text : text.substring(0, place);
}

function layCompany(facts: FactSheet, known: KnownLead): void {
  const inbound = known.inbound;
  const enrichment = known.enrichment;
  const matchedAccount = known.identity.matchedAccount;
  layText(facts, textOf(enrichment.country) ?? (matchedAccount === null ? null : countryCode(matchedAccount.country)));
  layText(facts, inbound.region);
  layText(facts, inbound.postcode);
  layText(facts, inbound.city);
  layText(
    facts,
    textOf(enrichment.industry) ?? (matchedAccount === null ? null : readIndustry(matchedAccount.industry)),
  );
  layText(facts, inbound.language);
  layText(facts, inbound.seniority === null ? null : lowerPlain(inbound.seniority));
  layText(facts, inbound.jobFunction);
  layText(facts, enrichment.emailKind === 'unknown' ? null : lowerPlain(enrichment.emailKind));
  layText(facts, inbound.email === null ? null : inbound.email.domain);
  layText(facts, inbound.companyKey);
}

function layWishes(facts: FactSheet, known: KnownLead): void {
  const inbound = known.inbound;
  const inquiryType = known.classification.inquiryType;
  layText(facts, knownFolded(inbound.submission.productInterest));
  layText(facts, knownFolded(inbound.submission.currentTool));
  layText(facts, inbound.timeline);
  layText(facts, inbound.budget);
  layText(facts, knownFolded(inbound.submission.buyingGroup));
  layText(facts, inquiryType === 'unknown' ? null : inquiryType);
}

function layFlags(facts: FactSheet, known: KnownLead): void {
  const identity = known.identity;
  layFlag(facts, known.classification.isUrgent);
  layFlag(facts, known.classification.isSensitive);
  layFlag(facts, identity.isCustomer);
  layFlag(facts, identity.isNamed);
  layFlag(facts, identity.isReactivated);
  layFlag(facts, identity.isDuplicate);
  layText(facts, flagText(known.inbound.submission.optedOut));
  layFlag(facts, known.inbound.hasPhone);
  layFlag(facts, known.enrichment.companyDomain !== null);
}

function layNumbers(facts: FactSheet, known: KnownLead): void {
  const matchedAccount = known.identity.matchedAccount;
  const submission = known.inbound.submission;
  layNumber(facts, amountOf(known.enrichment.employees) ?? (matchedAccount === null ? null : matchedAccount.employees));
  layNumber(facts, amountOf(known.enrichment.annualRevenue));
  layNumber(facts, submission.teamSize);
  layNumber(facts, submission.expectedValue);
  layNumber(facts, toLong(known.inbound.words.length));
  layNumber(facts, toLong(known.classification.buyingHints));
  layNumber(facts, toLong(known.classification.authorityHints));
}

function layOwnFields(facts: FactSheet, extras: ExtraValue[], prepared: PreparedPolicy): void {
  for (const extra of extras) {
    const position = prepared.fieldPositions.get(extra.fieldKey) ?? null;
    if (position !== null && position >= firstOwnFieldPosition) {
      layOwnField(facts, position, extra, prepared.fields[position]!.fieldType);
    }
  }
}

function layOwnField(facts: FactSheet, position: Int, extra: ExtraValue, fieldType: FieldType): void {
  switch (fieldType) {
    case 'number':
      facts.numbers[position] = extra.whole;
      return;
    case 'flag':
      facts.texts[position] = extra.text === null ? null : readFlag(fold(extra.text));
      return;
    default:
      facts.texts[position] = knownFolded(extra.text);
      return;
  }
}

function readFlag(folded: string): string | null {
  if (['yes', 'true', '1'].includes(folded)) {
    return 'yes';
  }
  return ['no', 'false', '0'].includes(folded) ? 'no' : null;
}

function layText(facts: FactSheet, text: string | null): void {
  facts.texts.push(text);
  facts.numbers.push(null);
}

function layNumber(facts: FactSheet, amount: Long | null): void {
  facts.texts.push(null);
  facts.numbers.push(amount);
}

function layFlag(facts: FactSheet, isSo: boolean): void {
  layText(facts, isSo ? 'yes' : 'no');
}

function flagText(isSo: boolean | null): string | null {
  if (isSo === null) {
    return null;
  }
  return isSo ? 'yes' : 'no';
}

function textOf(sourced: SourcedText | null): string | null {
  return sourced === null ? null : sourced.text;
}

function amountOf(sourced: SourcedNumber | null): Long | null {
  return sourced === null ? null : sourced.amount;
}
