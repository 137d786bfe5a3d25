import type { LookupAnswers } from '../model/crm-context.ts';
import type { DecisionInput } from '../model/decision-context.ts';
import { none } from '../model/decision-context.ts';
import type { Int } from '../model/number.ts';
import type { GuardKey, InquiryType } from '../model/policy.ts';
import type { PreparedPolicy } from '../model/prepared-policy.ts';
import type { Channel } from '../model/submission.ts';
import type { KnownLead } from '../score/lay-facts.ts';
import type { Scores } from '../score/score.ts';

/** Which guard stopped the lead, with one mark for each guard that was asked: `+` stops, `-` lets through. */
export type GuardAnswer = { guardPosition: Int; destinationKey: string | null; marks: string };

const importChannels: Channel[] = ['listImport', 'migration', 'integration'];

/** Asks the guards in the policy's order; the first that stops the lead names its destination. */
export function checkGuards(
  input: DecisionInput,
  known: KnownLead,
  scores: Scores,
  prepared: PreparedPolicy,
): GuardAnswer {
  const marks: string[] = [];
  for (let position: Int = 0; position < prepared.guards.length; position += 1) {
    const guard = prepared.guards[position]!;
    if (doesStop(guard.guardKey, input, known, scores, prepared)) {
      const destinationKey = destinationOf(guard.guardKey, guard.destinationKey, known, prepared);
      if (destinationKey !== null) {
        marks.push('+');
        return { guardPosition: position, destinationKey: destinationKey, marks: marks.join('') };
      }
    }
    marks.push('-');
  }
  return { guardPosition: none, destinationKey: null, marks: marks.join('') };
}

function doesStop(
  guardKey: GuardKey,
  input: DecisionInput,
  known: KnownLead,
  scores: Scores,
  prepared: PreparedPolicy,
): boolean {
  const thresholds = prepared.policy.thresholds;
  const expected = known.inbound.submission.expectedValue;
  switch (guardKey) {
    case 'imported':
      return isImported(known.inbound.submission.channel);
    case 'testOrEmployee':
      return isOurs(input.answers, known.inbound.submission.channel);
    case 'suppressed':
      return known.inbound.submission.optedOut === true || input.answers.isCompetitorDomain === true;
    case 'ownerSetByPerson':
      return known.identity.isOwnerSetByPerson;
    case 'sensitive':
      return known.classification.isSensitive;
    case 'existingCustomer':
      return known.identity.isCustomer;
    case 'outOfScope':
      return isOutOfScope(known.classification.inquiryType);
    case 'namedAccount':
      return known.identity.isNamed;
    case 'highValue':
      return expected !== null && expected >= thresholds.highValue;
    case 'reactivated':
      return known.identity.isReactivated;
    case 'notEnoughInformation':
      return hasSaidTooLittle(known, scores, prepared);
    default:
      return scores.confidence.confidence < thresholds.lowConfidence;
  }
}

/** An existing customer who asks for help goes to support, whatever the guard's own destination. */
function destinationOf(
  guardKey: GuardKey,
  destinationKey: string | null,
  known: KnownLead,
  prepared: PreparedPolicy,
): string | null {
  const inquiryType = known.classification.inquiryType;
  const inquiryDestination = prepared.inquiryDestinations.get(inquiryType) ?? null;
  if (guardKey === 'outOfScope') {
    return inquiryDestination ?? destinationKey;
  }
  if (guardKey === 'existingCustomer' && inquiryType === 'support') {
    return inquiryDestination ?? destinationKey;
  }
  return destinationKey;
}

function isImported(channel: Channel): boolean {
  for (const importChannel of importChannels) {
    if (importChannel === channel) {
      return true;
    }
  }
  return false;
}

/** An introduction that a colleague forwards comes from our own address, but it is about somebody else. */
function isOurs(answers: LookupAnswers, channel: Channel): boolean {
  return answers.isTestDomain === true || (answers.isEmployeeDomain === true && channel !== 'forwardedIntro');
}

function isOutOfScope(inquiryType: InquiryType): boolean {
  return inquiryType !== 'sales' && inquiryType !== 'unknown';
}

/** Nobody to answer to, too little known to judge the fit, or words that name no wish at all. */
function hasSaidTooLittle(known: KnownLead, scores: Scores, prepared: PreparedPolicy): boolean {
  if (known.inbound.email === null && !known.inbound.hasPhone) {
    return true;
  }
  if (scores.fit.coverage < prepared.policy.thresholds.minimumCoverage) {
    return true;
  }
  return known.classification.isVague && known.classification.inquiryType === 'unknown';
}
