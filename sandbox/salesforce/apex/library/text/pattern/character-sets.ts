import { foldCodePoint, lowerCodePoint, upperCodePoint } from '../letter-case.ts';
import type { CharacterTest, Folding } from './nodes.ts';

/** The characters from one to another, both included. */
export function range(from: number, to: number): CharacterTest {
  return (codePoint) => codePoint >= from && codePoint <= to;
}

/** The characters of a text. */
export function oneOf(text: string): CharacterTest {
  const points = new Set(Array.from(text, (each) => each.codePointAt(0) ?? 0));
  return (codePoint) => points.has(codePoint);
}

/** What one of several sets has. */
export function either(...tests: readonly CharacterTest[]): CharacterTest {
  return (codePoint) => tests.some((each) => each(codePoint));
}

/** What two sets have in common. */
export function both(one: CharacterTest, other: CharacterTest): CharacterTest {
  return (codePoint) => one(codePoint) && other(codePoint);
}

/** What a set has not. */
export function not(test: CharacterTest): CharacterTest {
  return (codePoint) => !test(codePoint);
}

/** A range as written between brackets, under the flags that stand there. */
export function foldedRange(from: number, to: number, folding: Folding): CharacterTest {
  const inRange = range(from, to);
  if (folding === 'none') {
    return inRange;
  }
  if (folding === 'ascii') {
    return (codePoint) =>
      inRange(codePoint) ||
      (codePoint < 128 && (inRange(upperCodePoint(codePoint)) || inRange(lowerCodePoint(codePoint))));
  }
  return (codePoint) => inRange(codePoint) || inRange(upperCodePoint(codePoint)) || inRange(foldCodePoint(codePoint));
}

/** One character, under the flags that stand there. */
export function foldedCharacter(wanted: number, folding: Folding): CharacterTest {
  if (folding === 'none' || (folding === 'ascii' && wanted > 127)) {
    return (codePoint) => codePoint === wanted;
  }
  if (folding === 'ascii') {
    const lower = lowerCodePoint(wanted);
    return (codePoint) => codePoint < 128 && lowerCodePoint(codePoint) === lower;
  }
  const folded = foldCodePoint(wanted);
  return (codePoint) => codePoint === wanted || foldCodePoint(codePoint) === folded;
}

export const isLineTerminator = oneOf('\n\r\u0085\u2028\u2029');
