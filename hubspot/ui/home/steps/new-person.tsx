import { AutoGrid, Button, ButtonRow, Flex, Input, Select } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { DraftRowForm, UsersForm } from '../../../handlers/ui/ui-forms.ts';
import { useNow } from '../../words/use-now.ts';
import { rowsOfKind, textOf } from '../draft/edit-rows.ts';
import { addPerson } from '../draft/people.ts';
import type { DraftDesk } from '../draft/use-draft.ts';
import { noUser, shorten, userChoices } from './user-choice.ts';

const noPool = 'none';
const longestName = 80;

type NewPersonProps = {
  readonly desk: DraftDesk;
  readonly rows: readonly DraftRowForm[];
  readonly users: UsersForm['users'];
  readonly onSaved: () => void;
};

/** Adds a user of the portal to the team, and to a pool. */
export function NewPerson({ desk, rows, users, onSaved }: NewPersonProps): ReactNode {
  const now = useNow(60_000);
  const [email, setEmail] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [poolKey, setPool] = useState(noPool);
  const user = users.find((each) => each.email === email);
  const displayName = (typed ?? user?.name ?? '').trim().slice(0, longestName);
  const pools = rowsOfKind(rows, 'pool').flatMap((row) => {
    const key = textOf(row, 'poolKey');
    return key === null ? [] : [{ label: shorten(textOf(row, 'label') ?? key), value: key }];
  });

  async function add(): Promise<void> {
    if (email === null) return;
    const isJoining = poolKey !== noPool;
    const person = {
      displayName,
      ownerEmail: email,
      poolKey: isJoining ? poolKey : null,
      joinedAt: isJoining ? now : null,
    };
    if ((await desk.save(addPerson(person))) !== null) {
      setEmail(null);
      setTyped(null);
      setPool(noPool);
      onSaved();
    }
  }

  return (
    <Flex direction="column" gap="sm">
      <AutoGrid columnWidth={280} gap="md" flexible>
        <Select
          name="new-user"
          label="User"
          value={email ?? noUser}
          options={userChoices(users, email, 'Choose a user')}
          onChange={(value) => setEmail(value === noUser ? null : String(value))}
        />
        <Input
          name="new-name"
          label="Name in the rules"
          value={typed ?? user?.name ?? ''}
          onInput={setTyped}
          onChange={setTyped}
        />
        <Select
          name="new-pool"
          label="Takes turns in"
          description="With the share and caps of the pool’s last member. Counts when published."
          value={poolKey}
          options={[{ label: 'No pool yet', value: noPool }, ...pools]}
          onChange={(value) => setPool(String(value))}
        />
      </AutoGrid>
      <ButtonRow>
        <Button disabled={email === null || displayName === '' || desk.isBusy} onClick={() => void add()}>
          Add to the team
        </Button>
      </ButtonRow>
    </Flex>
  );
}
