import { describe, expect, test } from '@jest/globals';
import { cellText } from '../../../../hubspot/handlers/rules/draft-row.ts';
import type { Draft } from '../../../../hubspot/ui/rules/draft.ts';
import { removeRow } from '../../../../hubspot/ui/rules/edit-draft.ts';
import { setMode } from '../../../../hubspot/ui/rules/set-mode.ts';
import { rowNamed, starterDraft } from './starter-rows.ts';

const starter = starterDraft();
const now = Date.UTC(2026, 10, 22, 9);

const valueOf = (draft: Draft, key: string): string | null =>
  cellText(rowNamed(draft, 'setting', key, 'settingKey'), 'settingText');

describe('Choosing the mode', () => {
  test('live for the first time notes since when', () => {
    const live = setMode(starter, starter, 'live', now);
    expect([valueOf(live, 'mode'), valueOf(live, 'launchedAt')]).toEqual(['live', String(now)]);
    const suggest = setMode(starter, starter, 'suggest', now);
    expect([valueOf(suggest, 'mode'), valueOf(suggest, 'launchedAt')]).toEqual(['suggest', null]);
  });

  test('live again leaves the first time as it is', () => {
    const saved = setMode(starter, starter, 'live', now);
    const again = setMode(setMode(saved, saved, 'observe', now + 1), saved, 'live', now + 2);
    expect(valueOf(again, 'launchedAt')).toBe(String(now));
  });

  test('another one before anything was saved notes nothing', () => {
    const thoughtBetter = setMode(setMode(starter, starter, 'live', now), starter, 'observe', now + 1);
    expect(thoughtBetter.rows).toEqual(starter.rows);
  });

  test('writes what is not there yet', () => {
    const without = ['mode', 'launchedAt'].reduce(
      (draft, key) => removeRow(draft, rowNamed(draft, 'setting', key, 'settingKey').id),
      starter,
    );
    const live = setMode(without, without, 'live', now);
    expect([valueOf(live, 'mode'), valueOf(live, 'launchedAt')]).toEqual(['live', String(now)]);
  });
});
