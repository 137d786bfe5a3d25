import type { PortalRecord } from './portal-record.ts';
import type { PortalState } from './portal-state.ts';
import { readInstant, writeInstant } from './read-instant.ts';
import type { RecordChange } from './record-change.ts';
import { calculation, writeValues } from './write-values.ts';

/** Records that sum up the deals they are associated with: contacts and companies. */
const summing: readonly string[] = ['0-1', '0-2'];
const deals = '0-3';
/** What of a deal is summed up. */
const summed: ReadonlySet<string> = new Set(['amount', 'closedate', 'hs_is_closed', 'hs_is_closed_won']);

/** Writes on contacts and companies what a change means for their deals: how many there are, and what was won last. */
export function rollUpDeals(state: PortalState, change: RecordChange): void {
  for (const record of recordsToSum(state, change)) sumUp(state, record);
}

function recordsToSum(state: PortalState, change: RecordChange): PortalRecord[] {
  const { objectTypeId, objectId } = change;
  if (change.kind === 'associationChange') {
    if (!summing.includes(objectTypeId) || change.toTypeId !== deals) return [];
    const record = state.shelves.get(objectTypeId)?.find(objectId) ?? null;
    return record === null ? [] : [record];
  }
  if (objectTypeId !== deals || (change.kind === 'propertyChange' && !summed.has(change.property))) return [];
  return summing
    .flatMap((typeId) => state.associations.list(deals, objectId, typeId))
    .flatMap(({ toTypeId, toId }) => state.shelves.get(toTypeId)?.find(toId) ?? []);
}

function sumUp(state: PortalState, record: PortalRecord): void {
  const own = state.associations
    .list(record.objectTypeId, record.id, deals)
    .flatMap(({ toId }) => state.shelves.get(deals)?.find(toId) ?? [])
    .filter(({ archivedAt }) => archivedAt === null);
  const open = own.filter((deal) => deal.value('hs_is_closed') !== 'true');
  const won = own.filter((deal) => deal.value('hs_is_closed_won') === 'true');
  const last = won.toSorted((one, other) => closedAt(other) - closedAt(one) || Number(other.id) - Number(one.id))[0];
  const first = own.reduce<number | null>((least, { createdAt }) => Math.min(least ?? createdAt, createdAt), null);
  const values = new Map([
    ['num_associated_deals', own.length === 0 ? '' : String(own.length)],
    ['first_deal_created_date', first === null ? '' : writeInstant(first)],
    ['recent_deal_amount', last?.value('amount') ?? ''],
    ['recent_deal_close_date', last?.value('closedate') ?? ''],
    ['total_revenue', won.length === 0 ? '' : String(sumOf(won))],
    ['hs_num_open_deals', String(open.length)],
    ['hs_total_deal_value', open.length === 0 ? '' : String(sumOf(open))],
  ]);
  const type = state.schema.type(record.objectTypeId);
  const known = new Map([...values].filter(([property]) => type.definitions.has(property)));
  writeValues(state, type, record, known, calculation);
}

function closedAt(deal: PortalRecord): number {
  return readInstant(deal.value('closedate') ?? '') ?? 0;
}

function sumOf(some: readonly PortalRecord[]): number {
  return some.reduce((sum, deal) => sum + Number(deal.value('amount') ?? '0'), 0);
}
