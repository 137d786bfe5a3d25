import { Problem } from '../problem.ts';
import type { OrgRecord } from './org.ts';

/** A field's text; null where it is empty. */
export function textOrNull(record: OrgRecord, field: string): string | null {
  const value = record[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A field's text, which the package always fills: SFP003 where it is empty all the same. */
export function textOf(record: OrgRecord, field: string): string {
  const value = textOrNull(record, field);
  if (value === null) throw new Problem('SFP003', [field, describe(record)]);
  return value;
}

/** A field's number; null where it is empty. */
export function numberOrNull(record: OrgRecord, field: string): number | null {
  const value = record[field];
  return typeof value === 'number' ? value : null;
}

/** A field's number, which the package always fills. */
export function numberOf(record: OrgRecord, field: string): number {
  const value = numberOrNull(record, field);
  if (value === null) throw new Problem('SFP003', [field, describe(record)]);
  return value;
}

/** A point of time in UTC milliseconds; null where it is empty. Example: 2026-11-21T10:00:00.000+0000. */
export function instantOrNull(record: OrgRecord, field: string): number | null {
  const text = textOrNull(record, field);
  return text === null ? null : Date.parse(text.replace(/\+0000$/, 'Z'));
}

function describe(record: OrgRecord): string {
  const id = record['Id'];
  return typeof id === 'string' ? id : 'a record';
}
