import { fold } from '../../../core/src/decide/model/fold.ts';
import { cellText, type DraftKind, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { keyColumns } from './row-shape.ts';

/** Of an escalation: whoever has the lead, who is no row. */
export const leadOwner = 'leadOwner';

/** Settings that hold the key of a destination. */
const destinationSettings: readonly string[] = [
  'auditDestinationKey',
  'fallbackDestinationKey',
  'reviewOverflowDestinationKey',
];

/** Kinds by columns that name them in whichever kind they stand. */
const alwaysNaming: { readonly [column: string]: DraftKind } = {
  destinationKey: 'destination',
  poolKey: 'pool',
  overflowPoolKey: 'pool',
  slaKey: 'sla',
  calendarKey: 'calendar',
  fieldKey: 'field',
  skillFieldKey: 'field',
  holderKey: 'person',
  memberKey: 'person',
  attributeKey: 'attribute',
};

/** Which kinds of rows a cell may name; none where it holds words of its own, or the row's own key. */
export function namedKinds(row: DraftRow, column: string): readonly DraftKind[] {
  if (keyColumns[row.kind] === column) return [];
  switch (column) {
    case 'ownerKey':
      return row.kind === 'condition' ? [cellText(row, 'ownerKind') as DraftKind] : ['person'];
    case 'recipientKey':
      return ['person', 'pool'];
    case 'settingText':
      return destinationSettings.includes(cellText(row, 'settingKey') ?? '') ? ['destination'] : [];
    case 'optionText':
      return cellText(row, 'optionKey') === 'alertKey' ? ['person'] : [];
    default: {
      const kind = alwaysNaming[column];
      return kind === undefined ? [] : [kind];
    }
  }
}

/** The rows that name another one, with the column in which they do. */
export type Reference = { readonly row: DraftRow; readonly column: string };

/** Who names a row. Its parts are among them, for they name their owner. */
export function referencesTo<Row extends DraftRow>(
  rows: readonly Row[],
  named: DraftRow,
): { readonly row: Row; readonly column: string }[] {
  const column = keyColumns[named.kind];
  const key = column === undefined ? null : cellText(named, column);
  if (key === null) return [];
  return rows.flatMap((row) => columnsNaming(row, named, key).map((each) => ({ row, column: each })));
}

function columnsNaming(row: DraftRow, named: DraftRow, key: string): string[] {
  const byCell = row.cells
    .filter(({ column, text }) => text === key && namedKinds(row, column).includes(named.kind))
    .filter(() => named.kind !== 'attribute' || cellText(row, 'axis') === cellText(named, 'axis'))
    .map(({ column }) => column);
  return isNamedInside(row, named.kind, key) ? [...byCell, insideColumn(row)] : byCell;
}

function insideColumn(row: DraftRow): string {
  return row.kind === 'option' ? 'optionText' : 'texts';
}

function isNamedInside(row: DraftRow, kind: DraftKind, key: string): boolean {
  return renamedInside(row, kind, key, `${key}?`) !== null;
}

/** The row with a key renamed in one of its cells: the whole of it, a value of several, or a part of JSON. */
export function renameInCell(row: DraftRow, column: string, kind: DraftKind, from: string, to: string): string | null {
  const text = cellText(row, column);
  return namedKinds(row, column).includes(kind) && text === from ? to : renamedInside(row, kind, from, to);
}

/** The text of a cell that names the key among other things, with the other key; null where it does not. */
function renamedInside(row: DraftRow, kind: DraftKind, from: string, to: string): string | null {
  if (row.kind === 'condition') return renamedValues(row, kind, from, to);
  if (row.kind !== 'option') return null;
  const text = cellText(row, 'optionText') ?? '';
  const option = cellText(row, 'optionKey');
  if (kind === 'field' && option === 'extras') return renamedMember(text, from, to);
  if (kind === 'signal' && option === 'activities') return renamedSignal(text, from, to);
  return null;
}

/** A lead's tier and territory are known by their keys, so conditions name them among their values. */
function renamedValues(row: DraftRow, kind: DraftKind, from: string, to: string): string | null {
  const isAbout = (kind === 'tier' || kind === 'territory') && cellText(row, 'fieldKey') === kind;
  const values = (cellText(row, 'texts') ?? '').split(';');
  if (!isAbout || !values.some((value) => fold(value) === fold(from))) return null;
  return values.map((value) => (fold(value) === fold(from) ? to : value)).join(';');
}

function renamedMember(json: string, from: string, to: string): string | null {
  const members = readJson(json);
  if (!isGroup(members) || !Object.hasOwn(members, from)) return null;
  return JSON.stringify(
    Object.fromEntries(Object.entries(members).map(([key, value]) => [key === from ? to : key, value])),
  );
}

function renamedSignal(json: string, from: string, to: string): string | null {
  const activities = readJson(json);
  if (!Array.isArray(activities)) return null;
  let isFound = false;
  const renamed = activities.map((activity: unknown) => {
    if (!isGroup(activity) || activity['signalKey'] !== from) return activity;
    isFound = true;
    return { ...activity, signalKey: to };
  });
  return isFound ? JSON.stringify(renamed) : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isGroup(value: unknown): value is { readonly [member: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
