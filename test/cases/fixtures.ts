import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CalendarWindows } from '../../core/src/decide/model/calendar.ts';
import type { Policy } from '../../core/src/decide/model/policy.ts';
import type { Rep } from '../../core/src/decide/model/roster.ts';
import type { Submission } from '../../core/src/decide/model/submission.ts';

type JsonRecord = { [name: string]: unknown };

/** A fixture by name, or a fixture with something changed: see README.md. */
export type Reference = string | { like: string; but: JsonRecord };

export const casesFolder = path.dirname(fileURLToPath(import.meta.url));

export function readJson(file: string): JsonRecord {
  return JSON.parse(readFileSync(path.join(casesFolder, file), 'utf8')) as JsonRecord;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Instants are written for people: 2026-03-18T09:00:00Z stands for its UTC milliseconds. */
export function withInstants(value: unknown): unknown {
  if (typeof value === 'string') {
    return instant.test(value) ? Date.parse(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(withInstants);
  }
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withInstants(inner)]))
    : value;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fixture(file: string, reference: Reference, merge: (found: unknown, but: JsonRecord) => unknown): unknown {
  const { like, but } = typeof reference === 'string' ? { like: reference, but: {} } : reference;
  const found = readJson(`fixtures/${file}`)[like];
  if (found === undefined) {
    throw new Error(`fixtures/${file} has no "${like}"`);
  }
  return withInstants(merge(found, but));
}

/** Each named value replaces the fixture's; a record is merged one level deep, a list of records by their keys. */
function mergeParts(found: unknown, but: JsonRecord): unknown {
  const merged: JsonRecord = { ...(found as JsonRecord) };
  for (const [name, change] of Object.entries(but)) {
    const before = merged[name];
    merged[name] = isRecord(change) && before !== undefined && before !== null ? mergeRecord(before, change) : change;
  }
  return merged;
}

function mergeRecord(before: unknown, change: JsonRecord): unknown {
  return Array.isArray(before) ? mergeByKey(before, change) : { ...(before as JsonRecord), ...change };
}

/** Members are known by their own key, everything else by its first column. */
function keyOf(record: unknown): string {
  const columns = record as JsonRecord;
  return String(columns['memberKey'] ?? Object.values(columns)[0]);
}

function mergeByKey(records: unknown[], changes: JsonRecord): unknown[] {
  const keys = new Set(records.map(keyOf));
  for (const key of Object.keys(changes)) {
    if (!keys.has(key)) {
      throw new Error(`nothing has the key "${key}"`);
    }
  }
  return records.map((record) => {
    const change = changes[keyOf(record)];
    return isRecord(change) ? { ...(record as JsonRecord), ...change } : record;
  });
}

export function policyOf(reference: Reference): Policy {
  return fixture('policies.json', reference, mergeParts) as Policy;
}

export function repsOf(reference: Reference): Rep[] {
  return fixture('rosters.json', reference, (found, but) => mergeByKey(found as unknown[], but)) as Rep[];
}

export function calendarsOf(reference: string): CalendarWindows[] {
  return fixture('calendars.json', reference, (found) => found) as CalendarWindows[];
}

export function leadOf(reference: Reference): Submission {
  return fixture('leads.json', reference, (found, but) => ({ ...(found as JsonRecord), ...but })) as Submission;
}
