import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callOf, NamedException, SmallProgram } from '../collection/small-program.ts';

const program = new SmallProgram();
const readUntyped = callOf('System.JSON', 'Object deserializeUntyped(String jsonString)');
const write = callOf('System.JSON', 'String serialize(Object objectToSerialize)');

/** Whether the platform's reader takes a text; anything but its own exception is a defect. */
function isRead(text: string): boolean {
  try {
    program.run(() => readUntyped(text));
    return true;
  } catch (error) {
    if (error instanceof NamedException) {
      return false;
    }
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whole numbers beyond 64 bits and exponents beyond those of a Decimal are refused, unlike in JavaScript. */
function hasHugeNumber(text: string): boolean {
  return /\d{18}|e[+-]?\d{5}/i.test(text);
}

const documents = fc.json({ maxDepth: 4 }).filter((text) => !hasHugeNumber(text));

describe('reading JSON', () => {
  it('keeps every value of any document, also when it is written again', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const again = program.run(() => write(readUntyped(text)) as string);
        expect(JSON.parse(again)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('refuses what JavaScript refuses, where a character of a list is missing or another', () => {
    const changed = fc
      .tuple(documents, fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '\\', ':', '0', '-', 'e', '.', ' ', '\n'))
      // In an array, so that nothing can stand behind the first value.
      .map(([text, at, other]) => {
        const index = text.length === 0 ? 0 : at % text.length;
        return `[${text.slice(0, index)}${other}${text.slice(index + 1)}]`;
      });
    fc.assert(
      fc.property(changed, (text) => {
        fc.pre(!hasHugeNumber(text) && !text.startsWith('[]'));
        // A bracket may close the array early: then only what stands before it is read.
        fc.pre(isJson(text) || !isRead(text) || !isClosedEarly(text));
        expect(isRead(text)).toBe(isJson(text));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});

/** Whether some beginning of a text is a document of its own. */
function isClosedEarly(text: string): boolean {
  return [...text].some((character, index) => character === ']' && isJson(text.slice(0, index + 1)));
}
