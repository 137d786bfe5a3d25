import { DateInput } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { changeCell } from '../../rules/edit-draft.ts';
import { dayOfInstant, instantOfDay } from '../../rules/instants.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { troubleOf } from './problem-words.ts';

type DayCellProps = {
  readonly row: NamedRow;
  readonly column: string;
  readonly label: string;
  readonly description: string;
};

/** A cell that holds an instant, as the day it falls on. */
export function DayCell({ row, column, label, description }: DayCellProps): ReactNode {
  const { checked, canEdit, edit } = useWorkspace();
  const text = cellText(row, column);
  const day = dayOfInstant(text);
  const trouble = troubleOf(checked.byRow.get(row.id), column);
  return (
    <DateInput
      name={`${row.id}-${column}`}
      label={label}
      readOnly={!canEdit}
      format="YYYY-MM-DD"
      clearButtonLabel="Clear"
      {...(day === null ? {} : { value: day })}
      {...(description === '' ? {} : { description })}
      {...(trouble === null ? {} : { error: true, validationMessage: trouble })}
      onChange={(chosen) =>
        edit(`${label} changed`, (before) =>
          changeCell(before, row.id, column, isDay(chosen) ? instantOfDay(chosen, text) : null),
        )
      }
    />
  );
}

/** A cleared input says null, whatever its type promises. */
function isDay<Day>(chosen: Day | null): chosen is Day {
  return chosen !== null && chosen !== undefined;
}
