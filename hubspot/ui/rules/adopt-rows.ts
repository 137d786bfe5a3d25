import { orderRows, type DraftRow } from '../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../handlers/rules/row-names.ts';
import type { DraftRowForm } from '../../handlers/ui/ui-forms.ts';
import { idOf, isKnown, type Draft } from './draft.ts';
import { pairRows } from './pair-rows.ts';

/** Rows that came from elsewhere, each under the id of the same row in the draft where it has one. */
export function adoptRows(draft: Draft, rows: readonly DraftRowForm[]): Draft {
  const known: DraftRow[] = rows.filter(isKnown);
  const { pairs, added } = pairRows(draft.rows, known);
  const kept: NamedRow[] = pairs.map(({ before, after }) => ({ ...after, id: before.id }));
  const fresh: NamedRow[] = added.map((row, place) => ({ ...row, id: idOf(draft.nextId + place) }));
  return {
    rows: orderRows([...kept, ...fresh]),
    strangeRows: rows.filter((row) => !isKnown(row)),
    nextId: draft.nextId + fresh.length,
  };
}
