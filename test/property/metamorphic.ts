import { describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Condition } from '../../core/src/decide/model/condition.ts';
import type { DecisionContext } from '../../core/src/decide/model/decision-context.ts';
import type { Policy, Rule } from '../../core/src/decide/model/policy.ts';
import { must } from './checks.ts';
import type { Engine } from './engine.ts';
import { drawAsked } from './generators/conditions.ts';
import { Dice, seed } from './generators/dice.ts';
import { renamed, renamedLedger } from './generators/renaming.ts';
import { drawInput, drawScenario, type Scenario } from './generators/scenario.ts';

export type Size = { companies: number; leadsEach: number };

/** Makes a policy that must decide alike; first it may bring the given one into the form that this needs. */
type Change = (dice: Dice, policy: Policy) => Policy;

function never(dice: Dice): Pick<Rule, 'conditions' | 'logic'> {
  const employees: Condition = { fieldKey: 'employees', operator: 'atLeast', texts: [], low: 100, high: null };
  const fewer: Condition = { ...employees, operator: 'atMost', low: null, high: 99 };
  return dice.chance(50)
    ? { conditions: [employees, fewer], logic: '' }
    : { conditions: [employees, fewer], logic: '(1 AND 2) AND NOT (1 AND 2)' };
}

/** Changes of a policy that must not change where a lead goes. */
export function metamorphicProperties(engine: Engine, size: Size): void {
  function holdsAfter(change: Change): void {
    const leads = fc.array(seed, { minLength: 1, maxLength: size.leadsEach, size: 'max' });
    fc.assert(
      fc.property(seed, leads, (number, leadSeeds) => {
        const dice = new Dice(number);
        const scenario = drawScenario(dice, engine);
        const changed = engine.prepare(change(dice, scenario.policy));
        const unchanged = engine.prepare(scenario.policy);
        for (const leadSeed of leadSeeds) {
          const one = outcome(leadSeed, scenario, { ...scenario.context, prepared: unchanged });
          const other = outcome(leadSeed, scenario, { ...scenario.context, prepared: changed });
          must(isSameOutcome(one, other), `${JSON.stringify(one)}\nbecomes\n${JSON.stringify(other)}`);
        }
      }),
      { numRuns: size.companies, seed: 20_260_106 },
    );
  }

  function outcome(leadSeed: number, scenario: Scenario, context: DecisionContext): Outcome {
    const input = drawInput(new Dice(leadSeed), scenario);
    const { assessment, assignment, clock } = engine.decide(input, scenario.ledgers, context);
    const destination = context.prepared.policy.destinations[assessment.choice.destinationPosition]!;
    return {
      destination: destination.destinationKey,
      owner: assignment.ownerKey,
      basis: assignment.basis,
      sla: clock.slaKey,
      dueAt: clock.dueAt,
      scores: [
        assessment.scores.fit.score,
        assessment.scores.engagement.score,
        assessment.scores.confidence.confidence,
      ],
    };
  }

  describe('a decision stays the same', () => {
    test('when a rule that nothing can meet is added anywhere', () => {
      holdsAfter((dice, policy) => {
        const place = dice.roll(policy.rules.length + 1);
        const rule = { ...dice.pick(policy.rules), ...never(dice), ruleKey: 'unreachable', isActive: true };
        return { ...policy, rules: policy.rules.toSpliced(place, 0, rule) };
      });
    });

    test('when two neighbouring rules that exclude each other change places', () => {
      holdsAfter((dice, policy) => {
        const place = dice.roll(policy.rules.length - 1);
        const [one, other] = [policy.rules[place]!, policy.rules[place + 1]!];
        const many: Condition = { fieldKey: 'employees', operator: 'atLeast', texts: [], low: 100, high: null };
        const few: Condition = { ...many, operator: 'atMost', low: null, high: 99 };
        const pair = [
          { ...one, isActive: true, conditions: [many, ...one.conditions.slice(0, 5)], logic: '' },
          { ...other, isActive: true, conditions: [few, ...other.conditions.slice(0, 5)], logic: '' },
        ];
        policy.rules.splice(place, 2, ...pair);
        return { ...policy, rules: policy.rules.toSpliced(place, 2, ...pair.toReversed()) };
      });
    });

    test('when a rule that is not active is taken out', () => {
      holdsAfter((_, policy) => ({ ...policy, rules: policy.rules.filter((rule) => rule.isActive) }));
    });

    test('when a field is added that no rule and no score asks', () => {
      holdsAfter((_, policy) => ({
        ...policy,
        fields: [...policy.fields, { fieldKey: 'nowhere', label: 'nowhere', fieldType: 'text', isPersonal: false }],
      }));
    });

    test('when a logic line joins by AND what the empty line joins anyway', () => {
      holdsAfter((dice, policy) => {
        const asked = { ...drawAsked(dice, policy.fields), logic: '' };
        policy.rules[0] = { ...policy.rules[0]!, ...asked, isActive: true };
        const logic = asked.conditions.map((_, place) => place + 1).join(' AND ');
        return { ...policy, rules: [{ ...policy.rules[0], logic }, ...policy.rules.slice(1)] };
      });
    });

    test('but for the names, when pools, destinations, service levels and rules get other names', () => {
      const leads = fc.array(seed, { minLength: 1, maxLength: size.leadsEach, size: 'max' });
      fc.assert(
        fc.property(seed, leads, (number, leadSeeds) => {
          const scenario = drawScenario(new Dice(number), engine);
          const other: Scenario = {
            ...scenario,
            policy: renamed(scenario.policy),
            ledgers: scenario.ledgers.map(renamedLedger),
            context: { ...scenario.context, prepared: engine.prepare(renamed(scenario.policy)) },
          };
          for (const leadSeed of leadSeeds) {
            const one = outcome(leadSeed, scenario, scenario.context);
            const same = outcome(leadSeed, other, other.context);
            const expected = { ...one, destination: `x-${one.destination}`, sla: `x-${one.sla}` };
            must(isSameOutcome(expected, same), `${JSON.stringify(expected)}\nbecomes\n${JSON.stringify(same)}`);
          }
        }),
        { numRuns: size.companies, seed: 20_260_107 },
      );
    });
  });
}

type Outcome = { destination: string; owner: string; basis: string; sla: string; dueAt: number; scores: number[] };

function isSameOutcome(one: Outcome, other: Outcome): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
