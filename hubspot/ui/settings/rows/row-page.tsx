import { Alert, AutoGrid, Button, ButtonRow, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { tableOf } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { titleOf } from '../../../handlers/rules/row-title.ts';
import { neighboursOf, partsOf } from '../../rules/draft.ts';
import { duplicateRow, removeRow } from '../../rules/edit-draft.ts';
import { referencesTo } from '../../rules/references.ts';
import { ownerOf } from '../../rules/row-shape.ts';
import { countOf } from '../../words/count-of.ts';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { LongText } from '../../words/long-text.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { MoveTo } from './move-row.tsx';
import { RowNotices } from './row-notices.tsx';

type RowPageProps = {
  readonly row: NamedRow;
  /** Rows of a kind that is fixed are neither added nor removed. */
  readonly isFixed?: boolean;
  readonly isOrdered?: boolean;
  readonly children: ReactNode;
};

/** One row with everything about it, in place of the list that it was opened from. */
export function RowPage({ row, isFixed = false, isOrdered = true, children }: RowPageProps): ReactNode {
  const { draft, checked, canEdit, place, edit, goTo } = useWorkspace();
  const { plural, label } = tableOf(row.kind);
  const list = neighboursOf(draft, row);
  const at = list.findIndex(({ id }) => id === row.id);
  const open = (id: string | null): void => goTo({ section: place.section, rowId: id });
  const sentence = checked.sentences.get(row.id);
  const parts = partsOf(draft, row);
  const partIds = new Set(parts.map(({ id }) => id));
  const uses = referencesTo(draft.rows, row).filter((use) => !partIds.has(use.row.id) && ownerOf(use.row) === null);
  return (
    <Flex direction="column" gap="md">
      <ButtonRow>
        <Button size="sm" onClick={() => open(null)}>
          Back to {plural.toLowerCase()}
        </Button>
        <Button size="sm" disabled={at <= 0} onClick={() => open(list[at - 1]?.id ?? null)}>
          Previous
        </Button>
        <Button size="sm" disabled={at >= list.length - 1} onClick={() => open(list[at + 1]?.id ?? null)}>
          Next
        </Button>
      </ButtonRow>
      <Heading>
        {label} {at + 1} of {list.length}: {breakable(beginningOf(titleOf(row, null), 120))}
      </Heading>
      {sentence !== undefined && (
        <Alert title="In words" variant="info">
          <LongText>{sentence}</LongText>
        </Alert>
      )}
      <RowNotices ids={[row.id]} />
      {children}
      {isOrdered && (
        <AutoGrid columnWidth={260} gap="md">
          <MoveTo row={row} />
        </AutoGrid>
      )}
      {uses.length > 0 && (
        <Text variant="microcopy">
          Named by{' '}
          {uses
            .slice(0, 8)
            .map((use) => beginningOf(`${tableOf(use.row.kind).label} ${titleOf(use.row, null)}`, 60))
            .join(' · ')}
          {uses.length > 8 ? ` and ${uses.length - 8} more` : ''}.
        </Text>
      )}
      {canEdit && !isFixed && (
        <ButtonRow>
          <Button
            size="sm"
            onClick={() => {
              const { id } = duplicateRow(draft, row.id);
              edit(`${label} duplicated`, (before) => duplicateRow(before, row.id).draft);
              open(id);
            }}
          >
            Duplicate
          </Button>
          <Button
            size="sm"
            variant="destructive"
            onClick={() => {
              edit(`${label} removed`, (before) => removeRow(before, row.id));
              open(null);
            }}
          >
            Remove {label.toLowerCase()}
            {parts.length === 0 ? '' : ` and what belongs to it (${countOf(parts.length, 'row')})`}
          </Button>
        </ButtonRow>
      )}
    </Flex>
  );
}
