import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { assemble, flatten } from '../../../../core/src/decide/index.ts';
import { cellText, draftTables, tableOf } from '../../../../hubspot/handlers/rules/draft-row.ts';
import { policyRowsOf } from '../../../../hubspot/handlers/rules/policy-rows.ts';
import { checkRows } from '../../../../hubspot/ui/rules/check-rows.ts';
import {
  findRow,
  isSameDraft,
  loadDraft,
  neighboursOf,
  partsOf,
  rowsToSend,
  type Draft,
} from '../../../../hubspot/ui/rules/draft.ts';
import {
  addRow,
  changeCell,
  duplicateRow,
  moveRow,
  removeRow,
  renameKey,
} from '../../../../hubspot/ui/rules/edit-draft.ts';
import { beginHistory, redo, takeStep, undo } from '../../../../hubspot/ui/rules/history.ts';
import { newRow } from '../../../../hubspot/ui/rules/new-row.ts';
import { referencesTo } from '../../../../hubspot/ui/rules/references.ts';
import { keyColumns } from '../../../../hubspot/ui/rules/row-shape.ts';
import { rowNamed, starterDraft, starterRows } from './starter-rows.ts';

const starter = starterDraft();

/** Which row, what is done with it, and a number and a text for it. */
const edits = fc.array(
  fc.record({
    row: fc.nat(starter.rows.length - 1),
    act: fc.constantFrom('change', 'add', 'remove', 'duplicate', 'move', 'rename'),
    number: fc.nat(150),
    text: fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('triage', 'ana', '', '12', 'yes')),
  }),
  { minLength: 1, maxLength: 12 },
);

type Edit = typeof edits extends fc.Arbitrary<(infer One)[]> ? One : never;

function done(draft: Draft, { row: place, act, number, text }: Edit): Draft {
  const row = draft.rows[place % draft.rows.length];
  if (row === undefined) return draft;
  const columns = tableOf(row.kind).columns;
  switch (act) {
    case 'change':
      return changeCell(draft, row.id, columns[number % columns.length]!.column, text);
    case 'add':
      return addRow(draft, newRow(draft.rows, draftTables[number % draftTables.length]!.kind), row.id).draft;
    case 'remove':
      return removeRow(draft, row.id);
    case 'duplicate':
      return duplicateRow(draft, row.id).draft;
    case 'move':
      return moveRow(draft, row.id, number);
    default:
      return renameKey(draft, row.id, text);
  }
}

describe('a draft', () => {
  test('is sent as it was loaded, with rows of kinds that this version does not know', () => {
    const strange = { kind: 'weather', position: 3, cells: [{ column: 'rain', text: 'yes' }] };
    expect(rowsToSend(loadDraft([...starterRows(), strange]))).toEqual([...rowsToSend(starter), strange]);
    const policyRows = policyRowsOf(starter.rows);
    expect(flatten(assemble(policyRows).policy)).toHaveLength(policyRows.length);
    expect(new Set(rowsToSend(starter).map((row) => JSON.stringify(row)))).toEqual(
      new Set(starterRows().map((row) => JSON.stringify(row))),
    );
  });

  test('publishes the same policy after edits that change nothing', () => {
    const policy = flatten(assemble(policyRowsOf(starter.rows)).policy);
    for (const row of starter.rows) {
      let draft = starter;
      for (const { column, text } of row.cells) draft = changeCell(draft, row.id, column, text);
      const place = neighboursOf(draft, row).findIndex(({ id }) => id === row.id);
      draft = moveRow(draft, row.id, place);
      draft = renameKey(draft, row.id, cellText(row, keyColumns[row.kind] ?? '') ?? '');
      expect(draft).toBe(starter);
    }
    const there = moveRow(starter, rowNamed(starter, 'rule', 'buying-group').id, 0);
    const back = moveRow(there, rowNamed(starter, 'rule', 'buying-group').id, 4);
    expect(flatten(assemble(policyRowsOf(back.rows)).policy)).toEqual(policy);
  });

  test('comes back by undoing whatever was done, and goes forward again', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const steps = [beginHistory(starter)];
        for (const edit of all) {
          const before = steps.at(-1)!;
          const next = takeStep(before, done(before.draft, edit), edit.act);
          if (next !== before) steps.push(next);
        }
        let history = steps.at(-1)!;
        const last = history.draft;
        for (const before of steps.slice(0, -1).toReversed()) {
          history = undo(history);
          expect(history.draft).toBe(before.draft);
        }
        expect(history.draft).toBe(starter);
        while (history.future.length > 0) history = redo(history);
        expect(history.draft).toBe(last);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps one row an id, its kinds in order and the positions of a list apart, whatever is done', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const draft = all.reduce(done, starter);
        expect(new Set(draft.rows.map(({ id }) => id)).size).toBe(draft.rows.length);
        const kinds = draft.rows.map(({ kind }) => draftTables.findIndex((table) => table.kind === kind));
        expect(kinds).toEqual(kinds.toSorted((one, other) => one - other));
        expect(isSameDraft(loadDraft(rowsToSend(draft)), draft)).toBe(true);
        expect(() => checkRows(draft)).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });
});

describe('an edit', () => {
  test('takes letters of one word back together', () => {
    let history = beginHistory(starter);
    const id = rowNamed(starter, 'rule', 'buying-group').id;
    for (const text of ['N', 'Ne', 'New']) {
      history = takeStep(history, changeCell(history.draft, id, 'label', text), 'Label', `${id} label`);
    }
    expect(cellText(findRow(history.draft, id)!, 'label')).toBe('New');
    expect(undo(history).draft).toBe(starter);
  });

  test('puts a new row behind the one it was asked for, and leaves the others where they are', () => {
    const first = rowNamed(starter, 'rule', 'same-person-again');
    const { draft, id } = addRow(starter, newRow(starter.rows, 'rule', {}, 'Big ones'), first.id);
    const rules = draft.rows.filter(({ kind }) => kind === 'rule');
    expect(rules[1]!.id).toBe(id);
    expect(cellText(rules[1]!, 'ruleKey')).toBe('big-ones');
    expect(rules.map(({ position }) => position)).toEqual([...rules.keys()]);
  });

  test('puts a new member behind those of its pool, among the members of all pools', () => {
    const added = addRow(starter, newRow(starter.rows, 'member', { poolKey: 'inbound', memberKey: 'ana' }));
    const ofPool = partsOf(added.draft, rowNamed(starter, 'pool', 'inbound')).filter(({ kind }) => kind === 'member');
    expect(ofPool.at(-1)!.id).toBe(added.id);
  });

  test('removes a rule with its conditions and nothing else', () => {
    const rule = rowNamed(starter, 'rule', 'buying-group');
    const conditions = partsOf(starter, rule);
    expect(conditions.length).toBeGreaterThan(1);
    const draft = removeRow(starter, rule.id);
    expect(draft.rows).toHaveLength(starter.rows.length - 1 - conditions.length);
    expect(checkRows(draft).problems).toEqual([]);
  });

  test('duplicates a rule with its conditions under a key of its own, so that it can be published', () => {
    const rule = rowNamed(starter, 'rule', 'buying-group');
    const { draft, id } = duplicateRow(starter, rule.id);
    const copy = findRow(draft, id)!;
    expect(cellText(copy, 'ruleKey')).toBe('buying-group-copy');
    expect(partsOf(draft, copy).map(({ cells }) => cells.slice(2))).toEqual(
      partsOf(draft, rule).map(({ cells }) => cells.slice(2)),
    );
    expect(checkRows(draft).problems).toEqual([]);
    expect(cellText(findRow(duplicateRow(draft, rule.id).draft, 'row-0')!, 'settingKey')).toBe('format');
  });

  test('moves a member within its pool and leaves other pools alone', () => {
    const pool = rowNamed(starter, 'pool', 'inbound');
    const members = partsOf(starter, pool).filter(({ kind }) => kind === 'member');
    const draft = moveRow(starter, members.at(-1)!.id, 0);
    const moved = partsOf(draft, pool).filter(({ kind }) => kind === 'member');
    expect(moved.map(({ id }) => id)).toEqual([members.at(-1)!.id, ...members.slice(0, -1).map(({ id }) => id)]);
    const others = (all: Draft): string[] =>
      all.rows.filter((row) => row.kind === 'member' && cellText(row, 'poolKey') !== 'inbound').map(({ id }) => id);
    expect(others(draft)).toEqual(others(starter));
  });

  test('leaves no name behind when a key is renamed, whichever row it is', () => {
    const ownField = addRow(
      starter,
      newRow(starter.rows, 'field', { fieldKey: 'depots', label: 'Depots', fieldType: 'number' }),
    );
    const extras = rowNamed(ownField.draft, 'option', 'extras', 'optionKey');
    const withField = changeCell(ownField.draft, extras.id, 'optionText', '{"depots":"number_of_depots"}');
    const conditionId = withField.rows.find(({ kind }) => kind === 'question')!.id;
    const draft = changeCell(withField, conditionId, 'fieldKey', 'depots');
    expect(checkRows(draft).problems).toEqual([]);
    const doubts = checkRows(draft).doubts.size;
    for (const row of draft.rows) {
      if (keyColumns[row.kind] === undefined) continue;
      const named = referencesTo(draft.rows, row);
      const renamed = renameKey(draft, row.id, 'another-name-1');
      const after = findRow(renamed, row.id)!;
      expect(referencesTo(renamed.rows, row)).toEqual([]);
      expect(referencesTo(renamed.rows, after)).toHaveLength(named.length);
      expect(checkRows(renamed).problems).toEqual([]);
      expect(checkRows(renamed).doubts.size).toBe(doubts);
    }
  });
});
