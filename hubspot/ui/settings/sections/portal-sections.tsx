import { Flex, Heading, Text, Toggle } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { textOfValues, valuesOfText, valuesTyped } from '../../rules/text-values.ts';
import { choicesOf } from '../../rules/named-rows.ts';
import { changeCell } from '../../rules/edit-draft.ts';
import { optionWords } from '../../rules/option-words.ts';
import { rowsOf } from '../../rules/draft.ts';
import { ChoiceSelect } from '../inputs/choice-select.tsx';
import { troubleOf } from '../inputs/problem-words.ts';
import { TypedText } from '../inputs/typed-text.tsx';
import { ListSection } from '../rows/list-section.tsx';
import { ShortText } from '../rows/short-text.tsx';
import { RowNotices } from '../rows/row-notices.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { AtOnce } from './at-once.tsx';
import { ActiveToggle } from './rules-section.tsx';

const ownerChoices = [
  { label: 'The contact', value: 'contact' },
  { label: 'The open lead', value: 'lead' },
  { label: 'Both', value: 'both' },
];

/** How Signalbox uses the portal. */
export function OptionsSection(): ReactNode {
  const { draft } = useWorkspace();
  const rows = rowsOf(draft, 'option');
  return (
    <Flex direction="column" gap="md">
      <AtOnce />
      <RowNotices ids={rows.map(({ id }) => id)} />
      <Heading>Owners and records</Heading>
      {rows.filter(isOneOf(['ownerOn', 'isLeadCreated', 'alertKey'])).map((row) => (
        <OptionInput key={row.id} row={row} />
      ))}
      <Heading>Who is who</Heading>
      {rows.filter(isOneOf(['employeeDomains', 'competitorDomains', 'customerStages'])).map((row) => (
        <OptionInput key={row.id} row={row} />
      ))}
      <Heading>Learning from won and lost</Heading>
      {rows.filter(isOneOf(['disqualifiedStatuses', 'nativeScore'])).map((row) => (
        <OptionInput key={row.id} row={row} />
      ))}
    </Flex>
  );
}

function isOneOf(keys: readonly string[]): (row: NamedRow) => boolean {
  return (row) => keys.includes(cellText(row, 'optionKey') ?? '');
}

function OptionInput({ row }: { readonly row: NamedRow }): ReactNode {
  const { draft, checked, canEdit, edit } = useWorkspace();
  const key = cellText(row, 'optionKey') as keyof typeof optionWords;
  const text = cellText(row, 'optionText');
  const trouble =
    troubleOf(checked.byRow.get(row.id), 'optionText') ?? troubleOf(checked.doubts.get(row.id), 'optionText');
  const { label, help } = optionWords[key];
  const change = (next: string | null, run: string | null = null): void =>
    edit(`${label} changed`, (before) => changeCell(before, row.id, 'optionText', next), run);
  const common = { name: `${row.id}-option`, label, description: help, readOnly: !canEdit, trouble };
  switch (key) {
    case 'isLeadCreated':
      return (
        <Flex direction="column" gap="flush">
          <Toggle
            name={common.name}
            label={label}
            labelDisplay="top"
            checked={text === 'yes'}
            readOnly={!canEdit}
            textChecked="Yes"
            textUnchecked="No"
            onChange={(isOn) => change(isOn ? 'yes' : 'no')}
          />
          <Text variant="microcopy">{help}</Text>
        </Flex>
      );
    case 'ownerOn':
      return <ChoiceSelect {...common} value={text} choices={ownerChoices} empty={null} onValue={change} />;
    case 'alertKey':
      return (
        <ChoiceSelect
          {...common}
          value={text}
          choices={choicesOf(draft.rows, row, 'optionText')}
          empty="Nobody"
          onValue={change}
        />
      );
    case 'nativeScore':
      return (
        <TypedText
          {...common}
          text={text ?? ''}
          read={(typed) => typed.trim()}
          write={(kept) => kept}
          onText={(typed) => change(typed, `${row.id} option`)}
        />
      );
    default:
      return (
        <TypedText
          {...common}
          text={text ?? ''}
          lines={4}
          read={(typed) => textOfValues('option', valuesTyped(typed))}
          write={(kept) => valuesOfText('option', kept === '' ? null : kept).join('\n')}
          onText={(typed) => change(typed, `${row.id} option`)}
        />
      );
  }
}

export function ExperimentsSection(): ReactNode {
  return (
    <ListSection
      kind="experiment"
      intro="A soft launch: the control share is decided and recorded, and left to the present process. The first active one counts."
      columns={[
        {
          title: 'Control share',
          show: (row) => <ShortText>{`${cellText(row, 'controlPercent') ?? '?'} %`}</ShortText>,
        },
        {
          title: 'Active',
          show: (row) => <ActiveToggle row={row} name={cellText(row, 'label') ?? 'the experiment'} />,
        },
      ]}
    />
  );
}
