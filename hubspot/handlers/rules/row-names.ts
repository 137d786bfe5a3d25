import { cellText, type DraftRow } from './draft-row.ts';

/** A row with the id of what holds it: a record's id, or whatever a store tells its rows apart by. */
export type NamedRow = DraftRow & { readonly id: string };

/**
 * Every name by which core speaks of a row, with the ids of the rows it may mean. Names with "(row 7)" are those of the
 * form, the others of the content.
 *
 * @param rows ordered, for places are counted
 */
export function nameRows(rows: readonly NamedRow[]): Map<string, string[]> {
  const idsByName = new Map<string, string[]>();
  const count = counter();
  const cardPlaces = new Map<string, number>();
  const ownerNames = new Map<string, string[]>();
  const name = (row: NamedRow, names: readonly string[]): void => {
    for (const each of names) idsByName.set(each, [...(idsByName.get(each) ?? []), row.id]);
  };
  for (const row of rows) {
    if (partOf(row) !== null) continue;
    const axis = cellText(row, 'axis') ?? '';
    const place = count(row.kind === 'attribute' ? `attribute of ${axis}` : row.kind);
    if (row.kind === 'scorecard') cardPlaces.set(axis, place);
    const names = namesOfRow(row, place, cardPlaces);
    name(row, names);
    const owner = ownerKeyOf(row);
    if (owner !== null) ownerNames.set(owner, [...(ownerNames.get(owner) ?? []), ...names]);
  }
  for (const row of rows) {
    const part = partOf(row);
    if (part === null) continue;
    const place = count(`${row.kind} of ${part.owner}`);
    name(
      row,
      (ownerNames.get(part.owner) ?? []).map((ownerName) => `${ownerName}: ${part.word} ${place}`),
    );
  }
  return idsByName;
}

/** Counts each list from 1. */
function counter(): (list: string) => number {
  const counts = new Map<string, number>();
  return (list) => {
    const place = (counts.get(list) ?? 0) + 1;
    counts.set(list, place);
    return place;
  };
}

function ownerKeyOf(row: DraftRow): string | null {
  switch (row.kind) {
    case 'rule':
    case 'tier':
    case 'territory':
      return `${row.kind} ${cellText(row, `${row.kind}Key`) ?? ''}`;
    case 'attribute':
      return `attribute ${cellText(row, 'axis') ?? ''} ${cellText(row, 'attributeKey') ?? ''}`;
    case 'pool':
      return `pool ${cellText(row, 'poolKey') ?? ''}`;
    default:
      return null;
  }
}

/** What a row is a part of, and what core calls such parts; null for a row that stands for itself. */
function partOf(row: DraftRow): { readonly owner: string; readonly word: string } | null {
  switch (row.kind) {
    case 'condition':
      return { owner: `${cellText(row, 'ownerKind') ?? ''} ${cellText(row, 'ownerKey') ?? ''}`, word: 'condition' };
    case 'bin':
      return {
        owner: `attribute ${cellText(row, 'axis') ?? ''} ${cellText(row, 'attributeKey') ?? ''}`,
        word: 'bin',
      };
    case 'ramp':
      return { owner: `pool ${cellText(row, 'poolKey') ?? ''}`, word: 'ramp step' };
    default:
      return null;
  }
}

/** What core calls the kinds whose rows it names by one key. */
const wordsAndKeys: { readonly [kind: string]: readonly [word: string, keyColumn: string] } = {
  field: ['field', 'fieldKey'],
  signal: ['signal', 'signalKey'],
  phraseList: ['phrase list', 'listKey'],
  question: ['question for', 'fieldKey'],
  tier: ['tier', 'tierKey'],
  guard: ['guard', 'guardKey'],
  inquiryRoute: ['inquiry route', 'inquiryType'],
  territory: ['territory', 'territoryKey'],
  rule: ['rule', 'ruleKey'],
  experiment: ['experiment', 'experimentKey'],
  destination: ['destination', 'destinationKey'],
  pool: ['pool', 'poolKey'],
  member: ['member', 'memberKey'],
  sla: ['service level', 'slaKey'],
  escalation: ['escalation of', 'slaKey'],
};

/** `place` counts the rows of the kind from 1. */
function namesOfRow(row: DraftRow, place: number, cardPlaces: ReadonlyMap<string, number>): string[] {
  const text = (column: string): string => cellText(row, column) ?? '';
  const known = wordsAndKeys[row.kind];
  const plain = known === undefined ? null : `${known[0]} "${text(known[1])}"`;
  return [...(plain === null ? [] : [plain, `${plain} (row ${place})`]), ...furtherNames(row, place, text, cardPlaces)];
}

function furtherNames(
  row: DraftRow,
  place: number,
  text: (column: string) => string,
  cardPlaces: ReadonlyMap<string, number>,
): string[] {
  const axis = text('axis');
  switch (row.kind) {
    case 'setting':
      return [`setting ${text('settingKey')}`];
    case 'table':
      return [`table ${text('tableKey')}`];
    case 'scorecard':
      return [`scorecard ${place}`, `scorecard ${axis}`, `scorecard "${axis}" (row ${place})`];
    case 'attribute': {
      const name = `attribute "${text('attributeKey')}"`;
      return [`${axis} ${name}`, `scorecard "${axis}" (row ${cardPlaces.get(axis) ?? 0}): ${name} (row ${place})`];
    }
    case 'phraseList':
      return text('phrases')
        .split(';')
        .map((phrase) => `phrase "${phrase}" of "${text('listKey')}"`);
    case 'cell':
      return [`matrix cell ${place}`];
    case 'member':
      return [
        `member "${text('memberKey')}" of ${text('poolKey')}`,
        `member of ${text('poolKey')} "${text('memberKey')}"`,
      ];
    case 'escalation':
      return ['escalation'];
    default:
      return [];
  }
}
