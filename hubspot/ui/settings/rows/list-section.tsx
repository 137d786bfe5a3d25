import { Button, EmptyState, Flex, SearchInput, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import { tableOf, type DraftKind } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { titleOf } from '../../../handlers/rules/row-title.ts';
import { rowsOf } from '../../rules/draft.ts';
import { addRow } from '../../rules/edit-draft.ts';
import { newRow } from '../../rules/new-row.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { RowFields } from './row-fields.tsx';
import { RowPage } from './row-page.tsx';
import { TileRows } from './tile-rows.tsx';
import type { ListColumn } from './list-column.ts';

type ListSectionProps = {
  readonly kind: DraftKind;
  /** What to know before one reads the list. The help of the table where nothing is said. */
  readonly intro?: string;
  readonly rows?: readonly NamedRow[];
  /** What the button of a row says, by which it is opened. */
  readonly nameOf?: (row: NamedRow) => string;
  readonly columns: readonly ListColumn[];
  readonly isOrdered?: boolean;
  readonly isFixed?: boolean;
  /** Cells of a new row that are known before anybody typed. */
  readonly beginning?: { readonly [column: string]: string | null };
  readonly editor?: (row: NamedRow) => ReactNode;
};

const rowsOfPage = 20;

/** The rows of a kind as a list, and the one that is open in its place. */
export function ListSection(props: ListSectionProps): ReactNode {
  const { draft, place, goTo, edit, canEdit } = useWorkspace();
  const { kind, isOrdered = true, isFixed = false, columns } = props;
  const table = tableOf(kind);
  const rows = props.rows ?? rowsOf(draft, kind);
  const nameOf = props.nameOf ?? ((row: NamedRow) => titleOf(row, null));
  const [words, setWords] = useState('');
  const [page, setPage] = useState(1);
  const open = rows.find(({ id }) => id === place.rowId);
  if (open !== undefined) {
    return (
      <RowPage key={open.id} row={open} isFixed={isFixed} isOrdered={isOrdered}>
        {props.editor?.(open) ?? <RowFields row={open} />}
      </RowPage>
    );
  }
  const found = rows.filter((row) => isFound(row, nameOf(row), words));
  const pages = Math.max(1, Math.ceil(found.length / rowsOfPage));
  const shown = Math.min(page, pages);
  const visible = found.slice((shown - 1) * rowsOfPage, shown * rowsOfPage);
  const look = { columns, isOrdered, nameOf };
  const add = (): void => {
    const row = newRow(draft.rows, kind, props.beginning);
    const { id } = addRow(draft, row);
    edit(`${table.label} added`, (before) => addRow(before, row).draft);
    goTo({ section: place.section, rowId: id });
  };
  return (
    <Flex direction="column" gap="sm">
      <Text>{props.intro ?? table.help}</Text>
      {canEdit && !isFixed && (
        <Flex justify="start">
          <Button size="sm" onClick={add}>
            Add {table.label.toLowerCase()}
          </Button>
        </Flex>
      )}
      {rows.length > rowsOfPage && (
        <SearchInput
          name={`${kind}-search`}
          label={`Search ${table.plural.toLowerCase()}`}
          value={words}
          onInput={setWords}
          onChange={setWords}
        />
      )}
      {found.length === 0 ? (
        <EmptyState title={words === '' ? `No ${table.plural.toLowerCase()} yet` : 'Nothing found'} layout="vertical">
          <Text>{words === '' ? table.help : 'No row holds these words.'}</Text>
        </EmptyState>
      ) : (
        <TileRows {...look} rows={visible} pages={pages} page={shown} onPage={setPage} />
      )}
    </Flex>
  );
}

function isFound(row: NamedRow, name: string, words: string): boolean {
  const asked = words.trim().toLowerCase();
  if (asked === '') return true;
  return (
    name.toLowerCase().includes(asked) || row.cells.some(({ text }) => text?.toLowerCase().includes(asked) ?? false)
  );
}
