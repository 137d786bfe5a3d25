import { assemble } from '../../../core/src/decide/index.ts';
import { orderRows, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { policyRowsOf } from '../../handlers/rules/policy-rows.ts';
import type { NamedRow } from '../../handlers/rules/row-names.ts';
import { listOf, nameOfOwner, ownerOf, ownName } from './row-shape.ts';
import { tellRows } from './tell-rows.ts';

/** One state of the rules as it is compared with another: rows that stand for themselves, and what belongs to each. */
export type RuleState = {
  readonly subjects: readonly NamedRow[];
  readonly partsOf: (row: DraftRow) => readonly NamedRow[];
  readonly sentenceOf: (row: NamedRow) => string | null;
  /** The places of a list's subjects, counted from 1, by their ids. */
  readonly placeOf: (row: NamedRow) => number;
};

export function readState(rows: readonly DraftRow[]): RuleState {
  const named = orderRows(rows).map((row, place) => ({ ...row, id: String(place) }));
  const owners = new Set(named.flatMap((row) => ownName(row) ?? []));
  const parts = new Map<string, NamedRow[]>();
  const subjects: NamedRow[] = [];
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const row of named) {
    const owner = ownerOf(row);
    const name = owner === null ? null : nameOfOwner(owner);
    if (name !== null && owners.has(name)) {
      parts.set(name, [...(parts.get(name) ?? []), row]);
      continue;
    }
    subjects.push(row);
    const place = (counts.get(listOf(row)) ?? 0) + 1;
    counts.set(listOf(row), place);
    places.set(row.id, place);
  }
  const sentences = tellRows(named, assemble(policyRowsOf(named)).policy);
  return {
    subjects,
    partsOf: (row) => parts.get(ownName(row) ?? '') ?? [],
    sentenceOf: (row) => sentences.get(row.id) ?? null,
    placeOf: (row) => places.get(row.id) ?? 0,
  };
}
