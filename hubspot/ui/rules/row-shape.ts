import { cellText, type DraftKind, type DraftRow } from '../../handlers/rules/draft-row.ts';

/** The column by which other rows name a row of the kind. Kinds that nobody names have none. */
export const keyColumns: { readonly [Kind in DraftKind]?: string } = {
  field: 'fieldKey',
  attribute: 'attributeKey',
  signal: 'signalKey',
  phraseList: 'listKey',
  tier: 'tierKey',
  territory: 'territoryKey',
  rule: 'ruleKey',
  experiment: 'experimentKey',
  destination: 'destinationKey',
  pool: 'poolKey',
  sla: 'slaKey',
  person: 'repKey',
  calendar: 'calendarKey',
};

/** The kinds whose rows are parts of another row, such as the conditions of a rule. */
export const partKinds = ['condition', 'bin', 'ramp', 'member', 'escalation'] as const;

export type PartKind = (typeof partKinds)[number];

export function isPartKind(kind: DraftKind): kind is PartKind {
  return (partKinds as readonly string[]).includes(kind);
}

/** What a row belongs to: the kind and the cells that name it. Null for a row that stands for itself. */
export type Owner = { readonly kind: DraftKind; readonly names: readonly string[] };

export function ownerOf(row: DraftRow): Owner | null {
  const text = (column: string): string => cellText(row, column) ?? '';
  switch (row.kind) {
    case 'condition':
      return { kind: text('ownerKind') as DraftKind, names: [text('ownerKey')] };
    case 'bin':
      return { kind: 'attribute', names: [text('axis'), text('attributeKey')] };
    case 'ramp':
    case 'member':
      return { kind: 'pool', names: [text('poolKey')] };
    case 'escalation':
      return { kind: 'sla', names: [text('slaKey')] };
    default:
      return null;
  }
}

/** The name under which parts know their owner; null for kinds without parts. */
export function ownName(row: DraftRow): string | null {
  const text = (column: string): string => cellText(row, column) ?? '';
  switch (row.kind) {
    case 'rule':
    case 'tier':
    case 'territory':
    case 'pool':
    case 'sla':
      return nameOfOwner({ kind: row.kind, names: [text(keyColumns[row.kind]!)] });
    case 'attribute':
      return nameOfOwner({ kind: 'attribute', names: [text('axis'), text('attributeKey')] });
    default:
      return null;
  }
}

export function nameOfOwner(owner: Owner): string {
  return JSON.stringify([owner.kind, ...owner.names]);
}

/** The kinds of parts that a row of the kind may have. */
export function partKindsOf(kind: DraftKind): readonly PartKind[] {
  switch (kind) {
    case 'rule':
    case 'tier':
    case 'territory':
      return ['condition'];
    case 'attribute':
      return ['bin'];
    case 'pool':
      return ['member', 'ramp'];
    case 'sla':
      return ['escalation'];
    default:
      return [];
  }
}

/**
 * The list in which somebody sees a row and moves it: the parts of one owner, the attributes of one score, or all rows of a
 * kind.
 */
export function listOf(row: DraftRow): string {
  const owner = ownerOf(row);
  if (owner !== null) return `${row.kind} ${nameOfOwner(owner)}`;
  return row.kind === 'attribute' ? `attribute ${cellText(row, 'axis') ?? ''}` : row.kind;
}

/** The rows that share one count of positions. Members and escalations of all owners are counted together. */
export function countOfPositions(row: DraftRow): string {
  return row.kind === 'member' || row.kind === 'escalation' ? row.kind : listOf(row);
}
