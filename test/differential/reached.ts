import { recordOfText } from '../../core/src/author/run/read-record.ts';
import { decide, type Decision } from '../../core/src/decide/index.ts';
import type { FieldType, Operator } from '../../core/src/decide/model/condition.ts';
import type { DecisionContext } from '../../core/src/decide/model/decision-context.ts';
import type { DecisionRecord, RecordedAxis } from '../../core/src/decide/model/decision-record.ts';
import { judgeCondition } from '../../core/src/decide/model/judge.ts';
import type { PreparedPolicy, PreparedTest } from '../../core/src/decide/model/prepared-policy.ts';
import { tellStory } from '../../core/src/decide/record/tell-story.ts';
import { standings } from '../../core/src/decide/route/find-eligible.ts';
import { channels } from '../property/generators/submissions.ts';
import { destinationKinds, guardKeys, inquiryTypes } from '../../core/src/decide/model/choices.ts';
import { contextOf, valuesOf, type LeadValues, type Pair, type PairValues } from './pair.ts';

const operators: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['isOneOf', 'isNoneOf', 'contains', 'startsWith'],
  number: ['between', 'atLeast', 'atMost'],
  flag: ['isYes', 'isNo'],
};
const fieldTypes: readonly FieldType[] = ['text', 'number', 'flag'];
const axes = ['fit', 'engagement', 'intent', 'capacity'] as const;

function every(name: string, values: readonly (string | number)[]): string[] {
  return values.map((value) => `${name} ${value}`);
}

/** What a good set of pairs reaches: every branch that a record or its story can show. */
export const reachable: readonly string[] = [
  ...guardKeys.flatMap((guardKey) => [`guard ${guardKey} stops`, `guard ${guardKey} lets through`]),
  ...fieldTypes.flatMap((type) => [
    ...operators[type].flatMap((operator) => every(`${operator} ${type}`, ['met', 'unmet', 'unknown'])),
    ...every(`isKnown ${type}`, ['met', 'unmet']),
    ...every(`isUnknown ${type}`, ['met', 'unmet']),
  ]),
  ...every('test joined by', ['and', 'a logic line', 'nothing']),
  ...every('logic step', ['and', 'or', 'not']),
  ...every('mark', ['++', '+', '-', '?']),
  // A policy that passes its checks has a destination in every cell, so that its fallback never decides.
  ...every('source', ['guard', 'rule', 'matrix']),
  ...every('destination', destinationKinds),
  ...every('channel', channels),
  ...every('cell', [0, 1, 2, 3, 4, 5, 6, 7]),
  ...every('bucket', ['warm', 'lukewarm', 'cool', 'cold']),
  ...axes.flatMap((axis) => every(axis, ['high', 'low', 'at its threshold', 'just below its threshold', '0', '100'])),
  ...axes.flatMap((axis) =>
    every(axis, ['expert', 'trained', 'bin', 'missing bin', 'other bin', 'points beyond score', 'no attributes']),
  ),
  ...every('confidence', ['policy', 'history', 'by fit', 'by engagement', 'by none', 'calibrated', 'not calibrated']),
  ...every('confidence', ['low', 'enough', 'at its threshold', 'just below its threshold']),
  ...every('mode', ['observe', 'suggest', 'live']),
  ...every('arm', ['none', 'test', 'control']),
  ...every('inquiry', inquiryTypes),
  ...every('owner by', ['record', 'contact', 'earlier', 'account', 'nobody']),
  ...every('assigned by', ['kept', 'owner', 'territoryOwner', 'turn', 'overflow', 'afterHours', 'holder']),
  ...every('passed over', ['b', 'i', 'o']),
  ...every(
    'standing',
    standings.map((standing) => standing.slice(0, 1)),
  ),
  ...every('choice', ['held', 'review overflow', 'question', 'tier', 'no tier', 'territory', 'no territory']),
  ...every('tries', [0, 1, 2, 3, 4]),
  ...every('turn', ['taken', 'not taken', 'tied', 'in a new day', 'in the same day', 'with a credit at its bound']),
  'calendar stale',
  ...every('clock', ['calendar', 'aroundTheClock', 'stale', 'by minutes', 'by end of day']),
  ...every('escalation', ['remind', 'alert', 'reassign', 'at once', 'later']),
  ...every('problem', ['EDG003', 'INT001', 'INT002', 'INT003', 'INT004', 'INT005', 'NRM001', 'NRM002']),
  ...every('matched', ['contact', 'account', 'nobody']),
  ...every('is', ['customer', 'named', 'reactivated', 'duplicate', 'urgent', 'sensitive', 'vague']),
  ...every('emailKind', ['corporate', 'freeMail', 'disposable', 'role', 'unknown']),
  ...every('country', ['typed', 'lookedUp', 'domain']),
  ...every('action', ['setField', 'appendNote', 'createTask', 'alert', 'enrol', 'reply', 'startClock']).flatMap(
    (label) => [`${label} done`, `${label} not done`],
  ),
  ...every('signal', ['positive', 'negative', 'at its cap', 'none']),
  'record truncated',
  'personal part above 2,600 characters',
  ...every(
    'story',
    [
      'decision',
      'reason',
      'others',
      'fit',
      'engagement',
      'intent',
      'capacity',
      'confidence',
      'clock',
      'actions',
    ].concat(['question', 'changes']),
  ),
];

/** What a pair reaches of all that. reachedBy(pair).has('guard sensitive stops') → true where one of its leads was stopped. */
export function reachedBy(pair: Pair): Set<string> {
  const values = valuesOf(pair);
  const context = contextOf(values.policy, values.context);
  const reached = new Set<string>();
  noteTests(reached, context.prepared);
  for (const lead of values.leads) {
    noteLead(reached, lead, context, values);
  }
  return reached;
}

function testsOf(prepared: PreparedPolicy): PreparedTest[] {
  return [...prepared.rules.map((rule) => rule.asked), ...prepared.tiers, ...prepared.territories];
}

function noteTests(reached: Set<string>, prepared: PreparedPolicy): void {
  for (const { conditions, steps, isConjunction } of testsOf(prepared)) {
    const joined = isConjunction ? 'and' : 'a logic line';
    reached.add(`test joined by ${conditions.length === 0 ? 'nothing' : joined}`);
    for (const step of steps.filter(({ kind }) => kind !== 'condition')) {
      reached.add(`logic step ${step.kind}`);
    }
  }
}

function noteLead(reached: Set<string>, lead: LeadValues, context: DecisionContext, values: PairValues): void {
  const before = structuredClone(lead.ledgers);
  const decision = decide(lead.input, lead.ledgers, context);
  const record = recordOfText(decision.decisionText);
  noteConditions(reached, decision, context.prepared);
  noteScores(reached, decision, record, context.prepared);
  noteChoice(reached, decision, record, context.prepared);
  noteAssignment(reached, decision, record, before);
  noteLeadFacts(reached, decision, record);
  notePlan(reached, decision, context.prepared);
  for (const section of tellStory(record, values.policy, { reps: values.context.reps }).sections) {
    reached.add(`story ${section.code}`);
  }
  addIf(reached, 'record truncated', record.truncated.length > 0);
  addIf(reached, 'personal part above 2,600 characters', decision.personalText.length > 2_600);
}

function addIf(reached: Set<string>, label: string, isSo: boolean): void {
  if (isSo) {
    reached.add(label);
  }
}

function noteConditions(reached: Set<string>, { assessment }: Decision, prepared: PreparedPolicy): void {
  for (const asked of testsOf(prepared)) {
    for (const condition of asked.conditions) {
      const truth = judgeCondition(condition, assessment.facts);
      reached.add(`${condition.operator} ${condition.fieldType} ${truth}`);
    }
  }
  const { ruleMarks, territoryMarks } = assessment.choice;
  for (const mark of `${ruleMarks}${territoryMarks}`.match(/../g) ?? []) {
    reached.add(mark === '++' ? 'mark ++' : `mark ${mark.slice(1)}`);
  }
}

function noteScores(reached: Set<string>, decision: Decision, record: DecisionRecord, prepared: PreparedPolicy): void {
  for (const [place, axis] of axes.entries()) {
    const card = prepared.scorecards[place]!;
    noteAxis(reached, axis, record[axis], card.highFrom);
    reached.add(`${axis} ${card.card.basis}`);
    addIf(reached, `${axis} no attributes`, card.attributes.length === 0);
  }
  const { confidence, signals } = decision.assessment.scores;
  const low = prepared.policy.thresholds.lowConfidence;
  reached.add(`confidence ${confidence.basis}`);
  reached.add(`confidence by ${confidence.decidingAxis ?? 'none'}`);
  reached.add(`confidence ${confidence.isCalibrated ? 'calibrated' : 'not calibrated'}`);
  reached.add(`confidence ${confidence.confidence < low ? 'low' : 'enough'}`);
  addIf(reached, 'confidence at its threshold', confidence.confidence === low);
  addIf(reached, 'confidence just below its threshold', confidence.confidence === low - 1);
  for (const [place, points] of signals.pointsBySignal.entries()) {
    addIf(reached, 'signal positive', points > 0);
    addIf(reached, 'signal negative', points < 0);
    const cap = prepared.policy.signals[place]!.capPoints;
    addIf(reached, 'signal at its cap', cap > 0 && Math.abs(points) === cap);
  }
  addIf(reached, 'signal none', signals.pointsBySignal.length === 0);
}

function noteAxis(reached: Set<string>, axis: string, recorded: RecordedAxis, highFrom: number): void {
  reached.add(`${axis} ${recorded.score >= highFrom ? 'high' : 'low'}`);
  addIf(reached, `${axis} at its threshold`, recorded.score === highFrom);
  addIf(reached, `${axis} just below its threshold`, recorded.score === highFrom - 1);
  addIf(reached, `${axis} ${recorded.score}`, recorded.score === 0 || recorded.score === 100);
  addIf(reached, `${axis} points beyond score`, recorded.points !== recorded.score);
  for (const bin of recorded.bins) {
    reached.add(`${axis} ${bin === -2 ? 'missing bin' : bin === -1 ? 'other bin' : 'bin'}`);
  }
}

function noteChoice(reached: Set<string>, decision: Decision, record: DecisionRecord, prepared: PreparedPolicy): void {
  const { choice } = decision.assessment;
  reached.add(`source ${choice.source}`);
  reached.add(`destination ${prepared.policy.destinations[choice.destinationPosition]!.kind}`);
  reached.add(`cell ${choice.cellPosition}`);
  reached.add(`bucket ${choice.bucket}`);
  reached.add(`inquiry ${record.inquiry.type}`);
  for (const [place, mark] of [...choice.guardMarks].entries()) {
    reached.add(`guard ${prepared.guards[place]!.guardKey} ${mark === '+' ? 'stops' : 'lets through'}`);
  }
  addIf(reached, 'choice held', choice.isCloseOutHeld);
  addIf(reached, 'choice review overflow', choice.isReviewOverflow);
  addIf(reached, 'choice question', decision.assessment.questionPosition >= 0);
  reached.add(`choice ${record.tier >= 0 ? 'tier' : 'no tier'}`);
  reached.add(`choice ${choice.territoryPosition >= 0 ? 'territory' : 'no territory'}`);
}

const mostCredit = 3_000_000;

function noteAssignment(
  reached: Set<string>,
  decision: Decision,
  record: DecisionRecord,
  before: LeadValues['ledgers'],
): void {
  const { assignment } = decision;
  reached.add(`owner by ${record.ownerBasis ?? 'nobody'}`);
  reached.add(`assigned by ${assignment.basis}`);
  addIf(reached, `passed over ${assignment.ownerPassedOver ?? ''}`, assignment.ownerPassedOver !== null);
  addIf(reached, 'calendar stale', assignment.isCalendarStale);
  reached.add(`tries ${assignment.tries.length}`);
  reached.add(`turn ${assignment.turn === null ? 'not taken' : 'taken'}`);
  for (const { marks, ledgerBefore } of assignment.tries) {
    for (const mark of marks) {
      reached.add(`standing ${mark}`);
    }
    const stored = before.findLast((ledger) => ledger.poolKey === ledgerBefore.poolKey);
    const isSameDay = stored?.dayStartedAt === ledgerBefore.dayStartedAt;
    reached.add(`turn ${isSameDay ? 'in the same day' : 'in a new day'}`);
    const credits = ledgerBefore.entries.map((entry) => entry.credit);
    addIf(
      reached,
      'turn with a credit at its bound',
      credits.some((credit) => Math.abs(credit) === mostCredit),
    );
    addIf(reached, 'turn tied', credits.length > 1 && new Set(credits).size === 1 && marks.includes('e'));
  }
}

function noteLeadFacts(reached: Set<string>, { assessment }: Decision, record: DecisionRecord): void {
  const { inbound, classification, enrichment, identity } = assessment.known;
  reached.add(`channel ${inbound.submission.channel}`);
  reached.add(`mode ${record.mode}`);
  reached.add(`arm ${record.arm}`);
  for (const { code } of inbound.submission.problems) {
    reached.add(`problem ${code}`);
  }
  addIf(reached, 'matched contact', identity.matchedContact !== null);
  addIf(reached, 'matched account', identity.matchedAccount !== null);
  addIf(reached, 'matched nobody', identity.matchedContact === null && identity.matchedAccount === null);
  addIf(reached, 'is customer', identity.isCustomer);
  addIf(reached, 'is named', identity.isNamed);
  addIf(reached, 'is reactivated', identity.isReactivated);
  addIf(reached, 'is duplicate', identity.isDuplicate);
  addIf(reached, 'is urgent', classification.isUrgent);
  addIf(reached, 'is sensitive', classification.isSensitive);
  addIf(reached, 'is vague', classification.isVague);
  reached.add(`emailKind ${enrichment.emailKind}`);
  addIf(reached, `country ${enrichment.country?.origin ?? ''}`, enrichment.country !== null);
}

function notePlan(reached: Set<string>, { plan, clock }: Decision, prepared: PreparedPolicy): void {
  for (const action of plan.actions) {
    reached.add(`action ${action.kind} ${action.isPerformed ? 'done' : 'not done'}`);
  }
  const sla = prepared.policy.slas.find((one) => one.slaKey === clock.slaKey)!;
  reached.add(`clock ${clock.basis}`);
  reached.add(`clock by ${sla.measure === 'minutes' ? 'minutes' : 'end of day'}`);
  for (const rung of clock.escalations) {
    reached.add(`escalation ${rung.action}`);
    reached.add(`escalation ${rung.dueAt === clock.startedAt ? 'at once' : 'later'}`);
  }
}
