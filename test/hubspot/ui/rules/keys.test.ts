import { expect, test } from '@jest/globals';
import { addRow } from '../../../../hubspot/ui/rules/edit-draft.ts';
import { freshKey, troubleOfKey } from '../../../../hubspot/ui/rules/keys.ts';
import { newRow } from '../../../../hubspot/ui/rules/new-row.ts';
import { rowNamed, starterDraft } from './starter-rows.ts';

const starter = starterDraft();

test.each([
  ['Zoë Müller', 'zoe-muller'],
  ['  Big — accounts!', 'big-accounts'],
  ['2nd Zoë', 'nd-zoe'],
  ['李雷', 'person'],
  [`${'a'.repeat(35)} ${'b'.repeat(35)}`, 'a'.repeat(35)],
])('the key of %j can be taken and reads like it: %s', (words, key) => {
  expect(freshKey(starter.rows, 'person', words)).toBe(key);
  expect(troubleOfKey(starter.rows, rowNamed(starter, 'person', 'ana'), key)).toBeNull();
});

test('who is called like somebody else gets another key', () => {
  const { draft } = addRow(starter, newRow(starter.rows, 'person', {}, 'Zoë'));
  expect(freshKey(draft.rows, 'person', 'Zoë')).toBe('zoe-2');
});
