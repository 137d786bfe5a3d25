import { Button, Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { tableOf, type DraftKind } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { partsOf } from '../../rules/draft.ts';
import { addRow, removeRow } from '../../rules/edit-draft.ts';
import { newRow } from '../../rules/new-row.ts';
import { partWords } from '../../rules/part-words.ts';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { MoveButtons } from './move-row.tsx';
import { RowNotices } from './row-notices.tsx';

type PartListProps = {
  readonly owner: NamedRow;
  readonly kind: DraftKind;
  readonly title: string;
  /** What one of them is called. */
  readonly word?: string;
  readonly help: string;
  /** Cells that say what a new part belongs to. */
  readonly belonging: { readonly [column: string]: string | null };
  readonly isOrdered?: boolean;
  readonly editor: (part: NamedRow) => ReactNode;
};

/** The parts of a row, such as the conditions of a rule, each open to be edited. */
export function PartList(props: PartListProps): ReactNode {
  const { owner, kind, title, help, belonging, isOrdered = true, editor } = props;
  const { draft, canEdit, edit } = useWorkspace();
  const { label } = tableOf(kind);
  const word = props.word ?? label.toLowerCase();
  const parts = partsOf(draft, owner).filter((part) => part.kind === kind);
  return (
    <Flex direction="column" gap="sm">
      <Heading>{title}</Heading>
      <Text variant="microcopy">{help}</Text>
      {parts.map((part, place) => (
        <Tile key={part.id} compact>
          <Flex direction="column" gap="sm">
            <Flex justify="between" align="center" wrap gap="sm">
              <Text format={{ fontWeight: 'demibold' }}>
                {place + 1}. {breakable(beginningOf(partWords(part), 160))}
              </Text>
              {canEdit && (
                <Flex gap="xs">
                  {isOrdered && <MoveButtons row={part} name={`${word} ${place + 1}`} />}
                  <Button size="xs" onClick={() => edit(`${label} removed`, (before) => removeRow(before, part.id))}>
                    Remove {word} {place + 1}
                  </Button>
                </Flex>
              )}
            </Flex>
            <RowNotices ids={[part.id]} />
            {editor(part)}
          </Flex>
        </Tile>
      ))}
      {canEdit && (
        <Flex justify="start">
          <Button
            size="sm"
            onClick={() =>
              edit(`${label} added`, (before) => addRow(before, newRow(before.rows, kind, belonging)).draft)
            }
          >
            Add {word}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
