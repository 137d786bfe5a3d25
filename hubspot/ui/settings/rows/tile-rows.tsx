import { Button, ButtonRow, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { neighboursOf, partsOf } from '../../rules/draft.ts';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import type { ListedRows } from './list-column.ts';
import { MoveButtons } from './move-row.tsx';
import { OpenButton } from './open-button.tsx';
import { RowState } from './row-notices.tsx';

const longestName = 140;

/** Rows of which there is more to say than fits beside each other. */
export function TileRows(listed: ListedRows): ReactNode {
  const { rows, columns, isOrdered, nameOf, pages, page, onPage } = listed;
  const { draft } = useWorkspace();
  return (
    <Flex direction="column" gap="xs">
      {rows.map((row) => {
        const place = neighboursOf(draft, row).findIndex(({ id }) => id === row.id) + 1;
        return (
          <Tile key={row.id} compact>
            <Flex direction="column" gap="xs">
              <Flex justify="between" align="center" wrap gap="sm">
                <Text format={{ fontWeight: 'demibold' }}>
                  {isOrdered ? `${place}. ` : ''}
                  {breakable(beginningOf(nameOf(row), longestName))}
                </Text>
                <Flex gap="xs" align="center">
                  <RowState ids={[row.id, ...partsOf(draft, row).map(({ id }) => id)]} />
                  <OpenButton row={row} name={nameOf(row)} />
                  {isOrdered && <MoveButtons row={row} name={beginningOf(nameOf(row), 60)} />}
                </Flex>
              </Flex>
              {columns.map(({ title, show }, column) => (
                <Flex key={column} direction="column" gap="flush" align="start">
                  {title !== '' && <Text variant="microcopy">{title}</Text>}
                  {show(row)}
                </Flex>
              ))}
            </Flex>
          </Tile>
        );
      })}
      {pages > 1 && (
        <ButtonRow>
          <Button size="sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            Page before
          </Button>
          <Button size="sm" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            Next page ({page} of {pages})
          </Button>
        </ButtonRow>
      )}
    </Flex>
  );
}
