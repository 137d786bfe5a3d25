import { Button, ButtonRow, Flex, Select, Text, Tile } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { FieldsForm } from '../../../handlers/ui/ui-forms.ts';
import { fieldWords, type FilledField } from '../checklist/judge-fields.ts';
import { setSources } from '../draft/sources.ts';
import type { DraftDesk } from '../draft/use-draft.ts';
import { countsAtOnce, SaveBar } from './save-bar.tsx';
import { shorten } from './user-choice.ts';

const none = 'none';

type SourceEditorProps = {
  readonly field: FilledField;
  readonly properties: FieldsForm['properties'];
  readonly desk: DraftDesk;
  readonly onSaved: () => void;
};

/** The properties of one field, in the order in which they are asked. */
export function SourceEditor({ field, properties, desk, onSaved }: SourceEditorProps): ReactNode {
  const [sources, setChosen] = useState<readonly string[]>(field.sources);
  const labels = new Map(properties.map(({ path, label }) => [path, label]));
  const free = properties.filter(({ path }) => !sources.includes(path));
  const isChanged = sources.length > 0 && sources.join(';') !== field.sources.join(';');

  async function save(kept: readonly string[] | null): Promise<void> {
    if ((await desk.save(setSources(field.field, kept))) !== null) onSaved();
  }

  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        {sources.map((source, place) => (
          <Flex key={source} direction="row" gap="xs" align="center" wrap>
            <Text>
              {place + 1}. {nameOf(source, labels)}
            </Text>
            {place > 0 && (
              <Button size="xs" variant="secondary" onClick={() => setChosen(movedUp(sources, place))}>
                Ask {shorten(source)} sooner
              </Button>
            )}
            <Button size="xs" variant="secondary" onClick={() => setChosen(sources.filter((each) => each !== source))}>
              Take {shorten(source)} out
            </Button>
          </Flex>
        ))}
        {sources.length === 0 && <Text format={{ italic: true }}>A field needs a property to be read from.</Text>}
        <Select
          name={`add-${field.field}`}
          label="Add a property"
          value={none}
          options={[
            { label: 'Choose a property', value: none },
            ...free.map(({ path }) => ({ label: nameOf(path, labels), value: path })),
          ]}
          onChange={(picked) => {
            if (picked !== none) setChosen([...sources, String(picked)]);
          }}
        />
        <SaveBar
          desk={desk}
          label={`Read ${fieldWords(field.field)} so`}
          isChanged={isChanged}
          counts={countsAtOnce}
          onSave={() => void save(sources)}
        />
        {field.isOwn && (
          <ButtonRow>
            <Button disabled={desk.isBusy} onClick={() => void save(null)}>
              Read it from the usual properties
            </Button>
          </ButtonRow>
        )}
      </Flex>
    </Tile>
  );
}

/** "Company size (company.numberofemployees)", of the company where its path says so. */
function nameOf(path: string, labels: ReadonlyMap<string, string>): string {
  const label = labels.get(path);
  const side = path.startsWith('company.') ? 'company' : 'contact';
  return label === undefined ? shorten(path) : `${shorten(label)} of the ${side} (${shorten(path)})`;
}

function movedUp(sources: readonly string[], place: number): string[] {
  const moved = [...sources];
  [moved[place - 1], moved[place]] = [moved[place]!, moved[place - 1]!];
  return moved;
}
