import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Decision } from '../../core/src/decide/index.ts';
import type { DecisionContext } from '../../core/src/decide/model/decision-context.ts';
import type { PoolMember } from '../../core/src/decide/model/policy.ts';
import type { TurnLedger } from '../../core/src/decide/model/turn-ledger.ts';
import { must } from './checks.ts';
import type { Engine } from './engine.ts';
import { Dice, seed } from './generators/dice.ts';
import { drawInput, drawScenario, type Scenario } from './generators/scenario.ts';
import { firstDay, workingDays } from './generators/teams.ts';

export type Size = { runs: number; leads: number };

const dayMillis = 86_400_000;
const isTurn = new Set(['turn', 'overflow', 'afterHours']);

/** What a team goes through in some weeks of leads, one after the other. */
export function teamDaysProperties(engine: Engine, size: Size): void {
  /** A company whose calendars all keep the days of UTC, so that a day is easy to tell. */
  function drawCompany(dice: Dice): Scenario {
    const scenario = drawScenario(dice, engine);
    const keys = new Set(scenario.policy.pools.map((pool) => pool.calendarKey));
    const calendars = new Map([...keys].map((key) => [key, workingDays(key, 0)]));
    return { ...scenario, ledgers: [], startsAt: firstDay, context: { ...scenario.context, calendars } };
  }

  function decideInTurn(dice: Dice, scenario: Scenario, see: (decision: Decision) => void): void {
    const ledgers = new Map<string, TurnLedger>();
    for (let lead = 0; lead < size.leads; lead += 1) {
      const now = firstDay + Math.floor((lead * 20 * dayMillis) / size.leads);
      const input = { ...drawInput(dice, scenario), now };
      const decision = engine.decide(input, [...ledgers.values()], scenario.context);
      const after = decision.assignment.ledgerAfter;
      if (after !== null) {
        ledgers.set(after.poolKey, after);
      }
      see(decision);
    }
  }

  describe('day by day', () => {
    test('nobody gets a turn above their cap of the day, of the week or of open work', () => {
      fc.assert(
        fc.property(seed, (number) => {
          const dice = new Dice(number);
          const scenario = drawCompany(dice);
          const taken = new Map<string, number>();
          const count = (span: string): number => taken.get(span) ?? 0;
          decideInTurn(dice, scenario, ({ assessment, assignment }) => {
            if (assignment.turn === null) {
              return;
            }
            const day = Math.floor((assessment.now - firstDay) / dayMillis);
            const member = memberOf(scenario, assignment.turn.poolKey, assignment.ownerKey);
            const name = `${member.poolKey} ${member.memberKey}`;
            const spans = [`${name} day ${day}`, `${name} week ${Math.floor(day / 7)}`, name] as const;
            if (isTurn.has(assignment.basis)) {
              must(count(spans[0]) < (member.dailyCap ?? Infinity), `${name} is above the cap of the day`);
              must(count(spans[1]) < (member.weeklyCap ?? Infinity), `${name} is above the cap of the week`);
              must(count(spans[2]) < (member.openWorkCap ?? Infinity), `${name} is above the cap of open work`);
            }
            for (const span of spans) {
              taken.set(span, count(span) + 1);
            }
          });
        }),
        { numRuns: size.runs, seed: 5 },
      );
    });

    test('a turn only goes to a rep who is active and not on leave', () => {
      fc.assert(
        fc.property(seed, (number) => {
          const dice = new Dice(number);
          const scenario = drawCompany(dice);
          decideInTurn(dice, scenario, ({ assessment, assignment }) => {
            if (isTurn.has(assignment.basis)) {
              const rep = scenario.context.reps.get(assignment.ownerKey);
              const isAway = rep?.timeOff.some((one) => one.opensAt <= assessment.now && assessment.now < one.closesAt);
              must(rep?.isActive === true && isAway === false, `${assignment.ownerKey} is not there`);
            }
          });
        }),
        { numRuns: size.runs, seed: 6 },
      );
    });
  });

  test('neither the order of ledgers nor of reps nor of members decides', () => {
    fc.assert(
      fc.property(seed, fc.array(seed, { minLength: 20, maxLength: 20 }), (number, leads) => {
        const dice = new Dice(number);
        const scenario = drawScenario(dice, engine);
        const { policy, context } = scenario;
        const shuffled: DecisionContext = {
          ...context,
          prepared: engine.prepare({ ...policy, members: dice.shuffle(policy.members) }),
          reps: new Map(dice.shuffle([...context.reps])),
          calendars: new Map(dice.shuffle([...context.calendars])),
        };
        for (const lead of leads) {
          const input = drawInput(new Dice(lead), scenario);
          const one = engine.decide(input, scenario.ledgers, context);
          const other = engine.decide(input, dice.shuffle(scenario.ledgers), shuffled);
          expect(other.decisionText).toBe(one.decisionText);
          expect(other.assignment.ledgerAfter).toEqual(one.assignment.ledgerAfter);
        }
      }),
      { numRuns: size.runs, seed: 7 },
    );
  });
}

function memberOf(scenario: Scenario, poolKey: string, memberKey: string): PoolMember {
  return scenario.policy.members.find((one) => one.poolKey === poolKey && one.memberKey === memberKey)!;
}
