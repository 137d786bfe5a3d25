import { AutoGrid, Button, Flex, Heading, Icon, ProgressBar, Text, Tile } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import type { FieldsForm } from '../../../handlers/ui/ui-forms.ts';
import { useCall } from '../../backend/use-call.ts';
import { rowsOf } from '../../rules/draft.ts';
import { changeCell } from '../../rules/edit-draft.ts';
import { readExtras, readSources } from '../../rules/option-groups.ts';
import { countOf } from '../../words/count-of.ts';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { RefusedNotice } from '../../words/refused-notice.tsx';
import { ChoiceSelect } from '../inputs/choice-select.tsx';
import { troubleOf } from '../inputs/problem-words.ts';
import { TypedText } from '../inputs/typed-text.tsx';
import { ListSection } from '../rows/list-section.tsx';
import { ShortText } from '../rows/short-text.tsx';
import { Loading } from '../loading.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { AtOnce } from './at-once.tsx';

/** From which properties fields are read, and how well they are filled. */
export function SourcesSection(): ReactNode {
  const { draft } = useWorkspace();
  const { content, refused, isLoading } = useCall('fields', {});
  const [open, setOpen] = useState<string | null>(null);
  const sources = rowsOf(draft, 'option').find((row) => cellText(row, 'optionKey') === 'sources');
  const extras = rowsOf(draft, 'option').find((row) => cellText(row, 'optionKey') === 'extras');
  return (
    <Flex direction="column" gap="md">
      <AtOnce />
      {refused !== null && <RefusedNotice refused={refused} />}
      <Text>
        Fields are read from properties of the contact and its company: the first property that is filled counts.
      </Text>
      {content === null
        ? isLoading && <Loading what="fields" />
        : sources !== undefined && <FieldTable fields={content} row={sources} open={open} onOpen={setOpen} />}
      <OwnFields extras={extras} properties={content?.properties ?? []} />
      <Activities />
    </Flex>
  );
}

type FieldTableProps = {
  readonly fields: FieldsForm;
  readonly row: NamedRow;
  readonly open: string | null;
  readonly onOpen: (field: string | null) => void;
};

function FieldTable({ fields, row, open, onOpen }: FieldTableProps): ReactNode {
  const own = readSources(cellText(row, 'optionText'));
  return (
    <Flex direction="column" gap="sm">
      {open !== null && <SourceEditor row={row} field={open} fields={fields} onClose={() => onOpen(null)} />}
      <Text variant="microcopy">How full they are on the newest {countOf(fields.contacts, 'contact')}.</Text>
      <AutoGrid columnWidth={280} flexible gap="sm">
        {fields.fields.map((each) => (
          <Tile key={each.field} compact>
            <Flex direction="column" gap="xs">
              <Flex justify="between" align="center" gap="sm">
                <Text format={{ fontWeight: 'demibold' }}>{each.field}</Text>
                <Button size="xs" onClick={() => onOpen(open === each.field ? null : each.field)}>
                  Sources <Icon name="edit" size="sm" screenReaderText={`of ${each.field}`} />
                </Button>
              </Flex>
              <Text>{breakable(beginningOf((own[each.field] ?? each.sources).join(', then '), 300))}</Text>
              {own[each.field] !== undefined && <Text variant="microcopy">your own choice</Text>}
              <ProgressBar
                aria-label={`${each.field} filled`}
                value={each.filled}
                maxValue={Math.max(fields.contacts, 1)}
                valueDescription={`${each.filled} of ${fields.contacts}`}
                variant={each.filled * 2 < fields.contacts ? 'warning' : 'success'}
              />
            </Flex>
          </Tile>
        ))}
      </AutoGrid>
    </Flex>
  );
}

type SourceEditorProps = {
  readonly row: NamedRow;
  readonly field: string;
  readonly fields: FieldsForm;
  readonly onClose: () => void;
};

/** The properties of one field in the order in which they are asked. */
function SourceEditor({ row, field, fields, onClose }: SourceEditorProps): ReactNode {
  const { canEdit, edit, checked } = useWorkspace();
  const own = readSources(cellText(row, 'optionText'));
  const usual = fields.fields.find((each) => each.field === field)?.sources ?? [];
  const paths = own[field] ?? usual;
  const choices = fields.properties.map(({ path, label }) => ({ label: `${label} (${path})`, value: path }));
  const write = (next: readonly string[] | null): void => {
    const { [field]: _, ...others } = own;
    const group = next === null || next.length === 0 ? others : { ...others, [field]: next };
    edit(`Sources of ${field} changed`, (before) => changeCell(before, row.id, 'optionText', JSON.stringify(group)));
  };
  return (
    <Flex direction="column" gap="sm">
      <Heading>{field} is read from</Heading>
      {paths.map((path, place) => (
        <Flex key={`${place} ${path}`} gap="sm" align="end" wrap>
          <ChoiceSelect
            name={`source-${field}-${place}`}
            label={place === 0 ? 'First' : `Where that is empty, number ${place + 1}`}
            value={path}
            choices={choices}
            empty={null}
            readOnly={!canEdit}
            trouble={place === 0 ? troubleOf(checked.byRow.get(row.id), 'optionText') : null}
            onValue={(chosen) => write(paths.map((each, index) => (index === place ? (chosen ?? each) : each)))}
          />
          {canEdit && paths.length > 1 && (
            <Button size="xs" onClick={() => write(paths.filter((_, index) => index !== place))}>
              Remove number {place + 1}
            </Button>
          )}
        </Flex>
      ))}
      <Flex gap="sm" wrap>
        {canEdit && choices.length > 0 && (
          <Button
            size="sm"
            onClick={() => write([...paths, choices.find(({ value }) => !paths.includes(value))?.value ?? paths[0]!])}
          >
            Add a property
          </Button>
        )}
        {canEdit && own[field] !== undefined && (
          <Button size="sm" onClick={() => write(null)}>
            Back to the usual ones
          </Button>
        )}
        <Button size="sm" variant="transparent" onClick={onClose}>
          Close
        </Button>
      </Flex>
    </Flex>
  );
}

type OwnFieldsProps = { readonly extras: NamedRow | undefined; readonly properties: FieldsForm['properties'] };

/** Fields that the policy adds, each with the property it is read from. */
function OwnFields({ extras, properties }: OwnFieldsProps): ReactNode {
  const { draft, canEdit, edit } = useWorkspace();
  const own = readExtras(extras === undefined ? null : cellText(extras, 'optionText'));
  const choices = properties
    .filter(({ path }) => !path.startsWith('company.'))
    .map(({ path, label }) => ({ label: `${label} (${path})`, value: path }));
  return (
    <Flex direction="column" gap="sm">
      <Heading>Fields of your own</Heading>
      <ListSection
        kind="field"
        beginning={{ fieldType: 'text' }}
        columns={[
          {
            title: 'Read from',
            show: (row) => <ShortText>{own[cellText(row, 'fieldKey') ?? ''] ?? 'nothing yet'}</ShortText>,
          },
        ]}
      />
      {extras !== undefined &&
        rowsOf(draft, 'field').map((row) => {
          const key = cellText(row, 'fieldKey') ?? '';
          return (
            <ChoiceSelect
              key={row.id}
              name={`extra-${row.id}`}
              label={`${cellText(row, 'label') ?? key} is read from`}
              value={own[key] ?? null}
              choices={choices}
              empty="Nothing yet"
              readOnly={!canEdit}
              trouble={null}
              onValue={(chosen) => {
                const { [key]: _, ...others } = own;
                const group = chosen === null ? others : { ...others, [key]: chosen };
                edit('Source changed', (before) => changeCell(before, extras.id, 'optionText', JSON.stringify(group)));
              }}
            />
          );
        })}
    </Flex>
  );
}

/** Activities that HubSpot counts itself. Few change them, so they stay as they are kept. */
function Activities(): ReactNode {
  const { draft, checked, canEdit, edit } = useWorkspace();
  const row = rowsOf(draft, 'option').find((each) => cellText(each, 'optionKey') === 'activities');
  if (row === undefined) return null;
  return (
    <Flex direction="column" gap="sm">
      <Heading>Counted activities</Heading>
      <TypedText
        name={`${row.id}-activities`}
        label="Activities that HubSpot counts"
        description="JSON: the signal, the property that says when it last happened, and the one that counts it, or null."
        text={cellText(row, 'optionText') ?? ''}
        lines={4}
        readOnly={!canEdit}
        trouble={troubleOf(checked.byRow.get(row.id), 'optionText')}
        onText={(typed) =>
          edit(
            'Activities changed',
            (before) => changeCell(before, row.id, 'optionText', typed),
            `${row.id} activities`,
          )
        }
      />
    </Flex>
  );
}
