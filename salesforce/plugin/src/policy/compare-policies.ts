import { flatten, type PolicyRow, type RowKind } from '../../../../core/src/decide/index.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import { rowTables } from '../../../../core/src/author/policy/row-tables.ts';
import type { PolicyDifference, RowChange } from '../results/policy-results.ts';
import { findMoved } from './find-moved.ts';
import { cellText, isOrdered, rowName } from './row-identity.ts';
import { toldKinds, wordsOf, type RowWords } from './row-sentence.ts';

/** A row with everything that belongs to it: a rule with its conditions. */
type Whole = { readonly row: PolicyRow; readonly name: string; readonly text: string };

/**
 * What changes from one policy to another, in the order in which policies are written. Rules, tiers, territories and
 * promises are told in sentences, and with them their conditions.
 *
 * Example: `comparePolicies(live, working).counts` is `[{ kind: 'rule', added: 1, … }]`.
 */
export function comparePolicies(before: Policy, after: Policy): PolicyDifference {
  const [rowsBefore, rowsAfter] = [wholesOf(before), wholesOf(after)];
  const [wordsBefore, wordsAfter] = [wordsOf(before), wordsOf(after)];
  const changes = rowTables.flatMap(({ kind }) =>
    compareKind(kind, rowsBefore.get(kind) ?? [], rowsAfter.get(kind) ?? [], wordsBefore, wordsAfter),
  );
  return { changes, counts: countsOf(changes) };
}

function wholesOf(policy: Policy): Map<RowKind, Whole[]> {
  const rows = flatten(policy);
  const conditions = Map.groupBy(
    rows.filter(({ kind }) => kind === 'condition'),
    (row) => `${cellText(row, 'ownerKind') ?? ''} ${cellText(row, 'ownerKey') ?? ''}`,
  );
  const wholes = rows
    .filter(({ kind }) => kind !== 'condition')
    .map((row) => {
      const name = rowName(row);
      return {
        row,
        name,
        text: JSON.stringify([cellsOf(row), (conditions.get(`${row.kind} ${name}`) ?? []).map(cellsOf)]),
      };
    });
  return Map.groupBy(wholes, ({ row }) => row.kind);
}

/** The sentence in a row is written by publishing and says nothing of its own. */
function cellsOf(row: PolicyRow): (string | null)[] {
  return row.cells.filter(({ column }) => column !== 'sentence').map(({ text }) => text);
}

function compareKind(
  kind: RowKind,
  before: readonly Whole[],
  after: readonly Whole[],
  wordsBefore: RowWords,
  wordsAfter: RowWords,
): RowChange[] {
  const [earlier, later] = [byName(before), byName(after)];
  const common = [...later.keys()].filter((key) => earlier.has(key));
  const moved = isOrdered(kind)
    ? findMoved(
        [...earlier.keys()].filter((key) => later.has(key)),
        common,
      )
    : new Set<string>();
  const changes: RowChange[] = [];
  for (const [key, { row, name }] of earlier) {
    if (!later.has(key)) changes.push({ kind, name, change: 'removed', before: wordsBefore(row), after: null });
  }
  let place = 0;
  for (const [key, { row, name, text }] of later) {
    place += 1;
    const known = earlier.get(key);
    if (known === undefined) {
      changes.push({ kind, name, change: 'added', before: null, after: wordsAfter(row) });
      continue;
    }
    if (known.text !== text) {
      changes.push({ kind, name, change: 'changed', ...differentWords(known.row, row, wordsBefore, wordsAfter) });
    }
    if (moved.has(key)) {
      const wasAt = [...earlier.keys()].indexOf(key) + 1;
      changes.push({ kind, name, change: 'moved', before: `place ${wasAt}`, after: `place ${place}` });
    }
  }
  return changes;
}

/** Where the sentences are the same, the columns that differ say what is new. */
function differentWords(
  before: PolicyRow,
  after: PolicyRow,
  wordsBefore: RowWords,
  wordsAfter: RowWords,
): Pick<RowChange, 'before' | 'after'> {
  const sentences = { before: wordsBefore(before), after: wordsAfter(after) };
  if (toldKinds.includes(after.kind) && sentences.before !== sentences.after) return sentences;
  const columns = after.cells.filter(({ column, text }) => column !== 'sentence' && cellText(before, column) !== text);
  const wordsIn = (row: PolicyRow): string =>
    columns.map(({ column }) => `${column} ${cellText(row, column) ?? 'empty'}`).join(', ');
  return { before: wordsIn(before), after: wordsIn(after) };
}

/** Rows of one name are told apart by their order. */
function byName(wholes: readonly Whole[]): Map<string, Whole> {
  const named = new Map<string, Whole>();
  for (const whole of wholes) {
    let key = whole.name;
    for (let again = 2; named.has(key); again += 1) key = `${whole.name} #${again}`;
    named.set(key, whole);
  }
  return named;
}

function countsOf(changes: readonly RowChange[]): PolicyDifference['counts'] {
  return rowTables.flatMap(({ kind }) => {
    const ofKind = changes.filter((each) => each.kind === kind);
    const count = (change: RowChange['change']): number => ofKind.filter((each) => each.change === change).length;
    return ofKind.length === 0
      ? []
      : [{ kind, added: count('added'), removed: count('removed'), changed: count('changed'), moved: count('moved') }];
  });
}
