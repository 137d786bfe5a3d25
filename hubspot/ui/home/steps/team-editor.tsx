import {
  Accordion,
  AutoGrid,
  Flex,
  Select,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { UsersForm } from '../../../handlers/ui/ui-forms.ts';
import { useCall } from '../../backend/use-call.ts';
import { countOf } from '../../words/count-of.ts';
import { useRight } from '../access.ts';
import { AskedContent } from '../asked-content.tsx';
import { inTurn } from '../draft/edit-rows.ts';
import { giveUser, namedPeople, unlistedPerson, type NamedPerson } from '../draft/people.ts';
import { nameSome } from '../checklist/judge-setup.ts';
import { NewPerson } from './new-person.tsx';
import { countsAtOnce, SaveBar } from './save-bar.tsx';
import type { StepDesk } from './step-context.ts';
import { noUser, shorten, userChoices } from './user-choice.ts';

/** Which user each name of the rules is, and who else is there. */
export function TeamEditor(step: StepDesk): ReactNode {
  const users = useCall('users', {});
  const { desk } = step;
  return (
    <AskedContent asked={users} what="the users of this portal">
      {(content) => (desk.draft === null ? null : <Team {...step} rows={desk.draft.rows} users={content.users} />)}
    </AskedContent>
  );
}

type TeamProps = StepDesk & {
  readonly rows: NonNullable<StepDesk['desk']['draft']>['rows'];
  readonly users: UsersForm['users'];
};

function Team({ setup, desk, rows, users, onSaved }: TeamProps): ReactNode {
  const mayEdit = useRight('edit');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const listed = namedPeople(rows);
  const unlisted = setup.people
    .filter(({ repKey }) => listed.every((person) => person.repKey !== repKey))
    .map(({ repKey, name }) => unlistedPerson(rows, repKey, name));
  const people = [...listed, ...unlisted];
  const problems = new Map(setup.people.map(({ repKey, problem }) => [repKey, problem]));
  const working = people.filter(
    (person) => person.pools.length > 0 || person.promises > 0 || problems.get(person.repKey),
  );
  const waiting = people.filter((person) => !working.includes(person));

  async function save(): Promise<void> {
    const edits = people.flatMap(({ repKey, name }) => {
      const value = chosen.get(repKey);
      return value === undefined ? [] : [giveUser(repKey, name, value === noUser ? null : value)];
    });
    if ((await desk.save(inTurn(edits))) !== null) {
      setChosen(new Map());
      onSaved();
    }
  }

  const choose = (repKey: string, value: string): void => setChosen((before) => new Map(before).set(repKey, value));
  const selects = (some: readonly NamedPerson[]): ReactNode => (
    <AutoGrid columnWidth={280} gap="md" flexible>
      {some.map((person) => (
        <UserSelect
          key={person.repKey}
          person={person}
          value={chosen.get(person.repKey) ?? person.email ?? noUser}
          problem={chosen.has(person.repKey) ? null : (problems.get(person.repKey) ?? null)}
          users={users}
          isReadOnly={!mayEdit}
          onChoose={(value) => choose(person.repKey, value)}
        />
      ))}
    </AutoGrid>
  );
  return (
    <Flex direction="column" gap="md">
      <Text>The rules call people by short names. Say which user of this portal each of them is; the names stay.</Text>
      {selects(working)}
      {waiting.length > 0 && (
        <Accordion title={`Names under which leads wait (${waiting.length})`} size="xs">
          <Flex direction="column" gap="sm">
            <Text variant="microcopy">They need no user: a lead under such a name has no owner in HubSpot.</Text>
            {selects(waiting)}
          </Flex>
        </Accordion>
      )}
      <SaveBar
        desk={desk}
        label={chosen.size === 0 ? 'Save the team' : `Save ${countOf(chosen.size, 'choice')}`}
        isChanged={chosen.size > 0}
        counts={countsAtOnce}
        onSave={() => void save()}
      />
      <Pools pools={setup.pools} />
      {mayEdit && (
        <Accordion title="Add a person" size="xs">
          <NewPerson desk={desk} rows={rows} users={users} onSaved={onSaved} />
        </Accordion>
      )}
    </Flex>
  );
}

type UserSelectProps = {
  readonly person: NamedPerson;
  readonly value: string;
  readonly problem: string | null;
  readonly users: UsersForm['users'];
  readonly isReadOnly: boolean;
  readonly onChoose: (value: string) => void;
};

function UserSelect({ person, value, problem, users, isReadOnly, onChoose }: UserSelectProps): ReactNode {
  const current = value === noUser ? null : value;
  return (
    <Select
      name={`user-${person.repKey}`}
      label={shorten(person.name)}
      description={workOf(person)}
      value={value}
      options={userChoices(users, current, 'Nobody yet')}
      readOnly={isReadOnly}
      error={problem !== null}
      {...(problem === null ? {} : { validationMessage: problem })}
      onChange={(picked) => onChoose(String(picked))}
    />
  );
}

/** What somebody is named for: "Takes turns in Inbound and East. Answers for 2 promises." */
function workOf({ pools, promises, held }: NamedPerson): string {
  const parts = [
    ...(pools.length === 0 ? [] : [`Takes turns in ${nameSome(pools)}.`]),
    ...(promises === 0 ? [] : [`Answers for ${countOf(promises, 'promise')}.`]),
    ...(held === 0 ? [] : [`Holds leads of ${countOf(held, 'destination')}.`]),
  ];
  return parts.length === 0 ? 'Named by a rule or an escalation.' : parts.join(' ');
}

function Pools({ pools }: { readonly pools: StepDesk['setup']['pools'] }): ReactNode {
  return (
    <Table density="condensed" flush>
      <TableHead>
        <TableRow>
          <TableHeader>Pool</TableHeader>
          <TableHeader>Can get leads</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {pools.map(({ poolKey, label, members, membersWithUser }) => (
          <TableRow key={poolKey}>
            <TableCell>{shorten(label)}</TableCell>
            <TableCell>
              <StatusTag variant={membersWithUser === 0 ? 'danger' : membersWithUser < members ? 'warning' : 'success'}>
                {membersWithUser} of {countOf(members, 'member')}
              </StatusTag>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
