import { AutoGrid, Flex, Select, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import { countOf } from '../../words/count-of.ts';
import { useRight } from '../access.ts';
import { inTurn, rowsOfKind, setText, textOf } from '../draft/edit-rows.ts';
import { namedPeople } from '../draft/people.ts';
import { countsWhenPublished, SaveBar } from './save-bar.tsx';
import type { StepDesk } from './step-context.ts';
import { shorten } from './user-choice.ts';

/** Who is told of every miss of each promise. */
export function PromiseEditor({ setup, desk, onSaved }: StepDesk): ReactNode {
  const mayEdit = useRight('edit');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  if (desk.draft === null) return null;
  const { rows } = desk.draft;
  const people = namedPeople(rows).map(({ repKey, name, email }) => ({
    label: email === null ? `${shorten(name)}, has no user yet` : shorten(name),
    value: repKey,
    hasUser: email !== null,
  }));
  const promises = rowsOfKind(rows, 'sla').flatMap((row) => {
    const slaKey = textOf(row, 'slaKey');
    return slaKey === null
      ? []
      : [{ slaKey, label: textOf(row, 'label') ?? slaKey, ownerKey: textOf(row, 'ownerKey') ?? '' }];
  });

  async function save(): Promise<void> {
    const edits = [...chosen].map(([slaKey, ownerKey]) => setText('sla', { slaKey }, 'ownerKey', ownerKey));
    if ((await desk.save(inTurn(edits))) !== null) {
      setChosen(new Map());
      onSaved();
    }
  }

  return (
    <Flex direction="column" gap="md">
      <Text>
        A promise is a first touch by a time. One named person is told of every miss, so that somebody answers for it.
      </Text>
      <AutoGrid columnWidth={280} gap="md" flexible>
        {promises.map(({ slaKey, label, ownerKey }) => {
          const value = chosen.get(slaKey) ?? ownerKey;
          const known = people.find((person) => person.value === value);
          const isMissing = known === undefined || !known.hasUser;
          const stranger =
            known === undefined && value !== '' ? [{ label: `${shorten(value)}, nobody’s name`, value }] : [];
          return (
            <Select
              key={slaKey}
              name={`owner-${slaKey}`}
              label={shorten(label)}
              value={value}
              options={[...people.map((person) => ({ label: person.label, value: person.value })), ...stranger]}
              readOnly={!mayEdit}
              error={isMissing}
              {...(isMissing ? { validationMessage: 'Nobody is told of a miss until this person has a user.' } : {})}
              onChange={(picked) => setChosen((before) => new Map(before).set(slaKey, String(picked)))}
            />
          );
        })}
      </AutoGrid>
      {setup.promises.some(({ hasUser }) => !hasUser) && (
        <Text variant="microcopy">Somebody without a user gets one in the step before.</Text>
      )}
      <SaveBar
        desk={desk}
        label={chosen.size === 0 ? 'Save the promises' : `Save ${countOf(chosen.size, 'choice')}`}
        isChanged={chosen.size > 0}
        counts={countsWhenPublished}
        onSave={() => void save()}
      />
    </Flex>
  );
}
