import { Alert, Flex, Text, ToggleGroup } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import type { UsersForm } from '../../../handlers/ui/ui-forms.ts';
import { useCall } from '../../backend/use-call.ts';
import { changeCell } from '../../rules/edit-draft.ts';
import { RefusedNotice } from '../../words/refused-notice.tsx';
import { CellInput } from '../inputs/cell-input.tsx';
import { ChoiceSelect } from '../inputs/choice-select.tsx';
import { problemWords } from '../inputs/problem-words.ts';
import { ListSection } from '../rows/list-section.tsx';
import { ShortText } from '../rows/short-text.tsx';
import { RowFields } from '../rows/row-fields.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { AtOnce } from './at-once.tsx';

/** Everybody whom the rules name, with the user of the portal that each is. */
export function PeopleSection(): ReactNode {
  const { content, refused } = useCall('users', {});
  return (
    <Flex direction="column" gap="sm">
      <AtOnce />
      {refused !== null && <RefusedNotice refused={refused} />}
      <ListSection
        kind="person"
        intro="Rules name people by short names. Here each gets the user of this portal who becomes the owner."
        isOrdered={false}
        columns={[
          { title: 'User', show: (row) => <ShortText>{userWords(row, content)}</ShortText> },
          {
            title: 'Skills',
            show: (row) => <ShortText>{(cellText(row, 'skills') ?? '').split(';').join(', ')}</ShortText>,
          },
          {
            title: 'Languages',
            show: (row) => <ShortText>{(cellText(row, 'languages') ?? '').split(';').join(', ')}</ShortText>,
          },
        ]}
        editor={(row) => <PersonEditor row={row} users={content} />}
      />
    </Flex>
  );
}

function userWords(row: NamedRow, users: UsersForm | null): string {
  const email = cellText(row, 'ownerEmail');
  if (email === null) return 'No user: their leads have no owner';
  const user = findUser(users, email);
  if (user !== undefined) return `${user.name} (${user.email})`;
  return users === null ? email : `${email}: no user of this portal`;
}

function findUser(users: UsersForm | null, email: string): UsersForm['users'][number] | undefined {
  return users?.users.find((user) => user.email.toLowerCase() === email.toLowerCase());
}

function PersonEditor({ row, users }: { readonly row: NamedRow; readonly users: UsersForm | null }): ReactNode {
  const { checked, canEdit, edit } = useWorkspace();
  const email = cellText(row, 'ownerEmail');
  const isUnknown = email !== null && users !== null && findUser(users, email) === undefined;
  const problems = (checked.byRow.get(row.id) ?? []).filter(({ column }) => column === 'ownerEmail');
  return (
    <Flex direction="column" gap="md">
      <RowFields row={row} only={['displayName', 'repKey']} />
      {users === null ? (
        <CellInput row={row} column="ownerEmail" />
      ) : (
        <ChoiceSelect
          name={`${row.id}-user`}
          label="User of this portal"
          description="Becomes the owner of their leads."
          value={email === null ? null : (findUser(users, email)?.email ?? email)}
          choices={users.users.map((user) => ({ label: `${user.name} (${user.email})`, value: user.email }))}
          empty="No user: a name under which leads wait"
          readOnly={!canEdit}
          trouble={problems.length === 0 ? null : problems.map(problemWords).join(' ')}
          onValue={(value) => edit('User changed', (before) => changeCell(before, row.id, 'ownerEmail', value))}
        />
      )}
      {isUnknown && (
        <Alert title="Nobody in this portal has this address" variant="warning">
          <Text>Leads for them would have no owner. Choose a user, or none.</Text>
        </Alert>
      )}
      <RowFields row={row} only={['skills', 'languages']} />
    </Flex>
  );
}

/** When pools and promises count time. */
export function HoursSection(): ReactNode {
  const { reader } = useWorkspace();
  return (
    <Flex direction="column" gap="sm">
      <AtOnce />
      <ListSection
        kind="calendar"
        isOrdered={false}
        nameOf={(row) => cellText(row, 'calendarKey') ?? 'Hours without a name'}
        beginning={{ timeZone: reader.timeZone }}
        columns={[
          { title: 'Open', show: (row) => <ShortText>{openWords(row)}</ShortText> },
          { title: 'Time zone', show: (row) => <ShortText>{cellText(row, 'timeZone') ?? ''}</ShortText> },
        ]}
        editor={(row) => <HoursEditor row={row} />}
      />
    </Flex>
  );
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function openWords(row: NamedRow): string {
  const days = (cellText(row, 'days') ?? '')
    .split(';')
    .flatMap((day) => dayNames[Number(day) - 1]?.slice(0, 3) ?? [])
    .join(', ');
  return `${days === '' ? 'never' : days}, ${cellText(row, 'from') ?? '?'} to ${cellText(row, 'until') ?? '?'}`;
}

function HoursEditor({ row }: { readonly row: NamedRow }): ReactNode {
  const { canEdit, edit, checked } = useWorkspace();
  const days = (cellText(row, 'days') ?? '').split(';').filter((day) => day !== '');
  const problems = (checked.byRow.get(row.id) ?? []).filter(({ column }) => column === 'days');
  return (
    <Flex direction="column" gap="md">
      <RowFields row={row} only={['calendarKey', 'timeZone', 'from', 'until']} />
      <ToggleGroup
        name={`${row.id}-days`}
        label="Week days"
        toggleType="checkboxList"
        inline
        value={days}
        options={dayNames.map((label, place) => ({ label, value: String(place + 1), readOnly: !canEdit }))}
        {...(problems.length === 0 ? {} : { error: true, validationMessage: problems.map(problemWords).join(' ') })}
        onChange={(chosen) =>
          edit('Week days changed', (before) => changeCell(before, row.id, 'days', chosen.toSorted().join(';')))
        }
      />
      <RowFields row={row} only={['holidays']} />
    </Flex>
  );
}
