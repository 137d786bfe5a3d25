import { expect, test } from '@jest/globals';
import { checkPolicy } from '../../core/src/decide/index.ts';
import type { Policy } from '../../core/src/decide/model/policy.ts';
import type { Problem } from '../../core/src/decide/model/problem.ts';
import { Dice } from '../property/generators/dice.ts';
import { canonicalText } from './answer.ts';
import { compileClasses, readClasses, readEngineClasses } from './decide-in-apex.ts';
import { breakPolicy } from './generate/break-policy.ts';
import { generatePairs } from './generate-pairs.ts';
import { asciiJson } from './pair.ts';

/** The policies of pairs are sound, so nothing that is found wrong with a policy is ever compared there. */
test('both engines find the same wrong with broken policies', () => {
  const program = compileClasses(new Map([...readEngineClasses(), ...readClasses('test/differential/apex')]));
  const dice = new Dice(20_261_121);
  const codes = new Set<string>();
  for (const { policyJson } of generatePairs({ seed: 11, policies: 60, leadsEach: 1 })) {
    const transaction = program.begin();
    for (let count = 0; count < 12; count += 1) {
      const policy = breakPolicy(dice, JSON.parse(policyJson) as Policy);
      const problems = checkPolicy(policy);
      const found = transaction.call('SbxAnswers', 'checkPolicy', [asciiJson(policy)]) as string;
      expect(canonicalText(JSON.parse(found) as Problem[])).toBe(canonicalText(problems));
      for (const { code } of problems) codes.add(code);
    }
  }
  expect(codes.size).toBeGreaterThan(20);
});
