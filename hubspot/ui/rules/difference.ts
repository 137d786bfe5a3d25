import { cellText, draftTables, tableOf, type DraftKind, type DraftRow } from '../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../handlers/rules/row-names.ts';
import { titleOf } from '../../handlers/rules/row-title.ts';
import { labelOfOption } from './option-words.ts';
import { labelOfSetting } from './setting-words.ts';
import { movedOf } from './kept-order.ts';
import { pairRows, type RowPair } from './pair-rows.ts';
import { partWords } from './part-words.ts';
import { listOf } from './row-shape.ts';
import { readState, type RuleState } from './rule-state.ts';
import { tellCells } from './tell-cells.ts';

/** One thing that is different between two states of the rules: a row together with its parts. */
export type Change = {
  readonly kind: DraftKind;
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  /** What it is called: the new name where it has another one. */
  readonly title: string;
  /** Its sentence before, where the kind has sentences and it is another one now. */
  readonly before: string | null;
  readonly after: string | null;
  /** What exactly, a line each. */
  readonly details: readonly string[];
};

type Pair = RowPair<NamedRow, NamedRow>;

/** What is different, kind by kind in their order, as the rows stand now; what is gone comes last in its kind. */
export function tellDifference(before: readonly DraftRow[], after: readonly DraftRow[]): Change[] {
  const [was, is] = [readState(before), readState(after)];
  const { pairs, added, removed } = pairRows(was.subjects, is.subjects);
  const moved = movedPairs(pairs, was, is);
  const told = [
    ...pairs.flatMap((pair) => tellPair(pair, moved.has(pair), was, is)),
    ...added.map((row) => ({ ...tellWhole(row, 'added', is), after: is.sentenceOf(row), place: is.placeOf(row) })),
    ...removed.map((row) => ({ ...tellWhole(row, 'removed', was), before: was.sentenceOf(row), place: Infinity })),
  ];
  return told
    .sort((one, other) => placeOfKind(one.kind) - placeOfKind(other.kind) || comparePlaces(one.place, other.place))
    .map(({ kind, what, title, before: first, after: last, details }) => ({
      kind,
      what,
      title,
      before: first,
      after: last,
      details,
    }));
}

type ToldChange = Change & { readonly place: number };

function tellPair(pair: Pair, isMoved: boolean, was: RuleState, is: RuleState): ToldChange[] {
  const details = [
    ...tellCells(pair.before, pair.after),
    ...tellParts(was.partsOf(pair.before), is.partsOf(pair.after)),
    ...(isMoved ? [`Place: ${was.placeOf(pair.before)} → ${is.placeOf(pair.after)}`] : []),
  ];
  if (details.length === 0) return [];
  const [first, last] = [was.sentenceOf(pair.before), is.sentenceOf(pair.after)];
  const isToldAnew = withoutNumber(first) !== withoutNumber(last);
  return [
    {
      kind: pair.after.kind,
      what: isMoved && details.length === 1 ? 'moved' : 'changed',
      title: nameOf(pair.after),
      before: isToldAnew ? first : null,
      after: last,
      details,
      place: is.placeOf(pair.after),
    },
  ];
}

function tellWhole(row: NamedRow, what: 'added' | 'removed', state: RuleState): Change {
  const details = state.partsOf(row).map((part) => `${tableOf(part.kind).label}: ${partWords(part)}`);
  return { kind: row.kind, what, title: nameOf(row), before: null, after: null, details };
}

/** A rule's own sentence stands beside it: its name alone is enough. Single values are called as they are edited. */
function nameOf(row: NamedRow): string {
  if (row.kind === 'setting') return labelOfSetting(cellText(row, 'settingKey') ?? '');
  return row.kind === 'option' ? labelOfOption(cellText(row, 'optionKey') ?? '') : titleOf(row, null);
}

/** A rule's sentence begins with its number, which other rules change by moving. */
function withoutNumber(sentence: string | null): string | null {
  return sentence === null ? null : sentence.replace(/^\d+\. /, '');
}

function tellParts(before: readonly NamedRow[], after: readonly NamedRow[]): string[] {
  const unowned = (rows: readonly NamedRow[]): NamedRow[] => rows.map(withoutOwner);
  const { pairs, added, removed } = pairRows(unowned(before), unowned(after));
  const lines = pairs.flatMap((pair) => {
    const changed = tellCells(pair.before, pair.after);
    return changed.length === 0
      ? []
      : [`${tableOf(pair.after.kind).label} ${partWords(pair.before)}: ${changed.join('; ')}`];
  });
  const kinds = [...new Set(pairs.map(({ after: { kind } }) => kind))];
  const reordered = kinds.flatMap((kind) => {
    const ofKind = pairs.filter((pair) => pair.after.kind === kind);
    return movedIn(ofKind).size === 0 ? [] : [`${tableOf(kind).plural} in another order`];
  });
  return [
    ...lines,
    ...added.map((row) => `${tableOf(row.kind).label} added: ${partWords(row)}`),
    ...removed.map((row) => `${tableOf(row.kind).label} removed: ${partWords(row)}`),
    ...reordered,
  ];
}

/** An owner that was renamed has the same parts. */
function withoutOwner(row: NamedRow): NamedRow {
  const owning = ['ownerKind', 'ownerKey', 'poolKey', 'slaKey', 'axis', 'attributeKey'];
  return { ...row, cells: row.cells.filter(({ column }) => !owning.includes(column)) };
}

function movedPairs(pairs: readonly Pair[], was: RuleState, is: RuleState): Set<Pair> {
  const lists = Map.groupBy(pairs, ({ after }) => listOf(after));
  return new Set(
    [...lists.values()].flatMap((list) => [
      ...movedIn(
        list,
        (row) => was.placeOf(row),
        (row) => is.placeOf(row),
      ),
    ]),
  );
}

function movedIn(
  pairs: readonly Pair[],
  placeBefore = (row: NamedRow): number => Number(row.id),
  placeAfter = (row: NamedRow): number => Number(row.id),
): Set<Pair> {
  const ordered = pairs.toSorted((one, other) => placeBefore(one.before) - placeBefore(other.before));
  return movedOf(
    ordered,
    pairs.toSorted((one, other) => placeAfter(one.after) - placeAfter(other.after)),
  );
}

function placeOfKind(kind: DraftKind): number {
  return draftTables.findIndex((table) => table.kind === kind);
}

function comparePlaces(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
