import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Turn, TurnLedger, TurnShare } from '../../core/src/decide/model/turn-ledger.ts';
import { must } from './checks.ts';
import type { Engine } from './engine.ts';
import { Dice, seed } from './generators/dice.ts';
import { drawWeights, freshLedger, memberKey, plainMember, poolOf } from './generators/turns.ts';

export type Size = { teams: number; leads: number; runs: number };

const dayMillis = 86_400_000;

/** The floor of (1/2 + … + 1/n) × total, exactly. */
function mostBehind(memberCount: number, total: number): number {
  let [numerator, denominator] = [0n, 1n];
  for (let place = 2n; place <= BigInt(memberCount); place += 1n) {
    numerator = numerator * place + denominator;
    denominator *= place;
  }
  return Number((numerator * BigInt(total)) / denominator);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const earned = (share: TurnShare): number => share.earned;
const creditsOf = (ledger: TurnLedger): number[] => ledger.entries.map((entry) => entry.credit);

/** Everybody gets their share, at every moment and not only on average: docs/decisions/0004-fair-turns.md. */
export function fairnessProperties(engine: Engine, size: Size): void {
  const allOf = (ledger: TurnLedger): boolean[] => ledger.entries.map(() => true);

  /** The keys of the next takers, in order. */
  function takersOf(ledger: TurnLedger, count: number): string[] {
    let now = ledger;
    return Array.from({ length: count }, () => {
      const taken = engine.takeTurn(now, allOf(now), 0);
      now = taken.ledger;
      return taken.turn.takerKey;
    });
  }

  describe('when everybody can take every lead', () => {
    test('nobody is ever a whole lead off their share, and never beyond the proved bound', () => {
      for (let team = 1; team <= size.teams; team += 1) {
        const weights = drawWeights(new Dice(team));
        const total = sum(weights);
        const behind = mostBehind(weights.length, total);
        const counts = weights.map(() => 0);
        let ledger = freshLedger(weights);
        const everybody = allOf(ledger);
        for (let lead = 1; lead <= size.leads; lead += 1) {
          const taken = engine.takeTurn(ledger, everybody, 0);
          ledger = taken.ledger;
          counts[ledger.entries.findIndex((entry) => entry.memberKey === taken.turn.takerKey)]! += 1;
          for (const [place, weight] of weights.entries()) {
            // Leads ahead of the share, times the sum of weights: a whole number.
            const ahead = counts[place]! * total - lead * weight;
            must(ahead * weights.length <= total * (weights.length - 1), `team ${team}, lead ${lead}: ${ahead} ahead`);
            must(-ahead <= behind, `team ${team}, lead ${lead}: ${-ahead} behind, above ${behind}`);
            must(Math.abs(ahead) < total, `team ${team}, lead ${lead}: a whole lead off`);
          }
        }
      }
    });

    test('the bound of two members is half a lead on either side', () => {
      expect(mostBehind(2, 100)).toBe(50);
      expect(mostBehind(3, 600)).toBe(500);
    });

    test('a tie goes to the lower key', () => {
      expect(takersOf(freshLedger([1, 1, 1]), 6)).toEqual([0, 1, 2, 0, 1, 2].map(memberKey));
      expect(takersOf(freshLedger([5, 1]), 6).filter((key) => key === memberKey(1))).toHaveLength(1);
    });
  });

  describe('when only some can take a lead', () => {
    test('a share accrues only to those who can, and stays within two leads of it', () => {
      let worst = 0;
      for (let team = 1; team <= size.teams; team += 1) {
        const dice = new Dice(team);
        const weights = drawWeights(dice);
        const shares = weights.map(() => 0);
        const percent = dice.pick([15, 50, 85]);
        let ledger = freshLedger(weights);
        for (let lead = 1; lead <= size.leads; lead += 1) {
          const eligible = weights.map(() => dice.chance(percent));
          if (!eligible.includes(true)) {
            continue;
          }
          const before = ledger;
          const taken = engine.takeTurn(ledger, eligible, 0);
          ledger = taken.ledger;
          const total = sum(weights.filter((_, place) => eligible[place]));
          for (const [place, weight] of weights.entries()) {
            const isTaker = ledger.entries[place]!.memberKey === taken.turn.takerKey;
            must(!isTaker || eligible[place]!, 'somebody took a lead who could not');
            must(eligible[place]! || ledger.entries[place] === before.entries[place], 'somebody absent earned');
            shares[place]! += (eligible[place]! ? weight / total : 0) - (isTaker ? 1 : 0);
            worst = Math.max(worst, Math.abs(shares[place]!));
          }
        }
      }
      expect(worst).toBeLessThan(2);
    });

    test('credits always add up to what they were', () => {
      fc.assert(
        fc.property(seed, (number) => {
          const dice = new Dice(number);
          let ledger = freshLedger(drawWeights(dice));
          for (let lead = 0; lead < 200; lead += 1) {
            const eligible = ledger.entries.map(() => dice.chance(40));
            eligible[dice.roll(eligible.length)] = true;
            ledger = engine.takeTurn(ledger, eligible, 0).ledger;
          }
          expect(sum(creditsOf(ledger))).toBe(0);
        }),
        { numRuns: size.runs, seed: 1 },
      );
    });
  });

  describe('a rep back from leave', () => {
    test('does not get the leads they missed: three equal reps, c away for 40', () => {
      const members = ['a', 'b', 'c'].map((key) => plainMember(key, 1));
      const fresh = engine.settleLedger(poolOf(members), null, null, 0);
      // c's turn has come when the leave begins.
      let ledger = engine.takeTurn(engine.takeTurn(fresh, allOf(fresh), 0).ledger, allOf(fresh), 0).ledger;
      for (let lead = 0; lead < 40; lead += 1) {
        ledger = engine.takeTurn(ledger, [true, true, false], 0).ledger;
      }
      expect(takersOf(ledger, 10)).toEqual(['c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c']);
    });

    test.each([40, 400])('gets at most two leads more than their share after %s missed leads', (missed) => {
      fc.assert(
        fc.property(seed, (number) => {
          const dice = new Dice(number);
          const weights = drawWeights(dice);
          const pool = poolOf(weights.map((weight, place) => plainMember(memberKey(place), weight)));
          const away = dice.roll(weights.length);
          let ledger = engine.settleLedger(pool, null, null, 0);
          for (let lead = dice.roll(100); lead > 0; lead -= 1) {
            ledger = engine.takeTurn(ledger, allOf(ledger), 0).ledger;
          }
          for (let lead = 0; lead < missed; lead += 1) {
            ledger = engine.takeTurn(
              ledger,
              weights.map((_, place) => place !== away),
              0,
            ).ledger;
          }
          const next = weights.length * 2;
          const takers = takersOf(engine.settleLedger(pool, ledger, null, 0), next);
          const got = takers.filter((key) => key === memberKey(away)).length;
          expect((got - 2) * sum(weights)).toBeLessThanOrEqual(next * weights[away]!);
        }),
        { numRuns: size.runs, seed: missed },
      );
    });
  });

  describe('when the pool changes', () => {
    test('a joiner gets the share of their ramp', () => {
      const joinedAt = 100 * dayMillis;
      const joiner = { ...plainMember('joiner', 4), joinedAt };
      const rampSteps = [
        { afterDays: 0, weightPercent: 25 },
        { afterDays: 14, weightPercent: 50 },
        { afterDays: 30, weightPercent: 100 },
      ];
      const pool = poolOf([plainMember('a', 4), plainMember('b', 4), joiner], { rampSteps });
      const shareAfter = (days: number): number => {
        const ledger = engine.settleLedger(pool, null, null, joinedAt + days * dayMillis);
        return takersOf(ledger, 900).filter((key) => key === 'joiner').length;
      };
      // Weights 100 : 400 : 400, then 200 : 400 : 400, then all alike.
      expect([0, 13, 14, 29, 30].map(shareAfter)).toEqual([100, 100, 180, 180, 300]);
      const before = engine.settleLedger(pool, null, null, joinedAt - 1);
      expect(before.entries.map((entry) => entry.weight)).toEqual([400, 400, 0]);
    });

    test('those who stay keep their credits, within one round of the new pool', () => {
      fc.assert(
        fc.property(seed, (number) => {
          const dice = new Dice(number);
          const weights = drawWeights(dice);
          const all = weights.map((weight, place) => plainMember(memberKey(place), weight));
          const before = poolOf(all.filter((_, place) => place === 0 || dice.chance(70)));
          const after = poolOf(all.filter((_, place) => place === 0 || dice.chance(70)));
          let ledger = engine.settleLedger(before, null, null, 0);
          for (let lead = dice.roll(100); lead > 0; lead -= 1) {
            ledger = engine.takeTurn(ledger, allOf(ledger), 0).ledger;
          }
          const settled = engine.settleLedger(after, ledger, null, 0);
          const round = sum(settled.entries.map((entry) => entry.weight));
          for (const entry of settled.entries) {
            const earlier = ledger.entries.find((one) => one.memberKey === entry.memberKey)?.credit ?? 0;
            must(Math.abs(earlier) > round || entry.credit === earlier, `${earlier} became ${entry.credit}`);
          }
          expect(engine.settleLedger(after, settled, null, 0)).toEqual(settled);
        }),
        { numRuns: size.runs, seed: 2 },
      );
    });
  });

  describe('a turn that is given back', () => {
    test('leaves the ledger as it was', () => {
      fc.assert(
        fc.property(seed, (number) => {
          const dice = new Dice(number);
          let ledger = freshLedger(drawWeights(dice));
          for (let lead = dice.roll(60); lead > 0; lead -= 1) {
            ledger = engine.takeTurn(ledger, allOf(ledger), 0).ledger;
          }
          const taken = engine.takeTurn(ledger, allOf(ledger), 0);
          const back = engine.giveTurnBack(taken.ledger, taken.turn);
          expect(back.entries).toEqual(ledger.entries);
          expect(back.sequence).toBe(ledger.sequence + 2);
        }),
        { numRuns: size.runs, seed: 3 },
      );
    });

    test('takes exactly its own credits along, whatever turns came between', () => {
      fc.assert(
        fc.property(seed, (number) => {
          const dice = new Dice(number);
          let ledger = freshLedger(drawWeights(dice));
          const expected = new Map(ledger.entries.map((entry) => [entry.memberKey, { credit: 0, openCount: 0 }]));
          const open: Turn[] = [];
          const book = (turn: Turn, sign: number): void => {
            for (const share of [...turn.shares, { memberKey: turn.takerKey, earned: -sum(turn.shares.map(earned)) }]) {
              expected.get(share.memberKey)!.credit += sign * share.earned;
            }
            expected.get(turn.takerKey)!.openCount += sign;
          };
          for (let step = 0; step < 150; step += 1) {
            if (open.length > 0 && dice.chance(45)) {
              const [turn] = open.splice(dice.roll(open.length), 1);
              ledger = engine.giveTurnBack(ledger, turn!);
              book(turn!, -1);
            } else {
              const eligible = ledger.entries.map(() => dice.chance(60));
              eligible[dice.roll(eligible.length)] = true;
              const taken = engine.takeTurn(ledger, eligible, 0);
              ledger = taken.ledger;
              open.push(taken.turn);
              book(taken.turn, 1);
            }
          }
          const found = ledger.entries.map((one) => [one.memberKey, { credit: one.credit, openCount: one.openCount }]);
          expect(found).toEqual([...expected]);
        }),
        { numRuns: size.runs, seed: 4 },
      );
    });
  });
}
