import { Divider, Flex, Text, Toggle } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { changeCell } from '../../rules/edit-draft.ts';
import { nameOfKey } from '../../rules/named-rows.ts';
import { LongText } from '../../words/long-text.tsx';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { ConditionList } from '../rows/condition-editor.tsx';
import { ListSection } from '../rows/list-section.tsx';
import { RowFields } from '../rows/row-fields.tsx';
import { useWorkspace } from '../workspace/workspace.ts';

/** The rules in their order, each by its sentence. */
export function RulesSection(): ReactNode {
  const { draft, checked } = useWorkspace();
  const firstDestination = draft.rows.find(({ kind }) => kind === 'destination');
  return (
    <ListSection
      kind="rule"
      intro="Rules are tried from the top. The first active one that is met decides; where none is, the matrix does."
      beginning={{
        destinationKey: firstDestination === undefined ? null : cellText(firstDestination, 'destinationKey'),
      }}
      nameOf={(row) => cellText(row, 'label') ?? cellText(row, 'ruleKey') ?? 'A rule without a name'}
      columns={[
        {
          title: '',
          show: (row) => <LongText most={320}>{sentenceOf(checked.sentences.get(row.id))}</LongText>,
        },
        {
          title: '',
          show: (row) => (
            <Flex gap="md" align="center" wrap>
              <ActiveToggle row={row} name={cellText(row, 'label') ?? 'the rule'} />
              <Text variant="microcopy">
                {breakable(
                  `${nameOfKey(draft.rows, 'destination', cellText(row, 'destinationKey'))} · ${promiseOf(draft.rows, row)}`,
                )}
              </Text>
            </Flex>
          ),
        },
      ]}
      editor={(row) => (
        <Flex direction="column" gap="md">
          <RowFields row={row} only={['label', 'ruleKey', 'destinationKey', 'slaKey', 'isActive']} />
          <Divider />
          <ConditionList owner={row} />
        </Flex>
      )}
    />
  );
}

/** The number stands before the rule's name already. */
function sentenceOf(sentence: string | undefined): string {
  return sentence === undefined ? 'Its logic line does not read.' : sentence.replace(/^\d+\. /, '');
}

function promiseOf(rows: readonly NamedRow[], rule: NamedRow): string {
  const own = cellText(rule, 'slaKey');
  if (own !== null) return nameOfKey(rows, 'sla', own);
  const key = cellText(rule, 'destinationKey');
  const destination = rows.find((row) => row.kind === 'destination' && cellText(row, 'destinationKey') === key);
  return destination === undefined ? '' : nameOfKey(rows, 'sla', cellText(destination, 'slaKey'));
}

/** Switches a row on and off in its list. */
export function ActiveToggle({ row, name }: { readonly row: NamedRow; readonly name: string }): ReactNode {
  const { canEdit, edit } = useWorkspace();
  const isActive = cellText(row, 'isActive') === 'yes';
  return (
    <Toggle
      name={`${row.id}-active`}
      label={`Active: ${beginningOf(name, 60)}`}
      labelDisplay="hidden"
      size="sm"
      checked={isActive}
      readOnly={!canEdit}
      onChange={(isOn) =>
        edit(isOn ? 'Switched on' : 'Switched off', (before) =>
          changeCell(before, row.id, 'isActive', isOn ? 'yes' : 'no'),
        )
      }
    />
  );
}
