import { lastChangeAfter, valueAsOf, type FieldPast } from '../../../core/src/author/learn/table/value-as-of.ts';
import type { CrmRecord } from '../crm/crm.ts';

/** What HubSpot writes of a new record by itself comes some seconds after it: analytics, the company, what it knows of that. */
export const settlingMillis = 60_000;

/** The past of a property. One without a history counts only on a record that nobody has touched since it was made. */
export function pastOf(record: CrmRecord, property: string): FieldPast<string> {
  const versions = record.history[property] ?? [];
  return versions.length === 0
    ? {
        kind: 'present',
        value: filled(record.properties[property]),
        isUntouched: record.updatedAt <= record.createdAt + settlingMillis,
      }
    : { kind: 'history', changes: versions.map(({ changedAt, value }) => ({ changedAt, value: filled(value) })) };
}

/**
 * The record as it was at a moment: each of the properties has the value that it had then, or none where nobody knows.
 *
 * @param properties all others are left out
 */
export function recordAsOf(record: CrmRecord, properties: readonly string[], moment: number): CrmRecord {
  const values = properties.map((property) => [property, valueAsOf(pastOf(record, property), moment)] as const);
  return { ...record, properties: Object.fromEntries(values), history: {} };
}

/** When any of the properties was last given another value after a moment; null where none was. */
export function lastChangeOf(record: CrmRecord, properties: readonly string[], moment: number): number | null {
  const changes = properties.flatMap((property) => lastChangeAfter(pastOf(record, property), moment) ?? []);
  return changes.length === 0 ? null : Math.max(...changes);
}

function filled(value: string | null | undefined): string | null {
  return value === undefined || value === null || value.trim() === '' ? null : value;
}
