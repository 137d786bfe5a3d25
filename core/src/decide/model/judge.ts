import type { Operator, Truth } from './condition.ts';
import type { FactSheet } from './fact-sheet.ts';
import type { Int } from './number.ts';
import type { Judgement, PreparedCondition, PreparedTest } from './prepared-policy.ts';

/** The mark of a test that holds. Two letters long, as every mark: a trace is read by position. */
export const metMark: string = '++';

/** Asks one condition of a lead. A missing value is "unknown", never a match (docs/decisions/0002-missing-is-not-a-match.md). */
export function judgeCondition(condition: PreparedCondition, facts: FactSheet): Truth {
  if (condition.fieldType === 'number') {
    return judgeNumber(condition, facts);
  }
  const text = facts.texts[condition.fieldPosition] ?? null;
  if (text === null || condition.isOfPresence) {
    return judgePresence(condition.operator, text !== null);
  }
  switch (condition.operator) {
    case 'isOneOf':
      return condition.textSet.has(text) ? 'met' : 'unmet';
    case 'isNoneOf':
      return condition.textSet.has(text) ? 'unmet' : 'met';
    case 'isYes':
      return text === 'yes' ? 'met' : 'unmet';
    case 'isNo':
      return text === 'no' ? 'met' : 'unmet';
    case 'contains':
      return containsAny(text, condition.texts) ? 'met' : 'unmet';
    case 'startsWith':
      return startsWithAny(text, condition.texts) ? 'met' : 'unmet';
    default:
      return 'unmet';
  }
}

/** Only the question whether something is known has an answer where nothing is. */
function judgePresence(operator: Operator, isThere: boolean): Truth {
  switch (operator) {
    case 'isKnown':
      return isThere ? 'met' : 'unmet';
    case 'isUnknown':
      return isThere ? 'unmet' : 'met';
    default:
      return 'unknown';
  }
}

function judgeNumber(condition: PreparedCondition, facts: FactSheet): Truth {
  const fact = facts.numbers[condition.fieldPosition] ?? null;
  if (fact === null || condition.isOfPresence) {
    return judgePresence(condition.operator, fact !== null);
  }
  const isBelow = condition.low !== null && fact < condition.low;
  return isBelow || (condition.high !== null && fact > condition.high) ? 'unmet' : 'met';
}

function containsAny(text: string, pieces: string[]): boolean {
  for (const piece of pieces) {
    if (text.includes(piece)) {
      return true;
    }
  }
  return false;
}

function startsWithAny(text: string, pieces: string[]): boolean {
  for (const piece of pieces) {
    if (text.startsWith(piece)) {
      return true;
    }
  }
  return false;
}

/**
 * Asks a whole test. The mark names the condition that decided: `b-` says that the second condition was not met, `b?`
 * that it could not be answered, `++` that the test holds.
 */
export function judgeTest(asked: PreparedTest, facts: FactSheet): string {
  if (!asked.isConjunction) {
    return judgeSteps(asked, facts).mark;
  }
  let openMark: string | null = null;
  for (const condition of asked.conditions) {
    const truth = judgeCondition(condition, facts);
    if (truth === 'unmet') {
      return condition.unmetMark;
    }
    if (truth === 'unknown' && openMark === null) {
      openMark = condition.unknownMark;
    }
  }
  return openMark ?? metMark;
}

/** Works the postfix line with a stack, by the three-valued tables of Kleene: false beats unknown in AND, true in OR. */
function judgeSteps(asked: PreparedTest, facts: FactSheet): Judgement {
  const stack: Judgement[] = [];
  for (const step of asked.steps) {
    if (step.kind === 'condition') {
      stack.push(judgeOne(asked, step.conditionPosition, facts));
    } else if (step.kind === 'not') {
      const innermost = stack.pop()!;
      stack.push({ truth: negate(innermost.truth), mark: innermost.mark });
    } else {
      const right = stack.pop()!;
      const left = stack.pop()!;
      stack.push(step.kind === 'and' ? joinByAnd(left, right) : joinByOr(left, right));
    }
  }
  const whole = stack.pop()!;
  return whole.truth === 'met' ? { truth: 'met', mark: metMark } : whole;
}

function judgeOne(asked: PreparedTest, conditionPosition: Int, facts: FactSheet): Judgement {
  const condition = asked.conditions[conditionPosition]!;
  const truth = judgeCondition(condition, facts);
  return { truth: truth, mark: markOf(condition, truth) };
}

/** `a+` names a condition that was met where the test needed it not to be. */
function markOf(condition: PreparedCondition, truth: Truth): string {
  switch (truth) {
    case 'met':
      return condition.metMark;
    case 'unmet':
      return condition.unmetMark;
    default:
      return condition.unknownMark;
  }
}

function negate(truth: Truth): Truth {
  switch (truth) {
    case 'met':
      return 'unmet';
    case 'unmet':
      return 'met';
    default:
      return 'unknown';
  }
}

function joinByAnd(left: Judgement, right: Judgement): Judgement {
  if (left.truth === 'unmet') {
    return left;
  }
  if (right.truth === 'unmet') {
    return right;
  }
  return left.truth === 'unknown' ? left : right;
}

function joinByOr(left: Judgement, right: Judgement): Judgement {
  if (left.truth === 'met') {
    return left;
  }
  if (right.truth === 'met') {
    return right;
  }
  return left.truth === 'unknown' ? left : right;
}
