import type { ActionPlan } from '../act/plan-actions.ts';
import type { Clock } from '../act/start-clock.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { confidencePosition, fitScorePosition } from '../model/fact-sheet.ts';
import { quote, quoteOrNull } from '../model/json-text.ts';
import { printInt, printLong, type Int } from '../model/number.ts';
import type { LedgerEntry } from '../model/turn-ledger.ts';
import type { Assignment, PoolTry } from '../route/assign-lead.ts';
import type { Assessment } from '../route/assessment.ts';
import type { AxisScore } from '../score/score-attributes.ts';

/** The version of the record's form, so that an old record is always read as it was written. */
export const recordVersion: Int = 1;

/** No decision part is longer. What does not fit is left out from the end of this list: facts, phrases, problems, actions. */
const mostCharacters: Int = 6000;

/**
 * Writes the decision part of a record: canonical JSON in printable ASCII, one way for each decision, without personal
 * values. Traces and bins stand by position; their names are read from the revision that the record names.
 */
export function writeDecision(
  assessment: Assessment,
  assignment: Assignment,
  clock: Clock,
  plan: ActionPlan,
  context: DecisionContext,
): string {
  const whole = writeParts(assessment, assignment, clock, plan, context, false);
  return whole.length <= mostCharacters ? whole : writeParts(assessment, assignment, clock, plan, context, true);
}

function writeParts(
  assessment: Assessment,
  assignment: Assignment,
  clock: Clock,
  plan: ActionPlan,
  context: DecisionContext,
  isTruncated: boolean,
): string {
  const out: string[] = [];
  out.push(`{"version":${printInt(recordVersion)},"policy":${quote(context.policyHash)}`);
  out.push(`,"roster":${quote(context.rosterHash)},"calendars":${quote(context.calendarsHash)}`);
  out.push(`,"decidedAt":${printLong(assessment.now)},"mode":${quote(context.prepared.policy.mode)}`);
  out.push(`,"arm":${quote(plan.arm)}`);
  writeInquiry(out, assessment, isTruncated);
  writeScores(out, assessment);
  writeChoice(out, assessment, context);
  writeAssignment(out, assignment, context);
  writeClock(out, clock);
  if (isTruncated) {
    out.push(',"truncated":["facts","phrases","problems","actions"]');
  } else {
    writeProblems(out, assessment);
    writeFacts(out, assessment, context);
    writeActions(out, plan);
  }
  out.push('}');
  return out.join('');
}

function writeInquiry(out: string[], assessment: Assessment, isTruncated: boolean): void {
  const classification = assessment.known.classification;
  const identity = assessment.known.identity;
  out.push(`,"inquiry":{"type":${quote(classification.inquiryType)},"points":${printInt(classification.points)}`);
  out.push(`,"next":${printInt(classification.nextPoints)}`);
  if (!isTruncated) {
    out.push(',"phrases":');
    writeInts(out, classification.phrasePositions);
  }
  out.push(`},"owner":${quoteOrNull(identity.ownerKey)},"ownerBasis":${quoteOrNull(identity.ownerBasis)}`);
}

function writeScores(out: string[], assessment: Assessment): void {
  const scores = assessment.scores;
  writeAxis(out, 'fit', scores.fit);
  writeAxis(out, 'engagement', scores.engagement);
  writeAxis(out, 'intent', scores.intent);
  writeAxis(out, 'capacity', scores.capacity);
  out.push(',"signals":');
  writeInts(out, scores.signals.pointsBySignal);
  const confidence = scores.confidence;
  out.push(`,"confidence":{"value":${printInt(confidence.confidence)},"basis":${quote(confidence.basis)}`);
  out.push(`,"coverage":${printInt(confidence.coverage)},"margin":${printInt(confidence.margin)}`);
  out.push(`,"evidence":${printInt(confidence.evidence)},"calibrated":${confidence.isCalibrated ? 'true' : 'false'}`);
  out.push(`,"deciding":${quoteOrNull(confidence.decidingAxis)}},"tier":${printInt(scores.tierPosition)}`);
}

function writeAxis(out: string[], axis: string, score: AxisScore): void {
  out.push(`,"${axis}":{"score":${printInt(score.score)},"points":${printInt(score.points)}`);
  out.push(`,"coverage":${printInt(score.coverage)},"bins":`);
  writeInts(out, score.binPositions);
  out.push('}');
}

function writeChoice(out: string[], assessment: Assessment, context: DecisionContext): void {
  const choice = assessment.choice;
  const policy = context.prepared.policy;
  out.push(`,"choice":{"source":${quote(choice.source)}`);
  out.push(`,"destination":${quote(policy.destinations[choice.destinationPosition]!.destinationKey)}`);
  out.push(`,"guard":${printInt(choice.guardPosition)},"rule":${printInt(choice.rulePosition)}`);
  out.push(`,"territory":${printInt(choice.territoryPosition)},"cell":${printInt(choice.cellPosition)}`);
  out.push(`,"bucket":${quote(choice.bucket)},"question":${printInt(assessment.questionPosition)}`);
  out.push(`,"held":${choice.isCloseOutHeld ? 'true' : 'false'}`);
  out.push(`,"overflow":${choice.isReviewOverflow ? 'true' : 'false'}`);
  out.push(`,"guards":${quote(choice.guardMarks)},"rules":${quote(choice.ruleMarks)}`);
  out.push(`,"territories":${quote(choice.territoryMarks)}}`);
}

function writeAssignment(out: string[], assignment: Assignment, context: DecisionContext): void {
  out.push(`,"assignment":{"owner":${quote(assignment.ownerKey)},"basis":${quote(assignment.basis)}`);
  out.push(`,"pool":${printInt(assignment.poolPosition)}`);
  out.push(`,"consumedTurn":${assignment.consumedTurn ? 'true' : 'false'}`);
  out.push(`,"passedOver":${quoteOrNull(assignment.ownerPassedOver)}`);
  out.push(`,"stale":${assignment.isCalendarStale ? 'true' : 'false'},"tries":[`);
  for (let place: Int = 0; place < assignment.tries.length; place += 1) {
    out.push(place === 0 ? '' : ',');
    writeTry(out, assignment.tries[place]!, isFirstTryOfPool(assignment.tries, place), context);
  }
  out.push(']}');
}

function isFirstTryOfPool(tries: PoolTry[], place: Int): boolean {
  for (let earlier: Int = 0; earlier < place; earlier += 1) {
    if (tries[earlier]!.poolPosition === tries[place]!.poolPosition) {
      return false;
    }
  }
  return true;
}

/** A pool that is asked twice, the second time without regard to hours, writes its ledger once. */
function writeTry(out: string[], poolTry: PoolTry, isFirst: boolean, context: DecisionContext): void {
  const ledger = poolTry.ledgerBefore;
  const pool = context.prepared.pools[poolTry.poolPosition]!.pool;
  out.push(`{"pool":${quote(pool.poolKey)},"marks":${quote(poolTry.marks)}`);
  out.push(`,"hours":${poolTry.isHoursIgnored ? 'false' : 'true'}`);
  if (isFirst) {
    out.push(`,"sequence":${printLong(ledger.sequence)},"day":${printLong(ledger.dayStartedAt)}`);
    out.push(`,"week":${printLong(ledger.weekStartedAt)}`);
    writeCounts(out, ledger.entries);
  }
  out.push('}');
}

/** Counts by member position, in the pool's key order; a list of zeros only is left out. */
function writeCounts(out: string[], entries: LedgerEntry[]): void {
  const credits: Int[] = [];
  const days: Int[] = [];
  const weeks: Int[] = [];
  const opens: Int[] = [];
  for (const entry of entries) {
    credits.push(entry.credit);
    days.push(entry.dayCount);
    weeks.push(entry.weekCount);
    opens.push(entry.openCount);
  }
  writeUnlessZero(out, 'credits', credits);
  writeUnlessZero(out, 'days', days);
  writeUnlessZero(out, 'weeks', weeks);
  writeUnlessZero(out, 'opens', opens);
}

function writeUnlessZero(out: string[], name: string, counts: Int[]): void {
  let isZero = true;
  for (const count of counts) {
    if (count !== 0) {
      isZero = false;
    }
  }
  if (!isZero) {
    out.push(`,"${name}":`);
    writeInts(out, counts);
  }
}

function writeClock(out: string[], clock: Clock): void {
  out.push(`,"clock":{"sla":${quote(clock.slaKey)},"dueAt":${printLong(clock.dueAt)}`);
  out.push(`,"owner":${quote(clock.ownerKey)},"basis":${quote(clock.basis)}}`);
}

function writeProblems(out: string[], assessment: Assessment): void {
  out.push(',"problems":[');
  const problems = assessment.known.inbound.submission.problems;
  for (let place: Int = 0; place < problems.length; place += 1) {
    out.push(place === 0 ? '' : ',');
    out.push(quote(`${problems[place]!.code} ${problems[place]!.about}`));
  }
  out.push(']');
}

/** Position and value of each known fact that is not personal. Scores stand elsewhere and are left out. */
function writeFacts(out: string[], assessment: Assessment, context: DecisionContext): void {
  out.push(',"facts":[');
  let isFirst = true;
  for (let position: Int = 0; position < context.prepared.fields.length; position += 1) {
    const text = assessment.facts.texts[position] ?? null;
    const amount = assessment.facts.numbers[position] ?? null;
    const isShown = text !== null ? text !== 'no' : amount !== null;
    if (isShown && !context.prepared.fields[position]!.isPersonal && !isScorePosition(position)) {
      out.push(`${isFirst ? '' : ','}${printInt(position)},${text !== null ? quote(text) : printLong(amount ?? 0)}`);
      isFirst = false;
    }
  }
  out.push(']');
}

function isScorePosition(position: Int): boolean {
  return position >= fitScorePosition && position <= confidencePosition;
}

function writeActions(out: string[], plan: ActionPlan): void {
  out.push(',"actions":[');
  for (let place: Int = 0; place < plan.actions.length; place += 1) {
    const action = plan.actions[place]!;
    out.push(place === 0 ? '' : ',');
    out.push(quote(`${action.isPerformed ? '+' : '-'}${action.kind} ${action.subject}`));
  }
  out.push(']');
}

function writeInts(out: string[], amounts: Int[]): void {
  out.push('[');
  for (let place: Int = 0; place < amounts.length; place += 1) {
    out.push(place === 0 ? printInt(amounts[place]!) : `,${printInt(amounts[place]!)}`);
  }
  out.push(']');
}
