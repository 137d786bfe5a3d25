import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Decision } from '../../core/src/decide/index.ts';
import type { DecisionInput } from '../../core/src/decide/model/decision-context.ts';
import type { Engine } from './engine.ts';
import { Dice, seed } from './generators/dice.ts';
import { drawInput, drawScenario, type Scenario } from './generators/scenario.ts';
import { drawArrival } from './generators/edge-rows.ts';
import { fullLedgers, largestPolicy } from './generators/largest-policy.ts';
import { confidentialValues, drawConfidential } from './generators/confidential.ts';
import { starterPolicy } from './generators/policies.ts';
import { importChannels } from './generators/submissions.ts';
import { checkDecidedAgain, checkLossless, checkRecord, checkTakenInOnce, checkQuiet, must } from './checks.ts';

/** How many companies, and how many leads each of them gets. */
export type Size = { companies: number; leadsEach: number; fewestLeads: number; fewestImports: number };

type DrawLead = (dice: Dice, scenario: Scenario) => DecisionInput;
type Check = (decision: Decision, scenario: Scenario, input: DecisionInput) => void;

/** No lead is lost, none is told of, and every decision can be made again, whatever comes in. */
export function conservationProperties(engine: Engine, size: Size): void {
  let leadCount = 0;

  function forEveryLead(
    share: number,
    draw: DrawLead,
    check: Check,
    drawCompany: (dice: Dice) => Scenario = (dice) => drawScenario(dice, engine),
  ): void {
    const leads = fc.array(seed, { minLength: 1, maxLength: size.leadsEach, size: 'max' });
    const property = fc.property(seed, leads, (companySeed, leadSeeds) => {
      const scenario = drawCompany(new Dice(companySeed));
      for (const leadSeed of leadSeeds) {
        const input = draw(new Dice(leadSeed), scenario);
        check(engine.decide(input, scenario.ledgers, scenario.context), scenario, input);
        leadCount += 1;
      }
    });
    fc.assert(property, { numRuns: Math.ceil(size.companies * share), seed: 20_260_105 });
  }

  describe('whatever comes in', () => {
    test('every lead has one destination, one owner and one clock', () => {
      forEveryLead(1, drawInput, checkLossless);
    });

    test('every record is short, printable and JSON', () => {
      forEveryLead(1, drawInput, checkRecord);
    });

    test('the record stays as short under the largest policy', () => {
      const policy = largestPolicy();
      must(engine.checkPolicy(policy).length === 0, 'the largest policy is not sound');
      forEveryLead(0.05, drawInput, checkRecord, (dice) => {
        const scenario = drawScenario(dice, engine, policy);
        return { ...scenario, ledgers: fullLedgers(policy, scenario.startsAt) };
      });
    });

    test('every record decides again to the same bytes', () => {
      forEveryLead(0.5, drawInput, (decision, scenario) => {
        checkDecidedAgain(engine, decision, scenario);
      });
    });

    test('taking in a second time changes nothing more', () => {
      forEveryLead(0.5, drawInput, (_, __, input) => {
        checkTakenInOnce(engine, input.submission);
      });
    });

    test('no value of a person stands in the decision part', () => {
      forEveryLead(0.5, drawConfidential, (decision, _, input) => {
        for (const value of confidentialValues(input)) {
          must(!decision.decisionText.includes(value), `"${value}" is in ${decision.decisionText}`);
        }
      });
    });

    test('a row of a file passes the edge and is decided', () => {
      forEveryLead(0.5, drawArrival, (decision, scenario) => {
        checkLossless(decision, scenario);
        checkRecord(decision);
        checkDecidedAgain(engine, decision, scenario);
      });
    });

    test('nothing is done in mode observe', () => {
      const observing = (dice: Dice): Scenario => {
        const scenario = drawScenario(dice, engine);
        scenario.policy.mode = 'observe';
        return scenario;
      };
      forEveryLead(
        0.25,
        drawInput,
        (decision) => {
          must(
            decision.plan.actions.every((action) => !action.isPerformed),
            'something is done in mode observe',
          );
        },
        observing,
      );
    });
  });

  describe('what is imported', () => {
    test.each(['observe', 'suggest', 'live'] as const)(
      'never alerts anybody nor changes an owner in mode %s',
      (mode) => {
        const imported: DrawLead = (dice, scenario) => {
          const input = drawInput(dice, scenario);
          input.submission.channel = dice.pick(importChannels);
          return input;
        };
        const before = leadCount;
        forEveryLead(mode === 'live' ? 2.2 : 0.1, imported, checkQuiet, (dice) =>
          drawScenario(dice, engine, { ...starterPolicy, mode }),
        );
        expect(leadCount - before).toBeGreaterThanOrEqual(mode === 'live' ? size.fewestImports : 1);
      },
    );
  });

  test('all that was tried on enough leads', () => {
    expect(leadCount).toBeGreaterThanOrEqual(size.fewestLeads);
  });
}
