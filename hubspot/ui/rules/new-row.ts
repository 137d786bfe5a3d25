import type { Column } from '../../../core/src/author/policy/row-tables.ts';
import { tableOf, type DraftKind, type DraftRow } from '../../handlers/rules/draft-row.ts';
import type { NewRow } from './edit-draft.ts';
import { freshKey } from './keys.ts';
import { keyColumns } from './row-shape.ts';

/** What the columns of a new row hold where it is not the usual. */
const beginnings: { readonly [Kind in DraftKind]?: { readonly [column: string]: string | null } } = {
  rule: { isActive: 'no' },
  condition: { operator: 'isOneOf' },
  member: { weight: '1' },
  ramp: { afterDays: '0', weightPercent: '100' },
  sla: { targetMinutes: '30' },
  escalation: { afterDueMinutes: '0', action: 'alert' },
  signal: { points: '5', halfLifeDays: '30', capPoints: '10' },
  phraseList: { points: '1' },
  experiment: { isActive: 'no', controlPercent: '50' },
  calendar: { timeZone: 'UTC', days: '1;2;3;4;5', from: '09:00', until: '18:00' },
};

/** Numbers without which a row means nothing. All others may be empty. */
const filledWholes: readonly string[] = ['otherPoints', 'missingPoints', 'points', 'evidence', 'varianceHundredths'];

/** Columns that write out what a row is called, in the order in which they are looked for. */
const nameColumns = ['label', 'displayName'] as const;

/**
 * A row to begin with: switched off where that can be, everything else at its first value or empty.
 *
 * @param values of columns that are known already, such as what it belongs to
 * @param name what it is called; its key is made of it
 */
export function newRow(
  rows: readonly DraftRow[],
  kind: DraftKind,
  values: { readonly [column: string]: string | null } = {},
  name: string | null = null,
): NewRow {
  const { columns, label } = tableOf(kind);
  const called = name ?? `New ${label.toLowerCase()}`;
  const nameColumn = nameColumns.find((each) => columns.some(({ column }) => column === each));
  const given = {
    ...(keyColumns[kind] === undefined ? {} : { [keyColumns[kind]]: freshKey(rows, kind, called) }),
    ...(nameColumn === undefined ? {} : { [nameColumn]: called }),
    ...beginnings[kind],
    ...values,
  };
  return {
    kind,
    cells: columns.map((column) => ({
      column: column.column,
      text: column.column in given ? (given[column.column] ?? null) : usualText(column),
    })),
  };
}

function usualText(column: Column): string | null {
  switch (column.form) {
    case 'flag':
      return 'no';
    case 'choice':
      return column.choices[0] ?? null;
    case 'whole':
      return filledWholes.includes(column.column) ? '0' : null;
    case 'key':
    case 'text':
    case 'words':
    case 'several':
      return null;
  }
}
