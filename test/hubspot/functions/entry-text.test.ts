import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { keepEntryText, takeEntryText, TextTooLongError } from '../../../hubspot/functions/log/entry-text.ts';
import { keyPart } from '../../../hubspot/functions/log/keys.ts';
import { unpackLists } from '../../../hubspot/functions/lists/packed-lists.ts';
import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { readLookupLists } from '../../../core/src/author/run/look-up-lists.ts';

describe('A text of an entry', () => {
  test('comes back from its properties as it was, whatever blanks the portal cuts off', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 5 }), (json, times) => {
        const text = JSON.stringify({ many: Array.from({ length: times * 20_000 }, () => 0), json });
        const kept = keepEntryText('personal', text);
        const cut = Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, value?.trim() ?? null]));
        expect(Object.values(kept).every((value) => (value?.length ?? 0) <= 65_536)).toBe(true);
        expect(takeEntryText('personal', cut)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test('that fits in no way is refused before anything is written', () => {
    const noise = Array.from({ length: 10_000 }, (_, place) => hashText(String(place))).join('');
    expect(() => keepEntryText('ledger', noise)).toThrow(TextTooLongError);
  });

  test('has a key that no other name comes to, also without regard to case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        fc.pre(one !== other && one.isWellFormed() && other.isWellFormed());
        expect(keyPart(one).toLowerCase()).not.toBe(keyPart(other).toLowerCase());
        expect(keyPart(one)).toBe(keyPart(one).trim().toLowerCase());
      }),
    );
  });
});

test('Functions carry the lists of mail domains as they are', () => {
  expect(unpackLists()).toEqual(readLookupLists([], []));
});
