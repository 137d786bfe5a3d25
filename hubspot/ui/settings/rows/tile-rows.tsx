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

/** Rows below each other, each with its sentence and its facts: a list that reads at any width. */
export function TileRows(listed: ListedRows): ReactNode {
  const { rows, columns, isOrdered, nameOf, pages, page, onPage } = listed;
  const { draft } = useWorkspace();
  const lines = columns.filter(({ title }) => title === '');
  const facts = columns.filter(({ title }) => title !== '');
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
              {lines.map(({ show }, line) => (
                <Flex key={line} direction="column" gap="flush" align="start">
                  {show(row)}
                </Flex>
              ))}
              {facts.length > 0 && (
                <Flex gap="md" wrap align="center">
                  {facts.map(({ title, show }) => (
                    <Flex key={title} gap="xs" align="center" wrap>
                      <Text variant="microcopy">{title}:</Text>
                      {show(row)}
                    </Flex>
                  ))}
                </Flex>
              )}
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
