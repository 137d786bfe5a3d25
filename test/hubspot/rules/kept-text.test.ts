import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { keepList, keepText, takeList, takeText, takeWhole } from '../../../hubspot/handlers/rules/kept-text.ts';
import { cutText, joinParts } from '../../../hubspot/handlers/rules/revision-text.ts';

const odd = fc.string({ unit: fc.constantFrom('a', '"', '\\', ' ', ';', '[', ']', '\u00a0', 'é', ',') });

describe('a text that a property keeps', () => {
  test('comes back from a portal that cuts blanks off its ends', () => {
    fc.assert(
      fc.property(odd, (text) => {
        expect(takeText(keepText(text).trim())).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is as it is read wherever nothing would be lost', () => {
    expect(keepText('East')).toBe('East');
    expect(keepText('the "best" leads')).toBe('the "best" leads');
    expect(keepText(' East')).toBe('" East"');
  });

  test('keeps the quotes that somebody typed', () => {
    expect(takeText('"East"')).toBe('"East"');
    expect(takeText('"')).toBe('"');
  });

  test('of several values comes back, also with semicolons in them', () => {
    fc.assert(
      fc.property(fc.array(odd), (values) => {
        expect(takeList(keepList(values).trim())).toEqual(values);
      }),
      { numRuns: 2_000 },
    );
    expect(takeList(' a; b ;;c')).toEqual(['a', 'b', 'c']);
  });
});

describe('a number as HubSpot gives it back', () => {
  test.each([
    ['3', '3'],
    ['3.0', '3'],
    ['-40.00', '-40'],
    ['1.7E12', '1700000000000'],
    ['999999999999999', '999999999999999'],
    ['1.5', '1.5'],
    ['abc', 'abc'],
    ['', ''],
  ])('%s is %s', (kept, whole) => {
    expect(takeWhole(kept)).toBe(whole);
  });
});

describe("the parts of a revision's text", () => {
  const line = fc.string({ unit: fc.constantFrom(' ', '+', 'a', '"'), maxLength: 60 }).map((text) => `[${text}]`);

  test('are put together to the same text, however long its lines are and whatever happens to line breaks', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.integer({ min: 5, max: 70 }), (lines, longest) => {
        const text = `${lines.join('\n')}\n`;
        const parts = cutText(text, longest);
        expect(parts.every((part) => part.length <= longest && part === part.trim())).toBe(true);
        expect(joinParts(parts.map((part) => part.replaceAll('\n', '\r\n')))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test('are whole lines where lines fit', () => {
    expect(cutText('[\nab,\ncd\n]\n', 6)).toEqual(['[\nab,', 'cd\n]']);
  });
});
