import { cellText, type DraftKind, type DraftRow } from './draft-row.ts';

/** The columns that say which row it is. Rows that share them, such as the bins of an attribute, are told apart by position. */
const identityColumns: Readonly<Record<DraftKind, readonly string[]>> = {
  setting: ['settingKey'],
  field: ['fieldKey'],
  table: ['tableKey'],
  scorecard: ['axis'],
  attribute: ['axis', 'attributeKey'],
  bin: ['axis', 'attributeKey'],
  signal: ['signalKey'],
  phraseList: ['listKey'],
  question: ['fieldKey'],
  tier: ['tierKey'],
  guard: ['guardKey'],
  inquiryRoute: ['inquiryType'],
  territory: ['territoryKey'],
  rule: ['ruleKey'],
  condition: ['ownerKind', 'ownerKey'],
  cell: ['fit', 'engagement', 'confidence'],
  experiment: ['experimentKey'],
  destination: ['destinationKey'],
  pool: ['poolKey'],
  ramp: ['poolKey'],
  member: ['poolKey', 'memberKey'],
  sla: ['slaKey'],
  escalation: ['slaKey'],
  person: ['repKey'],
  calendar: ['calendarKey'],
  option: ['optionKey'],
};

/** The values that name a row; none for those that are empty. */
export function namesOf(row: DraftRow): string[] {
  return identityColumns[row.kind].flatMap((column) => cellText(row, column) ?? []);
}

/** The same for two rows exactly when they are about the same thing. */
export function identityOf(row: DraftRow): string {
  return JSON.stringify([row.kind, ...identityColumns[row.kind].map((column) => cellText(row, column))]);
}
