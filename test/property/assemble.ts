import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { policySchema } from '../../core/src/author/policy/policy-schema.ts';
import { policyOfText } from '../../core/src/author/run/read-snapshots.ts';
import type { PolicyRow } from '../../core/src/decide/index.ts';
import type { Engine } from './engine.ts';
import { Dice, seed } from './generators/dice.ts';
import { drawPolicy } from './generators/policies.ts';

export type Size = { policies: number };

/** A policy is rows and rows are a policy, without loss: docs/decisions/0007-a-policy-is-rows.md. */
export function assembleProperties(engine: Engine, size: Size): void {
  function forEveryPolicy(check: (policy: ReturnType<typeof drawPolicy>, dice: Dice) => void): void {
    const property = fc.property(seed, (number) => {
      const dice = new Dice(number);
      check(drawPolicy(dice), dice);
    });
    fc.assert(property, { numRuns: size.policies, seed: 20_260_108 });
  }

  describe('a policy', () => {
    test('that is generated passes the form of the file and every check', () => {
      forEveryPolicy((policy) => {
        expect(policySchema.safeParse(policy).error).toBeUndefined();
        expect(engine.checkPolicy(policy)).toEqual([]);
      });
    });

    test('comes back from its rows, in whatever order they are read', () => {
      forEveryPolicy((policy, dice) => {
        const { policy: again, problems } = engine.assemble(dice.shuffle(engine.flatten(policy)));
        expect(problems).toEqual([]);
        expect(again).toEqual(policy);
        expect(engine.writePolicy(again)).toBe(engine.writePolicy(policy));
      });
    });

    test('makes the same rows again', () => {
      forEveryPolicy((policy) => {
        const rows: PolicyRow[] = engine.flatten(policy);
        expect(engine.flatten(engine.assemble(rows).policy)).toEqual(rows);
      });
    });

    test('comes back from its published text', () => {
      forEveryPolicy((policy) => {
        const text = engine.writePolicy(policy);
        expect(/^[\n\x20-\x7e]*$/.test(text)).toBe(true);
        expect(policyOfText(text)).toEqual(policy);
      });
    });
  });

  describe('rows that nobody should write', () => {
    test('become problems, never an error', () => {
      forEveryPolicy((policy, dice) => {
        const rows = engine.flatten(policy).map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell })) }));
        for (let count = dice.between(1, 5); count > 0; count -= 1) {
          const cell = dice.pick(dice.pick(rows).cells);
          cell.text = dice.pick([null, '', '__proto__', 'NaN', '99999999999', '1 AND', ';;', '\ud800', '-1', 'yes']);
        }
        const few = rows.filter(() => dice.chance(98));
        expect(Array.isArray(engine.assemble(few).problems)).toBe(true);
      });
    });

    test('a logic line without end is a problem like any other', () => {
      for (const line of ['('.repeat(200_000), 'NOT '.repeat(200_000), `1${' AND 1'.repeat(50_000)}`]) {
        expect(() => engine.readLogic(line, 1)).not.toThrow();
      }
    });
  });
}
