import { similarNames } from '../../../core/src/author/policy/similar-names.ts';
import { cellText, tableOf, type DraftKind } from '../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../handlers/rules/row-names.ts';
import type { PlacedProblem } from './check-rows.ts';
import { leadOwner, namedKinds } from './references.ts';
import { keyColumns } from './row-shape.ts';

/** Kinds that core does not know, so that it cannot miss them. */
const besidePolicy: readonly DraftKind[] = ['person', 'calendar'];

/**
 * Names of people and business hours that stand in no row. A policy with them can be published: such leads wait under the
 * name, without an owner.
 */
export function findLooseNames(rows: readonly NamedRow[]): Map<string, PlacedProblem[]> {
  const keys = new Map<DraftKind, Set<string>>();
  for (const row of rows) {
    const column = keyColumns[row.kind];
    const key = column === undefined ? null : cellText(row, column);
    if (key !== null) keys.set(row.kind, (keys.get(row.kind) ?? new Set()).add(key));
  }
  const doubts = new Map<string, PlacedProblem[]>();
  for (const row of rows) {
    for (const { column } of tableOf(row.kind).columns) {
      const kinds = namedKinds(row, column);
      const key = kinds.some((kind) => besidePolicy.includes(kind)) ? cellText(row, column) : null;
      if (key === null || key === leadOwner || kinds.some((kind) => keys.get(kind)?.has(key))) continue;
      const kind = kinds.find((each) => besidePolicy.includes(each))!;
      const doubt = doubtOf(row, column, kind, key, [...(keys.get(kind) ?? [])]);
      doubts.set(row.id, [...(doubts.get(row.id) ?? []), doubt]);
    }
  }
  return doubts;
}

function doubtOf(row: NamedRow, column: string, kind: DraftKind, key: string, known: readonly string[]): PlacedProblem {
  const { plural } = tableOf(kind);
  const similar = similarNames(key, known);
  const hint = similar.length === 0 ? '' : `Known names like it: ${similar.join(', ')}. `;
  const meaning =
    kind === 'person' ? 'leads for it would wait without an owner' : 'time would be counted around the clock';
  return {
    code: 'HSU010',
    about: `${row.kind} row ${row.position + 1}, ${column}`,
    found: `"${key}", which ${plural} does not list: ${meaning}`,
    next: `${hint}Choose another, or add ${key} under ${plural}.`,
    column,
  };
}
