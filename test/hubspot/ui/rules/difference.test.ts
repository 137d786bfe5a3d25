import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { cellText } from '../../../../hubspot/handlers/rules/draft-row.ts';
import { adoptRows } from '../../../../hubspot/ui/rules/adopt-rows.ts';
import { tellDifference } from '../../../../hubspot/ui/rules/difference.ts';
import { findRow, isSameDraft, partsOf, rowsToSend, type Draft } from '../../../../hubspot/ui/rules/draft.ts';
import {
  addRow,
  changeCell,
  duplicateRow,
  moveRow,
  removeRow,
  renameKey,
} from '../../../../hubspot/ui/rules/edit-draft.ts';
import { movedOf } from '../../../../hubspot/ui/rules/kept-order.ts';
import { newRow } from '../../../../hubspot/ui/rules/new-row.ts';
import { putOnTop } from '../../../../hubspot/ui/rules/put-on-top.ts';
import { takeRevision } from '../../../../hubspot/ui/rules/take-revision.ts';
import { rowNamed, starterDraft } from './starter-rows.ts';

const starter = starterDraft();
const rule = rowNamed(starter, 'rule', 'buying-group');

function told(after: Draft): string[] {
  return tellDifference(starter.rows, after.rows).map(
    ({ kind, what, details }) => `${kind} ${what}: ${details.join(' | ')}`,
  );
}

describe('the difference of two states of the rules', () => {
  test('is nothing between the same rows, whatever their order and their sentences', () => {
    expect(tellDifference(starter.rows, starter.rows.toReversed())).toEqual([]);
    expect(told(changeCell(starter, rule.id, 'sentence', 'written anew'))).toEqual([]);
  });

  test('tells a rule with its conditions as one thing, in sentences before and after', () => {
    const [employees] = partsOf(starter, rule);
    const after = changeCell(changeCell(starter, rule.id, 'destinationKey', 'triage'), employees!.id, 'low', '500');
    const [change, ...others] = tellDifference(starter.rows, after.rows);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      kind: 'rule',
      what: 'changed',
      before: expect.stringContaining('at least 200 and') as unknown as string,
      after: expect.stringContaining('at least 500 and') as unknown as string,
      details: ['Destination: enterprise → triage', 'Condition employees is at least 200: From: 200 → 500'],
    });
  });

  test('tells what was added, removed and moved, and nothing of what moved aside', () => {
    expect(told(moveRow(starter, rule.id, 0))).toEqual(['rule moved: Place: 5 → 1']);
    expect(told(removeRow(starter, rule.id))).toEqual([
      expect.stringMatching(/^rule removed: Condition: employees is at least 200 \| Condition: buying group is known/),
    ]);
    expect(told(duplicateRow(starter, rule.id).draft)).toEqual([expect.stringMatching(/^rule added: Condition: /)]);
    const member = addRow(starter, newRow(starter.rows, 'member', { poolKey: 'inbound', memberKey: 'tom' })).draft;
    expect(told(member)).toEqual(['pool changed: Pool member added: tom, weight 1']);
  });

  test('knows a row by its content when only its key is another one', () => {
    expect(told(renameKey(starter, rule.id, 'evaluators'))).toEqual(['rule changed: Key: buying-group → evaluators']);
  });

  test('tells values of a list that came and went', () => {
    const territory = rowNamed(starter, 'territory', 'dach');
    const [countries] = partsOf(starter, territory);
    expect(told(changeCell(starter, countries!.id, 'texts', 'de;at;ch;it'))).toEqual([
      'territory changed: Condition country is one of de, at, ch, li: Values: + it, − li',
    ]);
  });

  test('finds the fewest things that were moved', () => {
    expect([...movedOf([1, 2, 3, 4, 5], [5, 1, 2, 3, 4])]).toEqual([5]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 12 }), fc.nat(11), fc.nat(11), (things, from, to) => {
        if (things.length === 0) return;
        const moved = things[from % things.length]!;
        const others = things.filter((each) => each !== moved);
        const after = [...others.slice(0, to), moved, ...others.slice(to)];
        const found = movedOf(things, after);
        expect(found.size).toBeLessThanOrEqual(1);
        expect(things.filter((each) => !found.has(each))).toEqual(after.filter((each) => !found.has(each)));
      }),
    );
  });
});

describe('rows that came from elsewhere', () => {
  test('keep the ids of the rows they are', () => {
    const after = adoptRows(starter, rowsToSend(moveRow(changeCell(starter, rule.id, 'label', 'Other'), rule.id, 0)));
    expect(cellText(findRow(after, rule.id)!, 'label')).toBe('Other');
    expect(adoptRows(starter, rowsToSend(starter))).toEqual(starter);
  });

  test('of a revision leave people, hours and options alone', () => {
    const person = rowNamed(starter, 'person', 'ana');
    const mine = changeCell(changeCell(starter, person.id, 'displayName', 'Ana L.'), rule.id, 'label', 'Other');
    const back = takeRevision(mine, rowsToSend(starter));
    expect(cellText(findRow(back, rule.id)!, 'label')).toBe(cellText(rule, 'label'));
    expect(cellText(findRow(back, person.id)!, 'displayName')).toBe('Ana L.');
  });
});

describe('my changes on top of theirs', () => {
  const theirs = (change: (draft: Draft) => Draft): Draft => adoptRows(starter, rowsToSend(change(starter)));

  test('are all there, together with theirs', () => {
    const mine = removeRow(
      changeCell(moveRow(starter, rule.id, 0), rule.id, 'label', 'Mine'),
      rowNamed(starter, 'rule', 'same-person-again').id,
    );
    const other = rowNamed(starter, 'rule', 'strategic-account');
    const merged = putOnTop(
      starter,
      mine,
      theirs((draft) => changeCell(changeCell(draft, rule.id, 'slaKey', 'sameDay'), other.id, 'label', 'Theirs')),
    );
    const rules = merged.draft.rows.filter(({ kind }) => kind === 'rule');
    expect(rules[0]!.id).toBe(rule.id);
    expect(cellText(rules[0]!, 'label')).toBe('Mine');
    expect(cellText(rules[0]!, 'slaKey')).toBe('sameDay');
    expect(cellText(findRow(merged.draft, other.id)!, 'label')).toBe('Theirs');
    expect(rules).toHaveLength(13);
    expect(merged.replaced).toEqual([]);
  });

  test('say where both changed the same, and keep what they removed and I changed', () => {
    const mine = changeCell(changeCell(starter, rule.id, 'label', 'Mine'), rule.id, 'slaKey', 'sameDay');
    const both = putOnTop(
      starter,
      mine,
      theirs((draft) => changeCell(draft, rule.id, 'label', 'Theirs')),
    );
    expect(both.replaced).toEqual(['Rule Theirs (buying-group), Label']);
    expect(cellText(findRow(both.draft, rule.id)!, 'label')).toBe('Mine');
    const removed = putOnTop(
      starter,
      mine,
      theirs((draft) => removeRow(draft, rule.id)),
    );
    expect(findRow(removed.draft, rule.id)).not.toBeNull();
    expect(removed.replaced).toEqual(['Rule Mine (buying-group)']);
  });

  test('are theirs where I changed nothing, and mine where they did not', () => {
    const changed = moveRow(changeCell(starter, rule.id, 'label', 'Other'), rule.id, 2);
    expect(isSameDraft(putOnTop(starter, starter, changed).draft, changed)).toBe(true);
    expect(isSameDraft(putOnTop(starter, changed, starter).draft, changed)).toBe(true);
  });
});
