import type { LookupAnswers, MatchedAccount, MatchedContact } from '../model/crm-context.ts';
import type { DecisionInput } from '../model/decision-context.ts';
import { quote } from '../model/json-text.ts';
import { printInt, printLong, type Int, type Long } from '../model/number.ts';
import type { Problem } from '../model/problem.ts';
import type { Activity, ExtraValue, Submission } from '../model/submission.ts';
import type { Identity } from '../identify/identify.ts';

/**
 * Writes the personal part of a record: the lead as it was taken in and what the CRM and the look-ups said of it. With the
 * snapshots that the decision part names it decides again to the same bytes. It can be erased without touching the
 * decision part. What is null or empty is left out.
 */
export function writeLead(input: DecisionInput, identity: Identity): string {
  const out: string[] = ['{"submission":{'];
  writeSubmission(out, input.submission);
  out.push('},"crm":{');
  writeCrm(out, input, identity);
  out.push('},"answers":{');
  writeAnswers(out, input.answers);
  out.push(`},"reviewLoad":[${printInt(input.reviewLoad.decidedToday)},${printInt(input.reviewLoad.reviewedToday)}]`);
  out.push(`,"now":${printLong(input.now)}}`);
  return out.join('');
}

function writeSubmission(out: string[], submission: Submission): void {
  out.push(`"submissionKey":${quote(submission.submissionKey)},"channel":${quote(submission.channel)}`);
  out.push(`,"receivedAt":${printLong(submission.receivedAt)}`);
  writeText(out, 'firstName', submission.firstName);
  writeText(out, 'lastName', submission.lastName);
  writeText(out, 'email', submission.email);
  writeText(out, 'phone', submission.phone);
  writeText(out, 'company', submission.company);
  writeText(out, 'jobTitle', submission.jobTitle);
  writeText(out, 'website', submission.website);
  writeText(out, 'country', submission.country);
  writeText(out, 'region', submission.region);
  writeText(out, 'postcode', submission.postcode);
  writeText(out, 'city', submission.city);
  writeText(out, 'industry', submission.industry);
  writeText(out, 'language', submission.language);
  writeText(out, 'leadSource', submission.leadSource);
  writeText(out, 'campaign', submission.campaign);
  writeText(out, 'entryPage', submission.entryPage);
  writeText(out, 'lastPage', submission.lastPage);
  writeText(out, 'productInterest', submission.productInterest);
  writeText(out, 'currentTool', submission.currentTool);
  writeText(out, 'timeline', submission.timeline);
  writeText(out, 'budget', submission.budget);
  writeText(out, 'buyingGroup', submission.buyingGroup);
  writeText(out, 'subject', submission.subject);
  writeText(out, 'message', submission.message);
  writeNumber(out, 'employees', submission.employees);
  writeNumber(out, 'annualRevenue', submission.annualRevenue);
  writeNumber(out, 'teamSize', submission.teamSize);
  writeNumber(out, 'expectedValue', submission.expectedValue);
  writeAnswer(out, 'optedOut', submission.optedOut);
  writeExtras(out, submission.extras);
  writeActivities(out, submission.activities);
  writeProblems(out, submission.problems);
}

/** Only the contact and the account that counted: the others did not decide. */
function writeCrm(out: string[], input: DecisionInput, identity: Identity): void {
  const crm = input.crm;
  out.push('"handedBackKeys":[');
  for (let place: Int = 0; place < crm.handedBackKeys.length; place += 1) {
    out.push(`${place === 0 ? '' : ','}${quote(crm.handedBackKeys[place]!)}`);
  }
  out.push(']');
  writeText(out, 'ownerKey', crm.ownerKey);
  writeText(out, 'ownerSetter', crm.ownerSetter);
  writeText(out, 'earlierSubmissionKey', crm.earlierSubmissionKey);
  writeText(out, 'earlierOwnerKey', crm.earlierOwnerKey);
  writeNumber(out, 'earlierDecidedAt', crm.earlierDecidedAt);
  if (identity.matchedContact !== null) {
    writeContact(out, identity.matchedContact);
  }
  if (identity.matchedAccount !== null) {
    writeAccount(out, identity.matchedAccount);
  }
}

function writeContact(out: string[], matchedContact: MatchedContact): void {
  out.push(`,"contact":{"contactKey":${quote(matchedContact.contactKey)}`);
  writeText(out, 'email', matchedContact.email);
  writeText(out, 'accountKey', matchedContact.accountKey);
  writeText(out, 'ownerKey', matchedContact.ownerKey);
  writeNumber(out, 'lastActivityAt', matchedContact.lastActivityAt);
  out.push('}');
}

function writeAccount(out: string[], matchedAccount: MatchedAccount): void {
  out.push(`,"account":{"accountKey":${quote(matchedAccount.accountKey)}`);
  writeText(out, 'domain', matchedAccount.domain);
  writeText(out, 'ownerKey', matchedAccount.ownerKey);
  writeAnswer(out, 'isCustomer', matchedAccount.isCustomer);
  writeAnswer(out, 'isNamed', matchedAccount.isNamed);
  writeNumber(out, 'employees', matchedAccount.employees);
  writeText(out, 'industry', matchedAccount.industry);
  writeText(out, 'country', matchedAccount.country);
  writeAnswer(out, 'hasOpenOpportunity', matchedAccount.hasOpenOpportunity);
  writeNumber(out, 'lostAt', matchedAccount.lostAt);
  out.push('}');
}

/** One letter for each list that was asked, in the order of LookupAnswers: y, n, or - where it was not asked. */
function writeAnswers(out: string[], answers: LookupAnswers): void {
  const letters: string[] = [
    answerLetter(answers.isFreeMail),
    answerLetter(answers.isDisposableMail),
    answerLetter(answers.isTestDomain),
    answerLetter(answers.isEmployeeDomain),
    answerLetter(answers.isCompetitorDomain),
    answerLetter(answers.isNamedAccount),
  ];
  out.push(`"lists":"${letters.join('')}"`);
  writeNumber(out, 'employees', answers.employees);
  writeNumber(out, 'annualRevenue', answers.annualRevenue);
  writeText(out, 'industry', answers.industry);
  writeText(out, 'country', answers.country);
  writeText(out, 'enrichmentSource', answers.enrichmentSource);
}

function answerLetter(isSo: boolean | null): string {
  if (isSo === null) {
    return '-';
  }
  return isSo ? 'y' : 'n';
}

function writeExtras(out: string[], extras: ExtraValue[]): void {
  if (extras.length === 0) {
    return;
  }
  out.push(',"extras":[');
  for (let place: Int = 0; place < extras.length; place += 1) {
    const extra = extras[place]!;
    out.push(`${place === 0 ? '' : ','}{"fieldKey":${quote(extra.fieldKey)}`);
    writeText(out, 'text', extra.text);
    writeNumber(out, 'whole', extra.whole);
    out.push('}');
  }
  out.push(']');
}

function writeActivities(out: string[], activities: Activity[]): void {
  if (activities.length === 0) {
    return;
  }
  out.push(',"activities":[');
  for (let place: Int = 0; place < activities.length; place += 1) {
    const activity = activities[place]!;
    const separator = place === 0 ? '' : ',';
    out.push(`${separator}[${quote(activity.signalKey)},${printLong(activity.occurredAt)}`);
    out.push(`,${printInt(activity.occurrences)}]`);
  }
  out.push(']');
}

function writeProblems(out: string[], problems: Problem[]): void {
  if (problems.length === 0) {
    return;
  }
  out.push(',"problems":[');
  for (let place: Int = 0; place < problems.length; place += 1) {
    const problem = problems[place]!;
    const separator = place === 0 ? '' : ',';
    out.push(`${separator}[${quote(problem.code)},${quote(problem.about)},${quote(problem.found)}]`);
  }
  out.push(']');
}

function writeText(out: string[], name: string, text: string | null): void {
  if (text !== null) {
    out.push(`,"${name}":${quote(text)}`);
  }
}

function writeNumber(out: string[], name: string, amount: Long | null): void {
  if (amount !== null) {
    out.push(`,"${name}":${printLong(amount)}`);
  }
}

function writeAnswer(out: string[], name: string, isSo: boolean | null): void {
  if (isSo !== null) {
    out.push(isSo ? `,"${name}":true` : `,"${name}":false`);
  }
}
