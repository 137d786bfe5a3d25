import { AutoGrid, Flex, MultiSelect, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { fold } from '../../../../core/src/decide/model/fold.ts';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { choiceWords } from '../../rules/choice-words.ts';
import { withCell } from '../../rules/edit-draft.ts';
import type { Draft } from '../../rules/draft.ts';
import { closedValues, operandsOf, operatorsFor, typeOfField, usedValues } from '../../rules/field-types.ts';
import { rowChoices } from '../../rules/named-rows.ts';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { CellInput } from '../inputs/cell-input.tsx';
import { ChoiceSelect } from '../inputs/choice-select.tsx';
import { troubleOf } from '../inputs/problem-words.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { PartList } from './part-list.tsx';

/** The conditions of a rule, a tier or a territory, and how they are joined. */
export function ConditionList({ owner }: { readonly owner: NamedRow }): ReactNode {
  const ownerKey = cellText(owner, `${owner.kind}Key`);
  return (
    <Flex direction="column" gap="md">
      <PartList
        owner={owner}
        kind="condition"
        title="Conditions"
        help="A condition about something that is not known is never met."
        belonging={{ ownerKind: owner.kind, ownerKey, fieldKey: 'inquiryType', operator: 'isOneOf', texts: 'sales' }}
        editor={(part) => <ConditionFields row={part} />}
      />
      <CellInput
        row={owner}
        column="logic"
        label="How the conditions are joined"
        description="Their numbers with AND, OR, NOT and brackets, such as 1 AND (2 OR 3). Empty joins all of them by AND."
      />
    </Flex>
  );
}

function ConditionFields({ row }: { readonly row: NamedRow }): ReactNode {
  const { draft, checked, canEdit, edit } = useWorkspace();
  const fieldKey = cellText(row, 'fieldKey') ?? '';
  const operator = cellText(row, 'operator') ?? '';
  const problems = checked.byRow.get(row.id);
  const common = { readOnly: !canEdit, empty: null };
  return (
    <AutoGrid columnWidth={220} flexible gap="sm">
      <ChoiceSelect
        {...common}
        name={`${row.id}-field`}
        label="Field"
        value={fieldKey}
        choices={rowChoices(draft.rows, 'field')}
        trouble={troubleOf(problems, 'fieldKey')}
        onValue={(value) => edit('Field changed', (before) => withField(before, row.id, value ?? ''))}
      />
      <ChoiceSelect
        {...common}
        name={`${row.id}-operator`}
        label="Is met when it"
        value={operator}
        choices={operatorsFor(typeOfField(draft.rows, fieldKey)).map((each) => ({
          label: choiceWords('operator', each),
          value: each,
        }))}
        trouble={troubleOf(problems, 'operator')}
        onValue={(value) => edit('Operator changed', (before) => withOperator(before, row.id, value ?? ''))}
      />
      {operandsOf(operator).map((operand) =>
        operand === 'texts' ? (
          <ValuesOfField key={operand} row={row} fieldKey={fieldKey} />
        ) : (
          <CellInput key={operand} row={row} column={operand} />
        ),
      )}
    </AutoGrid>
  );
}

function ValuesOfField({ row, fieldKey }: { readonly row: NamedRow; readonly fieldKey: string }): ReactNode {
  const { draft, checked, canEdit, edit } = useWorkspace();
  const closed = closedValues(draft.rows, fieldKey);
  if (closed === null) {
    const used = usedValues(draft.rows, fieldKey);
    return (
      <Flex direction="column" gap="xs">
        <CellInput row={row} column="texts" />
        {used.length > 0 && (
          <Text variant="microcopy">Used already: {breakable(beginningOf(used.join(', '), 400))}</Text>
        )}
      </Flex>
    );
  }
  const values = (cellText(row, 'texts') ?? '').split(';').filter((value) => value !== '');
  const known = values.map((value) => closed.find((choice) => fold(choice.value) === fold(value))?.value ?? value);
  const strange = known.filter((value) => !closed.some((choice) => choice.value === value));
  const trouble = troubleOf(checked.byRow.get(row.id), 'texts');
  return (
    <MultiSelect
      name={`${row.id}-texts`}
      label="Values"
      readOnly={!canEdit}
      value={known}
      options={[...closed, ...strange.map((value) => ({ label: `${value} (not in the list)`, value }))]}
      {...(trouble === null ? {} : { error: true, validationMessage: trouble })}
      onChange={(chosen) =>
        edit('Values changed', (before) => withCells(before, row.id, { texts: chosen.map(String).join(';') }))
      }
    />
  );
}

/** Another field is asked in a way that fits its type, without the values of the one before. */
function withField(draft: Draft, id: string, fieldKey: string): Draft {
  const row = draft.rows.find((each) => each.id === id);
  if (row === undefined) return draft;
  const type = typeOfField(draft.rows, fieldKey);
  const operator = cellText(row, 'operator') ?? '';
  const fitting = operatorsFor(type);
  const isFitting = (fitting as readonly string[]).includes(operator);
  const isSameType = type === typeOfField(draft.rows, cellText(row, 'fieldKey') ?? '');
  return withCells(draft, id, {
    fieldKey,
    operator: isFitting ? operator : fitting[0]!,
    ...(isFitting && isSameType && type === 'number' ? {} : { texts: null, low: null, high: null }),
  });
}

/** What the new operator does not use is emptied: it would be refused. */
function withOperator(draft: Draft, id: string, operator: string): Draft {
  const used = operandsOf(operator);
  const unused = (['texts', 'low', 'high'] as const).filter((operand) => !used.includes(operand));
  return withCells(draft, id, { operator, ...Object.fromEntries(unused.map((operand) => [operand, null])) });
}

function withCells(draft: Draft, id: string, cells: { readonly [column: string]: string | null }): Draft {
  return {
    ...draft,
    rows: draft.rows.map((row) =>
      row.id === id
        ? Object.entries(cells).reduce((changed, [column, text]) => withCell(changed, column, text), row)
        : row,
    ),
  };
}
