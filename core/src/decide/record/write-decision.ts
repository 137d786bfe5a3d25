import type { ActionPlan } from '../act/plan-actions.ts';
import type { Clock } from '../act/start-clock.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { quote } from '../model/json-text.ts';
import { printInt, printInts, printLong, type Int } from '../model/number.ts';
import type { LedgerEntry } from '../model/turn-ledger.ts';
import type { Assignment, PoolTry } from '../route/assign-lead.ts';
import type { Assessment } from '../route/assessment.ts';
import type { AxisScore } from '../score/score-attributes.ts';

/** The version of the record's form, so that an old record is always read as it was written. */
export const recordVersion: Int = 1;

/** No record is longer: above it phrases, problems, facts and actions are left out, and `truncated` says so. */
const mostCharacters: Int = 12000;

/**
 * Writes the decision part of a record: canonical JSON in printable ASCII, one way for each decision, without personal
 * values. Traces and bins stand by position; their names are read from the revision that the record names. What is usual
 * is left out: a false flag, an empty reason, points that are the score, counts of zero.
 *
 * @param personalSize characters of the personal part, which share the record's room
 */
export function writeDecision(
  assessment: Assessment,
  assignment: Assignment,
  clock: Clock,
  plan: ActionPlan,
  context: DecisionContext,
  personalSize: Int,
): string {
  const parts: string[] = [
    writeHead(assessment, plan, context),
    writeInquiry(assessment),
    writeScores(assessment),
    writeChoice(assessment, context),
    writeAssignment(assignment, context),
    writeClock(clock),
    writePhrases(assessment),
    writeProblems(assessment),
    writeFacts(assessment, context),
    writeActions(plan),
    '}',
  ];
  const whole = parts.join('');
  return whole.length + personalSize <= mostCharacters ? whole : truncate(parts);
}

/** The sections from the phrases on explain more, but nothing is decided by them. */
function truncate(parts: string[]): string {
  const kept: string[] = [];
  for (let place: Int = 0; place < 6; place += 1) {
    kept.push(parts[place]!);
  }
  kept.push(',"truncated":["phrases","problems","facts","actions"]}');
  return kept.join('');
}

function writeHead(assessment: Assessment, plan: ActionPlan, context: DecisionContext): string {
  const hashes = `"policy":"${context.policyHash}","roster":"${context.rosterHash}","calendars":"${context.calendarsHash}"`;
  const decidedAt = printLong(assessment.now);
  const mode = context.prepared.policy.mode;
  return `{"version":${printInt(recordVersion)},${hashes},"decidedAt":${decidedAt},"mode":"${mode}","arm":"${plan.arm}"`;
}

function writeInquiry(assessment: Assessment): string {
  const classification = assessment.known.classification;
  const identity = assessment.known.identity;
  const points = `"points":${printInt(classification.points)},"next":${printInt(classification.nextPoints)}`;
  const inquiry = `,"inquiry":{"type":"${classification.inquiryType}",${points}}`;
  if (identity.owners.length === 0) {
    return inquiry;
  }
  const owner = identity.owners[0]!;
  return `${inquiry},"owner":${quote(owner.ownerKey)},"ownerBasis":"${owner.basis}"`;
}

function writeScores(assessment: Assessment): string {
  const scores = assessment.scores;
  const confidence = scores.confidence;
  const axes = `${writeAxis('fit', scores.fit)}${writeAxis('engagement', scores.engagement)}`;
  const others = `${writeAxis('intent', scores.intent)}${writeAxis('capacity', scores.capacity)}`;
  const evidence = confidence.evidence === 0 ? '' : `,"evidence":${printInt(confidence.evidence)}`;
  const calibrated = confidence.isCalibrated ? '' : ',"calibrated":false';
  const deciding = confidence.decidingAxis === null ? '' : `,"deciding":"${confidence.decidingAxis}"`;
  const weighed = `"coverage":${printInt(confidence.coverage)},"margin":${printInt(confidence.margin)}`;
  const sure = `{"value":${printInt(confidence.confidence)},"basis":"${confidence.basis}",${weighed}${evidence}${calibrated}${deciding}}`;
  const signals = printInts(scores.signals.pointsBySignal, ',');
  return `${axes}${others},"signals":[${signals}],"confidence":${sure},"tier":${printInt(scores.tierPosition)}`;
}

function writeAxis(axis: string, score: AxisScore): string {
  const points = score.points === score.score ? '' : `,"points":${printInt(score.points)}`;
  const bins = printInts(score.binPositions, ',');
  return `,"${axis}":{"score":${printInt(score.score)}${points},"coverage":${printInt(score.coverage)},"bins":[${bins}]}`;
}

function writeChoice(assessment: Assessment, context: DecisionContext): string {
  const choice = assessment.choice;
  const destination = context.prepared.policy.destinations[choice.destinationPosition]!;
  const goal = `"source":"${choice.source}","destination":${quote(destination.destinationKey)}`;
  const decidedBy = `"guard":${printInt(choice.guardPosition)},"rule":${printInt(choice.rulePosition)}`;
  const cell = `"territory":${printInt(choice.territoryPosition)},"cell":${printInt(choice.cellPosition)}`;
  const asked = `"bucket":"${choice.bucket}","question":${printInt(assessment.questionPosition)}`;
  const flags = `${choice.isCloseOutHeld ? ',"held":true' : ''}${choice.isReviewOverflow ? ',"overflow":true' : ''}`;
  const traces = `"guards":"${choice.guardMarks}","rules":"${choice.ruleMarks}","territories":"${choice.territoryMarks}"`;
  return `,"choice":{${goal},${decidedBy},${cell},${asked}${flags},${traces}}`;
}

function writeAssignment(assignment: Assignment, context: DecisionContext): string {
  const parts: string[] = [
    `,"assignment":{"owner":${quote(assignment.ownerKey)},"basis":"${assignment.basis}"`,
    `,"pool":${printInt(assignment.poolPosition)}`,
    assignment.consumedTurn ? ',"consumedTurn":true' : '',
    assignment.ownerPassedOver === null ? '' : `,"passedOver":"${assignment.ownerPassedOver}"`,
    assignment.isCalendarStale ? ',"stale":true' : '',
    ',"tries":[',
  ];
  for (let place: Int = 0; place < assignment.tries.length; place += 1) {
    parts.push(place === 0 ? '' : ',');
    writeTry(parts, assignment.tries[place]!, isFirstTryOfPool(assignment.tries, place), context);
  }
  parts.push(']}');
  return parts.join('');
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
function writeTry(parts: string[], poolTry: PoolTry, isFirst: boolean, context: DecisionContext): void {
  const ledger = poolTry.ledgerBefore;
  const pool = context.prepared.pools[poolTry.poolPosition]!.pool;
  const hours = poolTry.isHoursIgnored ? 'false' : 'true';
  parts.push(`{"pool":${quote(pool.poolKey)},"marks":"${poolTry.marks}","hours":${hours}`);
  if (isFirst) {
    parts.push(`,"sequence":${printLong(ledger.sequence)},"day":${printLong(ledger.dayStartedAt)}`);
    parts.push(`,"week":${printLong(ledger.weekStartedAt)}`);
    writeCounts(parts, ledger.entries);
  }
  parts.push('}');
}

/** Counts by member position, in the pool's key order; a row of zeros only is left out. */
function writeCounts(parts: string[], entries: LedgerEntry[]): void {
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
  writeUnlessZero(parts, 'credits', credits);
  writeUnlessZero(parts, 'days', days);
  writeUnlessZero(parts, 'weeks', weeks);
  writeUnlessZero(parts, 'opens', opens);
}

function writeUnlessZero(parts: string[], name: string, counts: Int[]): void {
  for (const count of counts) {
    if (count !== 0) {
      parts.push(`,"${name}":[${printInts(counts, ',')}]`);
      return;
    }
  }
}

function writeClock(clock: Clock): string {
  const due = `"sla":${quote(clock.slaKey)},"dueAt":${printLong(clock.dueAt)}`;
  return `,"clock":{${due},"owner":${quote(clock.ownerKey)},"basis":"${clock.basis}"}`;
}

function writePhrases(assessment: Assessment): string {
  const positions = assessment.known.classification.phrasePositions;
  return positions.length === 0 ? '' : `,"phrases":[${printInts(positions, ',')}]`;
}

function writeProblems(assessment: Assessment): string {
  const problems = assessment.known.inbound.submission.problems;
  if (problems.length === 0) {
    return '';
  }
  const written: string[] = [];
  for (const problem of problems) {
    written.push(quote(`${problem.code} ${problem.about}`));
  }
  return `,"problems":[${written.join(',')}]`;
}

/** Position and value of each known fact that is not personal. Scores stand elsewhere; a flag that says no is left out. */
function writeFacts(assessment: Assessment, context: DecisionContext): string {
  const written: string[] = [];
  for (const position of context.prepared.recordedPositions) {
    const text = assessment.facts.texts[position] ?? null;
    const amount = assessment.facts.numbers[position] ?? null;
    if (text !== null ? text !== 'no' : amount !== null) {
      written.push(`${printInt(position)},${text !== null ? quote(text) : printLong(amount ?? 0)}`);
    }
  }
  return `,"facts":[${written.join(',')}]`;
}

/** What the plan sets on Signalbox's own fields follows from the decision and stands as one entry. */
function writeActions(plan: ActionPlan): string {
  const written: string[] = [];
  let areScoresWritten = false;
  for (const action of plan.actions) {
    const isScore = action.kind === 'setField' && action.subject !== 'owner';
    if (!isScore || !areScoresWritten) {
      const named = isScore ? 'setScores' : `${action.kind} ${action.subject}`;
      written.push(quote(`${action.isPerformed ? '+' : '-'}${named}`));
    }
    areScoresWritten = areScoresWritten || isScore;
  }
  return `,"actions":[${written.join(',')}]`;
}
