import { readOption, writeOption } from '../../../handlers/rules/option-text.ts';
import type { PortalSettings } from '../../../handlers/portal/portal-settings.ts';
import type { DraftRowForm } from '../../../handlers/ui/ui-forms.ts';
import { addRow, findRow, setText, textOf, type Edit } from './edit-rows.ts';

const match = { optionKey: 'sources' };

/** Where fields are read from instead of the usual properties; null where what stands there cannot be read. */
export function ownSources(rows: readonly DraftRowForm[]): PortalSettings['sources'] | null {
  const row = findRow(rows, 'option', match);
  const read = readOption('sources', row === null ? null : textOf(row, 'optionText'));
  return read.isRead ? (read.value as PortalSettings['sources']) : null;
}

/** Reads a field from these properties, the first that is filled; null goes back to the usual ones. */
export function setSources(field: string, sources: readonly string[] | null): Edit {
  return (rows) => {
    const { [field]: _before, ...others } = ownSources(rows) ?? {};
    const after = sources === null ? others : { ...others, [field]: [...sources] };
    const optionText = writeOption('sources', after);
    return findRow(rows, 'option', match) === null
      ? addRow('option', { ...match, optionText })(rows)
      : setText('option', match, 'optionText', optionText)(rows);
  };
}
