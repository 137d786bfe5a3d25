import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { SealError, TokenSeal } from '../../../../hubspot/server/installing/sealing/token-seal.ts';

const first = Buffer.alloc(32, 1);
const second = Buffer.alloc(32, 2);
const access = { portalId: 4711, purpose: 'access' } as const;

function codeOfOpening(seal: TokenSeal, sealed: string, sealedFor: Parameters<TokenSeal['open']>[1] = access): string {
  try {
    seal.open(sealed, sealedFor);
    return 'opened';
  } catch (error) {
    expect(error).toBeInstanceOf(SealError);
    expect((error as SealError).message).toMatch(/Next: /);
    return (error as SealError).code;
  }
}

describe('A sealed token', () => {
  test('opens again, and shows nothing of what it holds', () => {
    const seal = new TokenSeal([first]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 8 }), (token) => {
        const sealed = seal.seal(token, access);
        expect(sealed).toMatch(/^v1\.[0-9a-f]{12}\.[\w-]{16}\.[\w-]+$/);
        expect(sealed).not.toContain(token);
        expect(seal.open(sealed, access)).toBe(token);
      }),
    );
  });

  test('looks different each time', () => {
    const seal = new TokenSeal([first]);
    const texts = new Set(Array.from({ length: 100 }, () => seal.seal('the same', access)));
    expect(texts.size).toBe(100);
  });

  test('opens for no other portal and no other purpose', () => {
    const seal = new TokenSeal([first]);
    const sealed = seal.seal('token', access);
    expect(codeOfOpening(seal, sealed, { portalId: 4712, purpose: 'access' })).toBe('HSI002');
    expect(codeOfOpening(seal, sealed, { portalId: 4711, purpose: 'refresh' })).toBe('HSI002');
  });

  test('does not open when any of its letters was changed', () => {
    const seal = new TokenSeal([first]);
    const sealed = seal.seal('token', access);
    for (let place = 0; place < sealed.length; place += 1) {
      const letter = sealed[place] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, place) + letter + sealed.slice(place + 1);
      // The last letter of base64 may hold bits that mean nothing.
      const isSame = Buffer.from(changed.split('.')[3] ?? '', 'base64url').equals(
        Buffer.from(sealed.split('.')[3]!, 'base64url'),
      );
      if (!isSame || changed.split('.').length !== 4) expect(codeOfOpening(seal, changed)).toMatch(/^HSI00[12]$/);
    }
    expect(codeOfOpening(seal, sealed.slice(0, -6))).toBe('HSI002');
    expect(codeOfOpening(seal, '')).toBe('HSI002');
    expect(codeOfOpening(seal, 'v1...')).toMatch(/^HSI00[12]$/);
  });

  test('opens while its key is there, wherever it stands, and names the one that is missing', () => {
    const sealed = new TokenSeal([first]).seal('token', access);
    const rotated = new TokenSeal([second, first]);
    expect(rotated.open(sealed, access)).toBe('token');
    const sealedAnew = rotated.seal('token', access);
    expect(new TokenSeal([second]).open(sealedAnew, access)).toBe('token');
    expect(codeOfOpening(new TokenSeal([second]), sealed)).toBe('HSI001');
    expect(codeOfOpening(new TokenSeal([first]), sealedAnew)).toBe('HSI001');
  });
});
