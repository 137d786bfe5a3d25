import type { PolicyRow, RowKind } from '../../../../core/src/decide/index.ts';

/** By which columns people tell the rows of a kind apart. Conditions are told of with what they belong to. */
const nameColumns: Readonly<Record<Exclude<RowKind, 'condition'>, readonly string[]>> = {
  setting: ['settingKey'],
  field: ['fieldKey'],
  table: ['tableKey'],
  scorecard: ['axis'],
  attribute: ['axis', 'attributeKey'],
  bin: ['axis', 'attributeKey', 'low', 'high', 'texts'],
  signal: ['signalKey'],
  phraseList: ['listKey', 'hintsAt'],
  question: ['fieldKey'],
  tier: ['tierKey'],
  guard: ['guardKey'],
  inquiryRoute: ['inquiryType'],
  territory: ['territoryKey'],
  rule: ['ruleKey'],
  cell: ['fit', 'engagement', 'confidence'],
  experiment: ['experimentKey'],
  destination: ['destinationKey'],
  pool: ['poolKey'],
  ramp: ['poolKey', 'afterDays'],
  member: ['poolKey', 'memberKey'],
  sla: ['slaKey'],
  escalation: ['slaKey', 'afterDueMinutes', 'action', 'recipientKey'],
};

/** Kinds that are asked one after another, so that their order decides. */
const orderedKinds: readonly RowKind[] = ['guard', 'rule', 'tier', 'territory'];

/** Whether the order of a kind's rows decides anything. Example: `isOrdered('rule')`. */
export function isOrdered(kind: RowKind): boolean {
  return orderedKinds.includes(kind);
}

/** A row's name among those of its kind. Example: a bin's is `fit employees 10–49`. */
export function rowName(row: PolicyRow): string {
  const columns = row.kind === 'condition' ? ['ownerKind', 'ownerKey'] : nameColumns[row.kind];
  if (row.kind === 'bin') return binName(row);
  return columns.flatMap((column) => cellText(row, column) ?? []).join(' ');
}

/** A cell's text; null where it is empty. */
export function cellText(row: PolicyRow, column: string): string | null {
  return row.cells.find((cell) => cell.column === column)?.text ?? null;
}

function binName(row: PolicyRow): string {
  const attribute = `${cellText(row, 'axis') ?? ''} ${cellText(row, 'attributeKey') ?? ''}`;
  const texts = cellText(row, 'texts');
  if (texts !== null) return `${attribute} ${texts}`;
  return `${attribute} ${cellText(row, 'low') ?? '…'}–${cellText(row, 'high') ?? '…'}`;
}
