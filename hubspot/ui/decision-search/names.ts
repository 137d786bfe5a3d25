import type { DraftRowForm } from '../../handlers/ui/ui-forms.ts';
import { rowsOfKind, textOf } from '../home/draft/edit-rows.ts';

/** What keys are called in the draft. A key that it does not know any more is shown as it is. */
export type Names = {
  readonly destinations: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
};

export function namesOf(rows: readonly DraftRowForm[]): Names {
  return {
    destinations: named(rows, 'destination', 'destinationKey', 'label'),
    people: named(rows, 'person', 'repKey', 'displayName'),
  };
}

function named(
  rows: readonly DraftRowForm[],
  kind: string,
  keyColumn: string,
  nameColumn: string,
): ReadonlyMap<string, string> {
  return new Map(
    rowsOfKind(rows, kind).flatMap((row) => {
      const key = textOf(row, keyColumn);
      return key === null ? [] : [[key, textOf(row, nameColumn) ?? key] as const];
    }),
  );
}
