import { checkPolicy } from '../../decide/policy/check-policy.ts';
import { allFields } from '../../decide/policy/prepare.ts';
import type { Policy } from '../../decide/model/policy.ts';
import type { Problem } from '../../decide/model/problem.ts';
import { contentCodes, type SimilarKind } from './policy-codes.ts';
import { keptAsIs, type PolicyMessage } from './policy-message.ts';
import { similarNames } from './similar-names.ts';

/** What keeps a policy of the right form from deciding: the engine's own check, with next steps and similar names. */
export function contentMessages(policy: Policy, fileName: string): PolicyMessage[] {
  return checkPolicy(policy).map((problem) => ({
    code: problem.code,
    about: problem.about,
    found: `${problem.found}.`,
    next: nextStep(problem, policy),
    kept: keptAsIs(fileName),
    line: null,
    column: null,
  }));
}

function nextStep(problem: Problem, policy: Policy): string {
  const known = contentCodes[problem.code];
  if (known === undefined) {
    return 'Look the code up in docs/codes.md.';
  }
  const typed = /"([^"]*)"/.exec(problem.found)?.[1];
  const similar =
    known.similar === null || typed === undefined ? [] : similarNames(typed, namesOf(known.similar, policy));
  return similar.length === 0 ? known.next : `Known names like it: ${similar.join(', ')}. ${known.next}`;
}

function namesOf(kind: SimilarKind, policy: Policy): string[] {
  switch (kind) {
    case 'field':
      return allFields(policy).map((field) => field.fieldKey);
    case 'destination':
      return policy.destinations.map((destination) => destination.destinationKey);
    case 'pool':
      return policy.pools.map((pool) => pool.poolKey);
    case 'sla':
      return policy.slas.map((sla) => sla.slaKey);
  }
}
