import { classify } from '../../../decide/classify/classify.ts';
import { enrich } from '../../../decide/enrich/enrich.ts';
import { identify } from '../../../decide/identify/identify.ts';
import { takeIn } from '../../../decide/intake/take-in.ts';
import { takeInAnswers, takeInCrm } from '../../../decide/intake/take-in-crm.ts';
import type { CrmContext, LookupAnswers } from '../../../decide/model/crm-context.ts';
import type { FactSheet } from '../../../decide/model/fact-sheet.ts';
import type { PreparedPolicy } from '../../../decide/model/prepared-policy.ts';
import type { Submission } from '../../../decide/model/submission.ts';
import { normalize } from '../../../decide/normalize/normalize.ts';
import { layFacts } from '../../../decide/score/lay-facts.ts';

/**
 * What the engine would have known of a lead on its arrival: the submission walks through the same rooms as when it is decided, up to the
 * score.
 *
 * @param submission as of its arrival: a field that was filled later is null here (value-as-of.ts)
 */
export function factsAsOf(
  submission: Submission,
  crm: CrmContext,
  answers: LookupAnswers,
  prepared: PreparedPolicy,
): FactSheet {
  const taken = takeIn(submission);
  const inbound = normalize(taken);
  const classification = classify(inbound, prepared);
  const takenAnswers = takeInAnswers(answers);
  const takenCrm = takeInCrm(crm);
  const enrichment = enrich(inbound, takenAnswers);
  const days = prepared.policy.thresholds.reactivatedAfterDays;
  const identity = identify(inbound, enrichment, takenCrm, takenAnswers, submission.receivedAt, days);
  return layFacts({ inbound, classification, enrichment, identity, crm: takenCrm }, prepared);
}

/** A CRM that knew nothing about the lead when it arrived. */
export function emptyCrm(): CrmContext {
  return {
    ownerKey: null,
    ownerSetter: null,
    contacts: [],
    accounts: [],
    earlierSubmissionKey: null,
    earlierOwnerKey: null,
    earlierDecidedAt: null,
    handedBackKeys: [],
  };
}
