import { describe, expect, test } from '@jest/globals';
import { cellText } from '../../../../hubspot/handlers/rules/draft-row.ts';
import { checkRows } from '../../../../hubspot/ui/rules/check-rows.ts';
import { partsOf, type Draft } from '../../../../hubspot/ui/rules/draft.ts';
import { changeCell } from '../../../../hubspot/ui/rules/edit-draft.ts';
import { rowNamed, starterDraft } from './starter-rows.ts';

const starter = starterDraft();
const rule = rowNamed(starter, 'rule', 'buying-group');

function problemsOf(draft: Draft, id: string): string[] {
  return (checkRows(draft).byRow.get(id) ?? []).map(({ code, column, next }) => `${code} ${column} ${next}`);
}

describe('rows that are checked in the page', () => {
  test('have no problems and no doubts in the starter policy', () => {
    const checked = checkRows(starter);
    expect(checked.problems).toEqual([]);
    expect(checked.doubts.size).toBe(0);
  });

  test('tell each problem at its row and column, with the names that may be meant', () => {
    const [employees] = partsOf(starter, rule);
    const cases: readonly (readonly [string, string, string, RegExp])[] = [
      [rule.id, 'destinationKey', 'enterprize', /^POL130 destinationKey Known names like it: enterprise\./],
      [rule.id, 'logic', '1 AND (2', /^POL109 logic /],
      [rule.id, 'logic', '1 AND 2', /^POL135 logic /],
      [rule.id, 'isActive', 'maybe', /^POL111 isActive /],
      [rule.id, 'label', '', /^POL110 label /],
      [employees!.id, 'fieldKey', 'employes', /^POL114 fieldKey Known names like it: employees\./],
      [employees!.id, 'low', 'many', /^POL112 low /],
      [employees!.id, 'high', '3', /^POL116 low /],
      [rowNamed(starter, 'pool', 'inbound').id, 'overflowPoolKey', 'inbound', /^POL125 overflowPoolKey /],
      [rowNamed(starter, 'sla', 'sameDay').id, 'targetMinutes', '0', /^POL\d+ targetMinutes /],
      [rowNamed(starter, 'destination', 'triage').id, 'poolKey', 'smbb', /^POL131 poolKey /],
      [rowNamed(starter, 'setting', 'fitHigh', 'settingKey').id, 'settingText', '101', /^POL\d+ settingText /],
      [rowNamed(starter, 'person', 'ana').id, 'displayName', '', /^HSR025 displayName /],
      [rowNamed(starter, 'calendar', 'business').id, 'from', '9', /^HSR026 from /],
      [rowNamed(starter, 'option', 'ownerOn', 'optionKey').id, 'optionText', 'nobody', /^HSR024 optionText /],
    ];
    for (const [id, column, text, expected] of cases) {
      const told = problemsOf(changeCell(starter, id, column, text), id);
      expect(told.filter((each) => expected.test(each))).not.toEqual([]);
    }
  });

  test('doubt names of people and hours that nobody lists', () => {
    const member = starter.rows.find((row) => row.kind === 'member' && cellText(row, 'memberKey') === 'ana')!;
    const draft = changeCell(starter, member.id, 'memberKey', 'anna');
    const checked = checkRows(draft);
    expect(checked.problems).toEqual([]);
    expect(checked.doubts.get(member.id)).toMatchObject([
      {
        code: 'HSU010',
        column: 'memberKey',
        next: expect.stringContaining('Known names like it: ana.') as unknown as string,
      },
    ]);
  });

  test('are told in sentences that follow every edit', () => {
    const sentence = (draft: Draft, id: string): string | undefined => checkRows(draft).sentences.get(id);
    expect(sentence(changeCell(starter, rule.id, 'logic', '1 OR (2 AND 3)'), rule.id)).toBe(
      '5. When employees is at least 200 or buying group is known and timeline is one of now, quarter → Enterprise reps (Enterprise), first touch within 5 business minutes, misses go to mara.',
    );
    expect(sentence(changeCell(starter, rule.id, 'logic', '1 OR'), rule.id)).toBeUndefined();
    expect(sentence(starter, rowNamed(starter, 'tier', 'smb').id)).toBe('When employees is at most 99.');
    expect(sentence(starter, rowNamed(starter, 'sla', 'fiveMinutes').id)).toBe(
      'First touch within 5 business minutes, misses go to mara.',
    );
    expect(sentence(starter, rowNamed(starter, 'territory', 'dach').id)).toMatch(
      /^When country is one of de, at, ch, li → /,
    );
  });
});
