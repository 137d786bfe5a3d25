import type { DraftRowForm } from '../../../handlers/ui/ui-forms.ts';
import { addRow, findRow, setText, textOf, type Edit } from './edit-rows.ts';

export const modes = ['observe', 'suggest', 'live'] as const;
export type Mode = (typeof modes)[number];

/** A single value of the policy; null where it is not there. */
export function settingOf(rows: readonly DraftRowForm[], settingKey: string): string | null {
  const row = findRow(rows, 'setting', { settingKey });
  return row === null ? null : textOf(row, 'settingText');
}

/** A setting that is a whole number; null where it is none. */
export function wholeSetting(rows: readonly DraftRowForm[], settingKey: string): number | null {
  const text = settingOf(rows, settingKey);
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

export function setSetting(settingKey: string, settingText: string): Edit {
  return (rows) =>
    findRow(rows, 'setting', { settingKey }) === null
      ? addRow('setting', { settingKey, settingText })(rows)
      : setText('setting', { settingKey }, 'settingText', settingText)(rows);
}

/** The mode of the rows; null where no mode has that name. */
export function modeOf(rows: readonly DraftRowForm[]): Mode | null {
  const text = settingOf(rows, 'mode');
  return modes.find((mode) => mode === text) ?? null;
}

/** The first time that it goes live, the policy learns when: for the days after it nobody is closed out without a look. */
export function setMode(mode: Mode, now: number): Edit {
  return (rows) => {
    const changed = setSetting('mode', mode)(rows);
    return mode === 'live' && settingOf(rows, 'launchedAt') === null
      ? setSetting('launchedAt', String(now))(changed)
      : changed;
  };
}
