import type { LogicStep } from './condition.ts';
import { readLong, toInt, type Int } from './number.ts';
import { isPlain, replaceText, splitText, upperPlain } from './text.ts';

/** A logic line as steps in postfix order, or what is wrong with it in words. */
export type Logic = { steps: LogicStep[]; trouble: string | null };

/** Twenty conditions need no more; and each bracket is read one level deeper. */
const mostTokens: Int = 120;

type Reading = { tokens: string[]; place: Int; conditionCount: Int; logic: Logic };

/**
 * Reads a line such as `1 AND (2 OR NOT 3)`. AND binds closer than OR. An empty line joins all conditions by AND and has
 * no steps.
 *
 * readLogic("1 OR 2", 2) → steps 1, 2, or.
 */
export function readLogic(line: string, conditionCount: Int): Logic {
  const reading: Reading = {
    tokens: tokensOf(line),
    place: 0,
    conditionCount: conditionCount,
    logic: { steps: [], trouble: null },
  };
  if (reading.tokens.length === 0) {
    return reading.logic;
  }
  if (reading.tokens.length > mostTokens) {
    reading.logic.trouble = 'the line is too long';
    return reading.logic;
  }
  readAlternatives(reading);
  if (reading.logic.trouble === null && reading.place < reading.tokens.length) {
    reading.logic.trouble = `"${reading.tokens[reading.place]!}" stands where the line should end`;
  }
  return reading.logic;
}

function tokensOf(line: string): string[] {
  if (!isPlain(line)) {
    return [line];
  }
  const spaced = replaceText(replaceText(upperPlain(line), '(', ' ( '), ')', ' ) ');
  const tokens: string[] = [];
  for (const token of splitText(spaced, ' ')) {
    if (token.length > 0) {
      tokens.push(token);
    }
  }
  return tokens;
}

function nextToken(reading: Reading): string {
  return reading.place < reading.tokens.length ? reading.tokens[reading.place]! : '';
}

function readAlternatives(reading: Reading): void {
  readConjunction(reading);
  while (reading.logic.trouble === null && nextToken(reading) === 'OR') {
    reading.place += 1;
    readConjunction(reading);
    reading.logic.steps.push({ kind: 'or', conditionPosition: 0 });
  }
}

function readConjunction(reading: Reading): void {
  readOperand(reading);
  while (reading.logic.trouble === null && nextToken(reading) === 'AND') {
    reading.place += 1;
    readOperand(reading);
    reading.logic.steps.push({ kind: 'and', conditionPosition: 0 });
  }
}

function readOperand(reading: Reading): void {
  if (reading.logic.trouble !== null) {
    return;
  }
  const token = nextToken(reading);
  reading.place += 1;
  if (token === 'NOT') {
    readOperand(reading);
    reading.logic.steps.push({ kind: 'not', conditionPosition: 0 });
  } else if (token === '(') {
    readAlternatives(reading);
    closeBracket(reading);
  } else {
    readCondition(reading, token);
  }
}

function closeBracket(reading: Reading): void {
  if (reading.logic.trouble !== null) {
    return;
  }
  if (nextToken(reading) !== ')') {
    reading.logic.trouble = 'a bracket is not closed';
    return;
  }
  reading.place += 1;
}

function readCondition(reading: Reading, token: string): void {
  const conditionNumber = readLong(token);
  if (conditionNumber === null) {
    reading.logic.trouble =
      token === '' ? 'the line ends too early' : `"${token}" is no condition number, AND, OR or NOT`;
    return;
  }
  if (conditionNumber < 1 || conditionNumber > reading.conditionCount) {
    reading.logic.trouble = `there is no condition ${token}`;
    return;
  }
  reading.logic.steps.push({ kind: 'condition', conditionPosition: toInt(conditionNumber) - 1 });
}
