import { Input } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { partsOf } from '../../rules/draft.ts';
import { renameKey } from '../../rules/edit-draft.ts';
import { troubleOfKey } from '../../rules/keys.ts';
import { referencesTo } from '../../rules/references.ts';
import { keyColumns } from '../../rules/row-shape.ts';
import { countOf } from '../../words/count-of.ts';
import { troubleOf } from '../inputs/problem-words.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** The key of a row. It is changed when the input is left, together with everything that names it. */
export function KeyInput({ row }: { readonly row: NamedRow }): ReactNode {
  const { draft, checked, canEdit, edit } = useWorkspace();
  const column = keyColumns[row.kind]!;
  const key = cellText(row, column) ?? '';
  const [refusedKey, setRefusedKey] = useState<string | null>(null);
  const own = new Set(partsOf(draft, row).map(({ id }) => id));
  const uses = referencesTo(draft.rows, row).filter((use) => !own.has(use.row.id)).length;
  const trouble =
    refusedKey === null
      ? troubleOf(checked.byRow.get(row.id), column)
      : `${troubleOfKey(draft.rows, row, refusedKey) ?? ''} It is still ${key}.`;
  return (
    <Input
      name={`${row.id}-${column}`}
      label="Key"
      value={key}
      readOnly={!canEdit}
      description={
        uses === 0
          ? 'The short name that other rows and decisions use.'
          : `Named in ${countOf(uses, 'place')}; all of them follow a new key.`
      }
      {...(trouble === null ? {} : { error: true, validationMessage: trouble })}
      onChange={(typed) => {
        const wanted = typed.trim();
        const isTaken = wanted !== key && troubleOfKey(draft.rows, row, wanted) !== null;
        setRefusedKey(isTaken ? wanted : null);
        if (!isTaken) edit('Key changed', (before) => renameKey(before, row.id, wanted));
      }}
    />
  );
}
