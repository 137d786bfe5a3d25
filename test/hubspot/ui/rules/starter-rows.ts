import { flatten } from '../../../../core/src/decide/index.ts';
import { rowsOfConfiguration } from '../../../../hubspot/handlers/rules/configuration-rows.ts';
import { cellText, type DraftKind } from '../../../../hubspot/handlers/rules/draft-row.ts';
import { starterPolicy } from '../../../../hubspot/handlers/rules/install-starter.ts';
import type { NamedRow } from '../../../../hubspot/handlers/rules/row-names.ts';
import { configurationFor } from '../../../../hubspot/handlers/rules/starter-configuration.ts';
import type { DraftRowForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { loadDraft, type Draft } from '../../../../hubspot/ui/rules/draft.ts';
import { keyColumns } from '../../../../hubspot/ui/rules/row-shape.ts';

/** What every portal begins with: the starter policy, everybody it names, its business hours and all options. */
export function starterRows(): DraftRowForm[] {
  const policy = starterPolicy();
  const rows = [...flatten(policy), ...rowsOfConfiguration(configurationFor(policy, 'Europe/Berlin'))];
  // Who may do what is given elsewhere: a backend never shows that row.
  return rows
    .filter((row) => row.kind !== 'option' || cellText(row, 'optionKey') !== 'access')
    .map(({ kind, position, cells }) => ({ kind, position, cells: [...cells] }));
}

export function starterDraft(): Draft {
  return loadDraft(starterRows());
}

/** The row of a kind with this key. */
export function rowNamed(draft: Draft, kind: DraftKind, key: string, column = keyColumns[kind] ?? ''): NamedRow {
  const found = draft.rows.find((row) => row.kind === kind && cellText(row, column) === key);
  if (found === undefined) throw new Error(`There is no ${kind} ${key}.`);
  return found;
}
