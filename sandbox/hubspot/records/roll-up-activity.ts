import type { PortalRecord } from './portal-record.ts';
import type { PortalState } from './portal-state.ts';
import { readInstant, writeInstant } from './read-instant.ts';
import { calculation, writeValues } from './write-values.ts';

/** Records that count the activities they are associated with: contacts, companies, deals, leads. */
const counting: readonly string[] = ['0-1', '0-2', '0-3', '0-136'];

/**
 * Writes on the records of an activity when they were last worked on and last contacted. A note or task is work; a call, mail,
 * meeting or message that took place is contact too.
 */
export function rollUpActivity(state: PortalState, activity: PortalRecord): void {
  for (const record of recordsOf(state, activity)) countActivity(state, activity, record);
}

/** The same for one record that an activity was associated with. */
export function countActivity(state: PortalState, activity: PortalRecord, record: PortalRecord): void {
  if (!isActivity(state, activity) || !counting.includes(record.objectTypeId)) return;
  const now = state.now();
  const timestamp = readInstant(activity.value('hs_timestamp') ?? '') ?? now;
  const values = new Map<string, string>();
  if (timestamp > now && activity.objectTypeId !== '0-46') {
    const next = readInstant(record.value('notes_next_activity_date') ?? '');
    if (next === null || next <= now || timestamp < next)
      values.set('notes_next_activity_date', writeInstant(timestamp));
  }
  raise(record, values, 'notes_last_updated', Math.min(timestamp, now));
  raise(record, values, 'hs_last_sales_activity_timestamp', Math.min(timestamp, now));
  values.set('num_notes', String(Number(record.value('num_notes') ?? '0') + 1));
  addContact(activity, record, values, now);
  writeCounts(state, record, values);
}

/** An activity that was planned or under way may have become contact since it was counted. */
export function rollUpContact(state: PortalState, activity: PortalRecord): void {
  for (const record of recordsOf(state, activity)) {
    const values = new Map<string, string>();
    addContact(activity, record, values, state.now());
    writeCounts(state, record, values);
  }
}

/** Whether somebody was in touch by it. */
export function isContact(activity: PortalRecord): boolean {
  return contactOf(activity) !== 'none';
}

function isActivity(state: PortalState, record: PortalRecord): boolean {
  return state.schema.type(record.objectTypeId).isActivity;
}

function recordsOf(state: PortalState, activity: PortalRecord): PortalRecord[] {
  if (!isActivity(state, activity)) return [];
  return counting
    .flatMap((typeId) => state.associations.list(activity.objectTypeId, activity.id, typeId))
    .map(({ toTypeId, toId }) => state.shelves.get(toTypeId)?.find(toId) ?? null)
    .filter((record) => record !== null);
}

function addContact(activity: PortalRecord, record: PortalRecord, values: Map<string, string>, now: number): void {
  const timestamp = readInstant(activity.value('hs_timestamp') ?? '') ?? now;
  const contact = contactOf(activity);
  if (contact === 'reply') raise(record, values, 'hs_sales_email_last_replied', Math.min(timestamp, now));
  if (contact !== 'outgoing' || timestamp > now) return;
  raise(record, values, 'notes_last_contacted', timestamp);
  if (!record.has('hs_first_outreach_date')) values.set('hs_first_outreach_date', writeInstant(timestamp));
  values.set('num_contacted_notes', String(Number(record.value('num_contacted_notes') ?? '0') + 1));
  values.set('hs_is_unworked', 'false');
}

function writeCounts(state: PortalState, record: PortalRecord, values: ReadonlyMap<string, string>): void {
  const type = state.schema.type(record.objectTypeId);
  const known = new Map([...values].filter(([property]) => type.definitions.has(property)));
  writeValues(state, type, record, known, calculation);
}

/** Whether an activity means that somebody was in touch. */
function contactOf(activity: PortalRecord): 'outgoing' | 'reply' | 'none' {
  const is = (property: string, ...values: string[]): boolean => values.includes(activity.value(property) ?? '');
  switch (activity.objectTypeId) {
    case '0-48':
      return is('hs_call_status', 'COMPLETED', '') ? 'outgoing' : 'none';
    case '0-47':
      return is('hs_meeting_outcome', 'COMPLETED', '') ? 'outgoing' : 'none';
    case '0-18':
      return 'outgoing';
    case '0-49':
      if (is('hs_email_direction', 'INCOMING_EMAIL')) return 'reply';
      return is('hs_email_direction', 'EMAIL') && is('hs_email_status', 'SENT', '') ? 'outgoing' : 'none';
    default:
      return 'none';
  }
}

function raise(record: PortalRecord, values: Map<string, string>, property: string, at: number): void {
  const before = readInstant(record.value(property) ?? '');
  if (before === null || at > before) values.set(property, writeInstant(at));
}
