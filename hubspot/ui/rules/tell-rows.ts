import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { readLogic } from '../../../core/src/decide/model/read-logic.ts';
import { testSentence } from '../../../core/src/decide/model/test-sentence.ts';
import { allFields } from '../../../core/src/decide/policy/prepare.ts';
import { rowsOfKind, type PolicyRow, type RowKind } from '../../../core/src/decide/policy/policy-row.ts';
import { ruleSentence, slaSentence } from '../../../core/src/decide/policy/rule-sentence.ts';
import type { NamedRow } from '../../handlers/rules/row-names.ts';

/**
 * The sentences of rules, tiers, territories and promises as their rows stand now, also while other rows have problems, by
 * the ids of rows. What has a logic line that does not read has none.
 */
export function tellRows(rows: readonly NamedRow[], policy: Policy): Map<string, string> {
  const sentences = new Map<string, string>();
  const fields = allFields(policy);
  const tell = (kind: RowKind, write: (place: number) => string | null): void => {
    for (const [place, id] of idsInOrder(rows, kind).entries()) {
      const sentence = write(place);
      if (sentence !== null) sentences.set(id, sentence);
    }
  };
  tell('rule', (place) => (isReadable(policy.rules[place]!) ? ruleSentence(policy, place) : null));
  tell('tier', (place) => {
    const tier = policy.tiers[place]!;
    if (!isReadable(tier)) return null;
    const asked = testSentence(tier.conditions, tier.logic, fields);
    return asked === '' ? 'Every lead.' : `When ${asked}.`;
  });
  tell('territory', (place) => {
    const territory = policy.territories[place]!;
    if (!isReadable(territory)) return null;
    const asked = testSentence(territory.conditions, territory.logic, fields);
    const workedBy = territory.poolKey === null ? territory.ownerKey : nameOfPool(policy, territory.poolKey);
    return `${asked === '' ? 'Every lead' : `When ${asked}`} → ${workedBy ?? 'nobody'}.`;
  });
  tell('sla', (place) => {
    const sentence = slaSentence(policy.slas[place]!);
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
  });
  return sentences;
}

/** Core orders the rows of a kind once more: by position, then by the first cell. */
function idsInOrder(rows: readonly NamedRow[], kind: RowKind): string[] {
  const ids = new Map<PolicyRow, string>();
  for (const row of rows) {
    if (row.kind === kind) ids.set({ kind, position: row.position, cells: [...row.cells] }, row.id);
  }
  return rowsOfKind([...ids.keys()], kind).map((row) => ids.get(row)!);
}

function isReadable({
  logic,
  conditions,
}: {
  readonly logic: string;
  readonly conditions: readonly unknown[];
}): boolean {
  return readLogic(logic, conditions.length).trouble === null;
}

function nameOfPool(policy: Policy, poolKey: string): string {
  return policy.pools.find((pool) => pool.poolKey === poolKey)?.label ?? poolKey;
}
