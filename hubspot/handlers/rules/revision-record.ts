import { hashText } from '../../../core/src/author/run/hash-text.ts';
import type { CrmRecord, PropertyValues } from '../crm/crm.ts';
import { keepText, takeText, takeWhole } from './kept-text.ts';
import { policyNameOf } from './policy-rows.ts';
import { partProperties, revisionProperty } from './revision-properties.ts';
import { cutText, joinParts, mostParts } from './revision-text.ts';
import { valueOf } from './row-records.ts';
import { RuleStoreError } from './rule-store-error.ts';
import type { Revision, RevisionEntry } from './rule-store.ts';

/** A revision's record without its text. */
export type RevisionRecord = {
  readonly id: string;
  readonly entry: Omit<RevisionEntry, 'isLive'>;
  /** How often any revision had been made live when this one was; 0 for one that never was. */
  readonly madeLive: number;
  readonly state: string | null;
};

/** What is read of every revision; the parts only of the one that is wanted. */
export const entryProperties: readonly string[] = Object.values(revisionProperty);

/** What a revision's record holds. It begins retired: it is made live when it came back as it was written. */
export function propertiesOfRevision(revision: Revision): PropertyValues {
  const parts = cutText(revision.text);
  if (parts.length > mostParts) {
    throw new RuleStoreError(
      'tooLong',
      `The policy has ${revision.text.length} characters, more than the ${mostParts} parts of a revision take.`,
      'Remove phrase lists or bins that nothing needs. Nothing was published.',
    );
  }
  return {
    [revisionProperty.title]: titleOfRevision(revision.number),
    [revisionProperty.number]: String(revision.number),
    [revisionProperty.hash]: revision.hash,
    [revisionProperty.state]: 'retired',
    [revisionProperty.publishedAt]: new Date(revision.publishedAt).toISOString(),
    [revisionProperty.publishedBy]: keepText(revision.publishedBy),
    [revisionProperty.previousHash]: revision.previousHash,
    [revisionProperty.policyName]: policyNameOf(revision.text).trim(),
    ...partsOfRevision(parts),
  };
}

/** Every part; those that the text does not need are empty. */
export function partsOfRevision(parts: readonly string[]): PropertyValues {
  return {
    [revisionProperty.partCount]: String(parts.length),
    ...Object.fromEntries(partProperties.map((name, place) => [name, parts[place] ?? null])),
  };
}

export function titleOfRevision(number: number): string {
  return `Revision ${number}`;
}

/** Null where somebody changed the record so that it names no revision any more. */
export function revisionOfRecord(record: CrmRecord): RevisionRecord | null {
  const { properties } = record;
  const number = wholeOf(properties, revisionProperty.number);
  const hash = valueOf(properties, revisionProperty.hash);
  const publishedAt = instantOf(valueOf(properties, revisionProperty.publishedAt));
  if (number === null || hash === null || !/^[0-9a-f]{64}$/.test(hash) || publishedAt === null) return null;
  return {
    id: record.id,
    entry: {
      number,
      hash,
      publishedAt,
      publishedBy: takeText(valueOf(properties, revisionProperty.publishedBy) ?? ''),
      previousHash: valueOf(properties, revisionProperty.previousHash),
    },
    madeLive: wholeOf(properties, revisionProperty.madeLive) ?? 0,
    state: valueOf(properties, revisionProperty.state),
  };
}

/** The text that the parts make; null where it does not fit the hash. */
export function textOfRecord(record: CrmRecord, hash: string): string | null {
  const count = wholeOf(record.properties, revisionProperty.partCount) ?? 0;
  const parts = partProperties.slice(0, Math.max(0, count)).map((name) => valueOf(record.properties, name) ?? '');
  const text = joinParts(parts);
  return hashText(text) === hash ? text : null;
}

function wholeOf(properties: PropertyValues, property: string): number | null {
  const whole = takeWhole(valueOf(properties, property) ?? '');
  return /^[0-9]{1,9}$/.test(whole) ? Number(whole) : null;
}

/** HubSpot gives ISO dates, and took milliseconds from older versions. */
function instantOf(value: string | null): number | null {
  if (value === null) return null;
  const instant = /^[0-9]+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isSafeInteger(instant) ? instant : null;
}
