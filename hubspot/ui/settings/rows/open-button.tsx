import { Button, Icon } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { beginningOf } from '../../words/shown-text.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** Opens a row. Whoever does not see the row beside it hears its name. */
export function OpenButton({ row, name }: { readonly row: NamedRow; readonly name: string }): ReactNode {
  const { canEdit, place, goTo } = useWorkspace();
  return (
    <Button size="xs" onClick={() => goTo({ section: place.section, rowId: row.id })}>
      {canEdit ? 'Edit' : 'Show'}{' '}
      <Icon name={canEdit ? 'edit' : 'right'} size="sm" screenReaderText={beginningOf(name, 80)} />
    </Button>
  );
}
