import type { ObjectDescription } from '../../apex/run/org.ts';

/**
 * A record as the org keeps it. Values have the representation of the Apex runtime (apex/README.md) and are never changed in
 * place: who changes a record puts another in its place, so that a snapshot is a copy of references.
 */
export type StoredRecord = {
  readonly objectName: string;
  /** 18 characters. */
  readonly id: string;
  /** By lower-case field name; a field that was never set is absent and reads as null. */
  readonly fields: ReadonlyMap<string, unknown>;
  readonly isDeleted: boolean;
};

/** What a query may see of an org. */
export interface RecordSource {
  describeObject(name: string): ObjectDescription | null;
  /** In the order of their creation, those in the recycle bin included. */
  recordsOf(objectName: string): Iterable<StoredRecord>;
  /** Null where there is no such record, deleted or not. */
  findRecord(id: string): StoredRecord | null;
}
