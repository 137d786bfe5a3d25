import { cellText, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { rowsOf, type Draft } from './draft.ts';
import { addRow, changeCell } from './edit-draft.ts';
import { newRow } from './new-row.ts';

/**
 * Writes the mode. The first time that it is live the rules learn since when: for the days after it nobody is closed out without a
 * look. Whoever thinks better of it before they save takes that back as well.
 *
 * @param base the rules as they are saved
 * @param now UTC milliseconds
 */
export function setMode(draft: Draft, base: Draft, mode: 'observe' | 'suggest' | 'live', now: number): Draft {
  const changed = setSetting(draft, 'mode', mode);
  const before = settingOf(base.rows, 'launchedAt');
  if (mode !== 'live') return before === null ? setSetting(changed, 'launchedAt', null) : changed;
  return settingOf(draft.rows, 'launchedAt') === null ? setSetting(changed, 'launchedAt', String(now)) : changed;
}

/** A single value of the rules; null where it is empty or not there. */
function settingOf(rows: readonly DraftRow[], settingKey: string): string | null {
  const row = rows.find((each) => each.kind === 'setting' && cellText(each, 'settingKey') === settingKey);
  return row === undefined ? null : cellText(row, 'settingText');
}

function setSetting(draft: Draft, settingKey: string, settingText: string | null): Draft {
  const row = rowsOf(draft, 'setting').find((each) => cellText(each, 'settingKey') === settingKey);
  if (row !== undefined) return changeCell(draft, row.id, 'settingText', settingText);
  return settingText === null ? draft : addRow(draft, newRow(draft.rows, 'setting', { settingKey, settingText })).draft;
}
