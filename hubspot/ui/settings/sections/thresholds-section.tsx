import { AutoGrid, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { rowsOf } from '../../rules/draft.ts';
import { settingGroups, type SettingWords } from '../../rules/setting-words.ts';
import { CellInput } from '../inputs/cell-input.tsx';
import { DayCell } from '../inputs/day-cell.tsx';
import { RowNotices } from '../rows/row-notices.tsx';
import { useWorkspace } from '../workspace/workspace.ts';

/** Every single value of the policy, in groups. */
export function ThresholdsSection(): ReactNode {
  const { draft } = useWorkspace();
  const rows = rowsOf(draft, 'setting');
  const known = new Set(settingGroups.flatMap(({ settings }) => settings.map(({ settingKey }) => settingKey)));
  const others = rows.filter((row) => !known.has(keyOf(row)) && keyOf(row) !== 'mode' && keyOf(row) !== 'format');
  return (
    <Flex direction="column" gap="md">
      <Text>Single values that count for all leads. They take effect when the rules are published.</Text>
      <RowNotices ids={rows.map(({ id }) => id)} />
      {settingGroups.map(({ title, settings }) => (
        <Flex key={title} direction="column" gap="sm">
          <Heading>{title}</Heading>
          <AutoGrid columnWidth={260} flexible gap="md">
            {settings.map((setting) => (
              <SettingInput
                key={setting.settingKey}
                setting={setting}
                row={rows.find((row) => keyOf(row) === setting.settingKey)}
              />
            ))}
          </AutoGrid>
        </Flex>
      ))}
      {others.length > 0 && (
        <Flex direction="column" gap="sm">
          <Heading>Others</Heading>
          <AutoGrid columnWidth={260} flexible gap="md">
            {others.map((row) => (
              <CellInput key={row.id} row={row} column="settingText" label={keyOf(row)} description="" />
            ))}
          </AutoGrid>
        </Flex>
      )}
    </Flex>
  );
}

function keyOf(row: NamedRow): string {
  return cellText(row, 'settingKey') ?? '';
}

function SettingInput({
  setting,
  row,
}: {
  readonly setting: SettingWords;
  readonly row: NamedRow | undefined;
}): ReactNode {
  const { label, help, form } = setting;
  if (row === undefined) return <Text>{label}: the rules have no such value.</Text>;
  return form === 'instant' ? (
    <DayCell row={row} column="settingText" label={label} description={help} />
  ) : (
    <CellInput row={row} column="settingText" label={label} description={help} />
  );
}
