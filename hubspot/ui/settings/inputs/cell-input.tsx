import { Toggle } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { Column } from '../../../../core/src/author/policy/row-tables.ts';
import { cellText, tableOf } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { choiceWords } from '../../rules/choice-words.ts';
import { changeCell } from '../../rules/edit-draft.ts';
import { choicesOf } from '../../rules/named-rows.ts';
import { wordsOfEmpty } from '../../rules/optional-columns.ts';
import { namedKinds } from '../../rules/references.ts';
import { textOfValues, valuesOfText, valuesTyped } from '../../rules/text-values.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { ChoiceSelect } from './choice-select.tsx';
import { DayCell } from './day-cell.tsx';
import { troubleOf } from './problem-words.ts';
import { TypedText } from './typed-text.tsx';

type CellInputProps = {
  readonly row: NamedRow;
  readonly column: string;
  /** Where the table's own words do not say enough. */
  readonly label?: string | undefined;
  readonly description?: string | undefined;
};

/** An input for one cell of a row, by the form of its column, with what is wrong with it. */
export function CellInput({ row, column: name, label, description }: CellInputProps): ReactNode {
  const { draft, checked, canEdit, edit } = useWorkspace();
  const column = tableOf(row.kind).columns.find((each) => each.column === name);
  if (column === undefined) return null;
  const text = cellText(row, name);
  const trouble = troubleOf(checked.byRow.get(row.id), name) ?? troubleOf(checked.doubts.get(row.id), name);
  const change = (next: string | null, run: string | null = null): void =>
    edit(`${column.label} changed`, (before) => changeCell(before, row.id, name, next), run);
  const common = {
    name: `${row.id}-${name}`,
    label: label ?? column.label,
    description: description ?? (namedKinds(row, name).length > 0 ? '' : helpOf(column)),
    readOnly: !canEdit,
    trouble,
  };
  if (name === 'joinedAt') {
    return <DayCell row={row} column={name} label={common.label} description="" />;
  }
  if (namedKinds(row, name).length > 0) {
    return (
      <ChoiceSelect
        {...common}
        value={text}
        choices={choicesOf(draft.rows, row, name)}
        empty={wordsOfEmpty(row, name)}
        onValue={change}
      />
    );
  }
  switch (column.form) {
    case 'flag':
      return (
        <Toggle
          name={common.name}
          label={common.label}
          labelDisplay="top"
          size="sm"
          checked={text === 'yes'}
          readOnly={!canEdit}
          textChecked="Yes"
          textUnchecked="No"
          onChange={(isOn) => change(isOn ? 'yes' : 'no')}
        />
      );
    case 'choice':
      return (
        <ChoiceSelect
          {...common}
          value={text}
          choices={column.choices.map((choice) => ({ label: choiceWords(name, choice), value: choice }))}
          empty={null}
          onValue={change}
        />
      );
    case 'several':
      return <ValuesInput {...common} row={row} text={text} onText={(next) => change(next, `${row.id} ${name}`)} />;
    case 'words':
    case 'text':
    case 'key':
    case 'whole':
      return (
        <TypedText
          {...common}
          text={text ?? ''}
          lines={column.form === 'words' ? 3 : undefined}
          read={column.form === 'whole' ? (typed) => typed.trim() : undefined}
          onText={(typed) => change(typed, `${row.id} ${name}`)}
        />
      );
  }
}

/** Lists are typed a value a line here; the help of the table speaks of list views. */
function helpOf({ help, form }: Column): string {
  return form === 'several' ? help.replace(/ ?Several values, with semicolons between them\.$/, '') : help;
}

type ValuesInputProps = {
  readonly row: NamedRow;
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly readOnly: boolean;
  readonly trouble: string | null;
  readonly text: string | null;
  readonly onText: (text: string) => void;
};

const mostLines = 8;

function ValuesInput({ row, text, onText, ...common }: ValuesInputProps): ReactNode {
  const values = valuesOfText(row.kind, text);
  return (
    <TypedText
      {...common}
      description={common.description === '' ? 'A value a line.' : `${common.description} A value a line.`}
      text={textOfValues(row.kind, values)}
      lines={Math.min(Math.max(values.length + 1, 3), mostLines)}
      read={(typed) => textOfValues(row.kind, valuesTyped(typed))}
      write={(kept) => valuesOfText(row.kind, kept === '' ? null : kept).join('\n')}
      onText={onText}
    />
  );
}
