import { Accordion, Button, Divider, Flex, ProgressBar, Tag, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { FieldsForm } from '../../../handlers/ui/ui-forms.ts';
import { useRight } from '../access.ts';
import { AskedContent } from '../asked-content.tsx';
import { fieldWords, fieldsAskedFor, isThin, type FilledField } from '../checklist/judge-fields.ts';
import { SourceEditor } from './source-editor.tsx';
import type { StepDesk } from './step-context.ts';
import { ReadOnlyNotice } from '../access-gate.tsx';
import { shorten } from './user-choice.ts';

/** Where each field is read from, and of how many of the newest contacts it is known. */
export function FieldEditor(step: StepDesk): ReactNode {
  return (
    <AskedContent asked={step.fields} what="how well the fields are filled">
      {(content) => <Fields {...step} known={content} />}
    </AskedContent>
  );
}

function Fields({ known, ...step }: StepDesk & { readonly known: FieldsForm }): ReactNode {
  const mayEdit = useRight('edit');
  const [open, setOpen] = useState<string | null>(null);
  const asked = fieldsAskedFor(step.desk.draft?.rows ?? []);
  const used = known.fields.filter(({ field }) => asked.has(field));
  const others = known.fields.filter(({ field }) => !asked.has(field));
  const list = (fields: readonly FilledField[]): ReactNode =>
    fields.map((field) => (
      <Flex key={field.field} direction="column" gap="xs">
        <FieldLine
          field={field}
          contacts={known.contacts}
          isOpen={open === field.field}
          onToggle={mayEdit ? () => setOpen(open === field.field ? null : field.field) : null}
        />
        {open === field.field && (
          <SourceEditor
            key={field.field}
            field={field}
            properties={known.properties}
            desk={step.desk}
            onSaved={() => {
              setOpen(null);
              step.fields.reload();
              step.onSaved();
            }}
          />
        )}
        <Divider />
      </Flex>
    ));
  return (
    <Flex direction="column" gap="sm">
      <Text>
        Scores and rules ask for these fields. Each is read from properties of the contact or its company, in order: the
        first that is filled counts.
      </Text>
      {!mayEdit && <ReadOnlyNotice right="edit" />}
      {known.contacts === 0 && <Text format={{ italic: true }}>There are no contacts yet to look at.</Text>}
      {list(used)}
      {others.length > 0 && (
        <Accordion title={`Fields that no rule asks for (${others.length})`} size="xs" defaultOpen={used.length === 0}>
          <Flex direction="column" gap="xs">
            {list(others)}
          </Flex>
        </Accordion>
      )}
    </Flex>
  );
}

type FieldLineProps = {
  readonly field: FilledField;
  readonly contacts: number;
  readonly isOpen: boolean;
  readonly onToggle: (() => void) | null;
};

function FieldLine({ field, contacts, isOpen, onToggle }: FieldLineProps): ReactNode {
  const words = fieldWords(field.field);
  const isLow = isThin(field, contacts);
  return (
    <Flex direction="column" gap="xs" align="stretch">
      <ProgressBar
        title={shorten(words)}
        value={field.filled}
        maxValue={Math.max(contacts, 1)}
        valueDescription={`known for ${field.filled} of ${contacts}`}
        variant={isLow ? 'warning' : 'success'}
      />
      <Flex direction="row" gap="xs" wrap align="center">
        <Text variant="microcopy">Read from</Text>
        {field.sources.length === 0 && <Text variant="microcopy">nothing</Text>}
        {field.sources.map((source) => (
          <Tag key={source}>{shorten(source)}</Tag>
        ))}
        {field.isOwn && <Text variant="microcopy">(changed here)</Text>}
        {onToggle !== null && (
          <Button variant="transparent" size="xs" onClick={onToggle}>
            {isOpen ? `Leave ${words} as it is` : `Change ${words}`}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
