/**
 * The product on one screen: a lead walks through ten rooms in one direction.
 */
import { armOf, personKey } from './act/draw-arm.ts';
import { planActions, type ActionPlan } from './act/plan-actions.ts';
import { startClock, type Clock } from './act/start-clock.ts';
import { classify } from './classify/classify.ts';
import { enrich } from './enrich/enrich.ts';
import { identify } from './identify/identify.ts';
import { takeIn } from './intake/take-in.ts';
import { takeInAnswers, takeInCrm } from './intake/take-in-crm.ts';
import type { DecisionContext, DecisionInput } from './model/decision-context.ts';
import type { TurnLedger } from './model/turn-ledger.ts';
import { normalize } from './normalize/normalize.ts';
import { writeDecision } from './record/write-decision.ts';
import { writeLead } from './record/write-lead.ts';
import { assignLead, leaveTurn, type Assignment, type TurnQuestion } from './route/assign-lead.ts';
import type { Assessment } from './route/assessment.ts';
import { chooseDestination } from './route/choose-destination.ts';
import { findQuestion } from './route/find-question.ts';
import { planPools } from './route/plan-pools.ts';
import type { KnownLead } from './score/lay-facts.ts';
import { score } from './score/score.ts';

/** A decision with everything that explains it. The two texts are the record: they are stored, hashed and sealed. */
export type Decision = {
  assessment: Assessment;
  assignment: Assignment;
  clock: Clock;
  plan: ActionPlan;
  decisionText: string;
  personalText: string;
};

/**
 * Everything up to the pools that could take the lead, in order. It needs no ledger and takes no lock.
 */
export function assess(input: DecisionInput, context: DecisionContext): Assessment {
  const prepared = context.prepared;
  const thresholds = prepared.policy.thresholds;
  const taken: DecisionInput = {
    submission: takeIn(input.submission),
    crm: takeInCrm(input.crm),
    answers: takeInAnswers(input.answers),
    reviewLoad: input.reviewLoad,
    now: input.now,
  };
  const inbound = normalize(taken.submission);
  const classification = classify(inbound, prepared);
  const enrichment = enrich(inbound, taken.answers);
  const identity = identify(inbound, enrichment, taken.crm, taken.answers, taken.now, thresholds.reactivatedAfterDays);
  const known: KnownLead = {
    inbound: inbound,
    classification: classification,
    enrichment: enrichment,
    identity: identity,
    crm: taken.crm,
  };
  const scored = score(known, prepared, input.now);
  const choice = chooseDestination(taken, known, scored.facts, scored.scores, prepared);
  return {
    input: taken,
    now: input.now,
    known: known,
    facts: scored.facts,
    scores: scored.scores,
    choice: choice,
    questionPosition: findQuestion(scored.scores, prepared),
    plan: planPools(choice, identity, prepared),
  };
}

/**
 * Takes the turn, starts the clock, plans the writes and writes the record. `ledgers` are those of the planned pools,
 * read under lock; a pool without one starts a new ledger. The changed ledger is in `assignment.ledgerAfter`; an edge keeps
 * the ledgers of observe and suggest apart from those of live, because their turns were never given out.
 */
export function assign(assessment: Assessment, ledgers: TurnLedger[], context: DecisionContext): Decision {
  const prepared = context.prepared;
  const question: TurnQuestion = {
    plan: assessment.plan,
    facts: assessment.facts,
    language: assessment.known.inbound.language,
    crm: assessment.known.crm,
    now: assessment.now,
  };
  const arm = armOf(prepared.activeExperiment, personKey(assessment.known.inbound));
  const assignment = assignLead(question, ledgers, context);
  if (arm === 'control') {
    leaveTurn(assignment);
  }
  const clock = startClock(prepared.slas[assessment.choice.slaPosition]!, context.calendars, assessment.now);
  const plan = planActions(context, arm, assessment, assignment, clock);
  const personalText = writeLead(assessment.input, assessment.known.identity);
  return {
    assessment: assessment,
    assignment: assignment,
    clock: clock,
    plan: plan,
    decisionText: writeDecision(assessment, assignment, clock, plan, context, personalText.length),
    personalText: personalText,
  };
}

/** assess and assign in one step, for those who hold all ledgers anyway. */
export function decide(input: DecisionInput, ledgers: TurnLedger[], context: DecisionContext): Decision {
  return assign(assess(input, context), ledgers, context);
}
