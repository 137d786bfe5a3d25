import { AutoGrid, Flex, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { partsOf } from '../../rules/draft.ts';
import { nameOfKey } from '../../rules/named-rows.ts';
import { escalationWords } from '../../rules/part-words.ts';
import { countOf } from '../../words/count-of.ts';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { LongText } from '../../words/long-text.tsx';
import { CellInput } from '../inputs/cell-input.tsx';
import { ListSection } from '../rows/list-section.tsx';
import { PartList } from '../rows/part-list.tsx';
import { RowFields } from '../rows/row-fields.tsx';
import { useWorkspace } from '../workspace/workspace.ts';

/** Who shares leads in fair turns. */
export function PoolsSection(): ReactNode {
  const { draft } = useWorkspace();
  return (
    <ListSection
      kind="pool"
      intro="The members of a pool share its leads in fair turns, by their weights. Whoever is away or at a cap is passed over."
      beginning={{ calendarKey: firstKey(draft.rows, 'calendar', 'calendarKey') }}
      columns={[
        { title: '', show: (row) => <LongText most={160}>{membersOf(draft.rows, partsOf(draft, row))}</LongText> },
        {
          title: '',
          show: (row) => <Text variant="microcopy">{breakable(beginningOf(hoursOf(draft.rows, row), 200))}</Text>,
        },
      ]}
      editor={(row) => <PoolEditor row={row} />}
    />
  );
}

function membersOf(rows: readonly NamedRow[], parts: readonly NamedRow[]): string {
  const members = parts.filter(({ kind }) => kind === 'member');
  if (members.length === 0) return 'nobody';
  const names = members.map((part) => nameOfKey(rows, 'person', cellText(part, 'memberKey')));
  return `${countOf(names.length, 'member')}: ${names.join(', ')}`;
}

function hoursOf(rows: readonly NamedRow[], row: NamedRow): string {
  const hours =
    cellText(row, 'hoursRule') === 'ignore' ? 'At any hour' : `In ${cellText(row, 'calendarKey') ?? 'no'} hours`;
  const overflow = cellText(row, 'overflowPoolKey');
  return overflow === null ? hours : `${hours} · overflows to ${nameOfKey(rows, 'pool', overflow)}`;
}

function PoolEditor({ row }: { readonly row: NamedRow }): ReactNode {
  const { draft } = useWorkspace();
  const poolKey = cellText(row, 'poolKey');
  return (
    <Flex direction="column" gap="md">
      <RowFields row={row} />
      <PartList
        owner={row}
        kind="member"
        word="member"
        title="Members"
        help="A weight of 2 takes two leads where a weight of 1 takes one. An empty cap is no cap."
        belonging={{ poolKey, memberKey: firstKey(draft.rows, 'person', 'repKey') }}
        editor={(part) => (
          <Cells row={part} columns={['memberKey', 'weight', 'dailyCap', 'weeklyCap', 'openWorkCap', 'joinedAt']} />
        )}
      />
      <PartList
        owner={row}
        kind="ramp"
        word="step"
        title="Ramp for joiners"
        help="A joiner’s share of their weight, from so many days after they joined. Later steps come later."
        belonging={{ poolKey }}
        editor={(part) => <Cells row={part} columns={['afterDays', 'weightPercent']} />}
      />
    </Flex>
  );
}

/** By when the first touch is due. */
export function PromisesSection(): ReactNode {
  const { draft, checked } = useWorkspace();
  return (
    <ListSection
      kind="sla"
      intro="By when the first touch is due, who answers for a miss, and what happens around the due time."
      beginning={{ ownerKey: firstKey(draft.rows, 'person', 'repKey') }}
      columns={[
        { title: '', show: (row) => <LongText most={160}>{checked.sentences.get(row.id) ?? ''}</LongText> },
        {
          title: 'Escalation',
          show: (row) => (
            <LongText most={160}>{partsOf(draft, row).map(escalationWords).join(' · ') || 'none'}</LongText>
          ),
        },
      ]}
      editor={(row) => (
        <Flex direction="column" gap="md">
          <RowFields row={row} />
          <PartList
            owner={row}
            kind="escalation"
            word="step"
            title="Escalation"
            help="What happens before and after the due time, in steps. A negative number of minutes is before."
            belonging={{ slaKey: cellText(row, 'slaKey'), recipientKey: cellText(row, 'ownerKey') }}
            editor={(part) => <Cells row={part} columns={['afterDueMinutes', 'action', 'recipientKey']} />}
          />
        </Flex>
      )}
    />
  );
}

export function Cells({ row, columns }: { readonly row: NamedRow; readonly columns: readonly string[] }): ReactNode {
  return (
    <AutoGrid columnWidth={180} flexible gap="sm">
      {columns.map((column) => (
        <CellInput key={column} row={row} column={column} />
      ))}
    </AutoGrid>
  );
}

export function firstKey(rows: readonly NamedRow[], kind: NamedRow['kind'], column: string): string | null {
  const row = rows.find((each) => each.kind === kind);
  return row === undefined ? null : cellText(row, column);
}
