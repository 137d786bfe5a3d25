import type { DraftRowForm } from '../../handlers/ui/ui-forms.ts';
import { configurationTables } from '../../handlers/rules/configuration-tables.ts';
import { adoptRows } from './adopt-rows.ts';
import { rowsToSend, type Draft } from './draft.ts';

/** The draft with the rules of a revision. People, business hours and options are no part of one and stay as they are. */
export function takeRevision(draft: Draft, rows: readonly DraftRowForm[]): Draft {
  const isKept = (kind: string): boolean => configurationTables.some((table) => table.kind === kind);
  return adoptRows(draft, [
    ...rows.filter(({ kind }) => !isKept(kind)),
    ...rowsToSend(draft).filter(({ kind }) => isKept(kind)),
  ]);
}
