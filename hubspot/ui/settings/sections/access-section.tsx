import { Alert, Button, Checkbox, Flex, Heading, Icon, Input, LoadingButton, Text, Tile } from '@hubspot/ui-extensions';
import { useEffect, useState, type ReactNode } from 'react';
import { rights, type Right } from '../../../handlers/ui/right.ts';
import type { GrantForm, GrantsForm } from '../../../handlers/ui/ui-forms.ts';
import type { Refused } from '../../backend/backend.ts';
import { useBackend } from '../../backend/backend-context.tsx';
import { useCall } from '../../backend/use-call.ts';
import { RefusedNotice } from '../../words/refused-notice.tsx';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { ChoiceSelect } from '../inputs/choice-select.tsx';
import { Loading } from '../loading.tsx';
import { useWorkspace } from '../workspace/workspace.ts';

const rightWords: { readonly [Each in Right]: string } = {
  read: 'Read',
  edit: 'Edit',
  publish: 'Publish',
  grant: 'Give rights',
};

/** Who may do what with the rules. */
export function AccessSection(): ReactNode {
  const { canGrant } = useWorkspace();
  if (!canGrant) {
    return (
      <Alert title="You may not see or give rights" variant="info">
        <Text>Ask somebody who may give rights, or whoever installed Signalbox in this portal.</Text>
      </Alert>
    );
  }
  return <Grants />;
}

function Grants(): ReactNode {
  const { content, refused, isLoading } = useCall('grants', {});
  if (content === null) {
    return refused === null ? isLoading && <Loading what="rights" /> : <RefusedNotice refused={refused} />;
  }
  return <GrantEditor loaded={content} />;
}

function GrantEditor({ loaded }: { readonly loaded: GrantsForm }): ReactNode {
  const backend = useBackend();
  const users = useCall('users', {});
  const [kept, setKept] = useState(loaded);
  const [grants, setGrants] = useState<readonly GrantForm[]>(loaded.grants);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    setKept(loaded);
    setGrants(loaded.grants);
  }, [loaded]);
  const isChanged = JSON.stringify(grants) !== JSON.stringify(kept.grants);
  const change = (next: readonly GrantForm[]): void => {
    setSaved(false);
    setGrants(next);
  };
  async function save(): Promise<void> {
    setBusy(true);
    const result = await backend.call('setGrants', {
      grants: grants.map(({ email, rights: given }) => ({ email, rights: [...given] })),
    });
    setBusy(false);
    setRefused(result.state === 'refused' ? result : null);
    if (result.state === 'answered') {
      setKept(result.content);
      setGrants(result.content.grants);
      setSaved(true);
    }
  }
  return (
    <Flex direction="column" gap="md">
      <Text>Each right is given by itself: who publishes need not be who edits. Rights count at once.</Text>
      {kept.isTampered && (
        <Alert title="The rights were changed outside of Signalbox" variant="error">
          <Text>They grant nothing until they are saved here again. Look at each line first.</Text>
        </Alert>
      )}
      {refused !== null && <RefusedNotice refused={refused} />}
      {isSaved && !isChanged && <Alert title="The rights are saved" variant="success" />}
      <Heading>People with rights</Heading>
      {grants.length === 0 ? (
        <Text>Nobody but the admins below.</Text>
      ) : (
        grants.map((grant) => (
          <Tile key={grant.email} compact>
            <Flex justify="between" align="center" wrap gap="sm">
              <Text format={{ fontWeight: 'demibold' }}>{breakable(beginningOf(grant.email, 100))}</Text>
              <Flex gap="md" align="center" wrap>
                {rights.map((right) => (
                  <Checkbox
                    key={right}
                    name={`grant-${grant.email}-${right}`}
                    aria-label={`${rightWords[right]}: ${grant.email}`}
                    checked={grant.rights.includes(right)}
                    onChange={(isOn) => change(withRight(grants, grant.email, right, isOn))}
                  >
                    {rightWords[right]}
                  </Checkbox>
                ))}
                <Button size="xs" onClick={() => change(grants.filter(({ email }) => email !== grant.email))}>
                  Remove <Icon name="delete" size="sm" screenReaderText={beginningOf(grant.email, 60)} />
                </Button>
              </Flex>
            </Flex>
          </Tile>
        ))
      )}
      <AddPerson
        users={users.content?.users ?? []}
        taken={grants.map(({ email }) => email)}
        onAdd={(email) => change([...grants, { email, rights: ['read'] }])}
      />
      <Flex gap="sm" wrap>
        <LoadingButton
          variant="primary"
          loading={isBusy}
          disabled={!isChanged && !kept.isTampered}
          onClick={() => void save()}
        >
          Save rights
        </LoadingButton>
        {isChanged && <Button onClick={() => change(kept.grants)}>Forget changes</Button>}
      </Flex>
      <Heading>Admins</Heading>
      <Text>
        {kept.admins.length === 0
          ? 'None are known.'
          : `${breakable(kept.admins.join(', '))}: all rights, whatever is given here, for they installed Signalbox or its secrets name them.`}
      </Text>
    </Flex>
  );
}

function withRight(grants: readonly GrantForm[], email: string, right: Right, isOn: boolean): GrantForm[] {
  return grants.map((grant) => {
    if (grant.email !== email) return grant;
    const given = rights.filter((each) => (each === right ? isOn : grant.rights.includes(each)));
    // Whoever edits, publishes or grants has to see what.
    return { ...grant, rights: given.length > 0 && !given.includes('read') && isOn ? ['read', ...given] : given };
  });
}

type AddPersonProps = {
  readonly users: readonly { readonly email: string; readonly name: string }[];
  readonly taken: readonly string[];
  readonly onAdd: (email: string) => void;
};

function AddPerson({ users, taken, onAdd }: AddPersonProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [round, setRound] = useState(0);
  const email = typed.trim().toLowerCase();
  const isKnown = taken.some((each) => each.toLowerCase() === email);
  const free = users.filter((user) => !taken.some((each) => each.toLowerCase() === user.email.toLowerCase()));
  const add = (chosen: string): void => {
    onAdd(chosen);
    setTyped('');
    setRound(round + 1);
  };
  return (
    <Flex gap="md" align="end" wrap>
      {free.length > 0 && (
        <ChoiceSelect
          key={`user-${round}`}
          name="grant-user"
          label="Add a user of this portal"
          value={null}
          choices={free.map((user) => ({ label: `${user.name} (${user.email})`, value: user.email }))}
          empty={null}
          readOnly={false}
          trouble={null}
          onValue={(chosen) => (chosen === null ? undefined : add(chosen))}
        />
      )}
      <Input
        key={`email-${round}`}
        name="grant-email"
        label="Or an e-mail address"
        value={typed}
        onInput={setTyped}
        onChange={setTyped}
        {...(isKnown ? { error: true, validationMessage: 'Has a line above already.' } : {})}
      />
      <Button disabled={!/^[^@\s]+@[^@\s]+$/.test(email) || isKnown} onClick={() => add(email)}>
        Add this address
      </Button>
    </Flex>
  );
}
