import { Button, Flex, Icon, Input } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { neighboursOf } from '../../rules/draft.ts';
import { moveRow } from '../../rules/edit-draft.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** Moves a row up and down among its neighbours, one place a press. */
export function MoveButtons({ row, name }: { readonly row: NamedRow; readonly name: string }): ReactNode {
  const { draft, canEdit, edit } = useWorkspace();
  const list = neighboursOf(draft, row);
  const place = list.findIndex(({ id }) => id === row.id);
  if (!canEdit || list.length < 2) return null;
  const move = (to: number): void => edit('Moved', (before) => moveRow(before, row.id, to));
  return (
    <Flex gap="xs" wrap="nowrap">
      <Button size="xs" disabled={place === 0} onClick={() => move(place - 1)}>
        <Icon name="upCarat" size="sm" screenReaderText={`Move ${name} up`} />
      </Button>
      <Button size="xs" disabled={place === list.length - 1} onClick={() => move(place + 1)}>
        <Icon name="downCarat" size="sm" screenReaderText={`Move ${name} down`} />
      </Button>
    </Flex>
  );
}

/** Moves a row to a place by its number, once the input is left. */
export function MoveTo({ row }: { readonly row: NamedRow }): ReactNode {
  const { draft, canEdit, edit } = useWorkspace();
  const list = neighboursOf(draft, row);
  const place = list.findIndex(({ id }) => id === row.id) + 1;
  const [isRefused, setRefused] = useState(false);
  if (!canEdit || list.length < 2) return null;
  return (
    <Input
      name={`${row.id}-place`}
      label={`Move to place, 1 to ${list.length}`}
      value={String(place)}
      {...(isRefused ? { error: true, validationMessage: `Write a number from 1 to ${list.length}.` } : {})}
      onChange={(typed) => {
        const to = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
        const isPlace = to >= 1 && to <= list.length;
        setRefused(!isPlace);
        if (isPlace) edit('Moved', (before) => moveRow(before, row.id, to - 1));
      }}
    />
  );
}
