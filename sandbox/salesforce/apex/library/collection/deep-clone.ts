import { ApexSObject } from '../record/apex-sobject.ts';
import { cloneRecord } from '../record/clone-record.ts';

/** Copies the records among these items with the records they refer to; anything else stays the same object. */
export function deepCloneItems(items: readonly unknown[], keepsId: boolean, keepsTimestamps: boolean): unknown[] {
  return items.map((item) =>
    item instanceof ApexSObject ? cloneRecord(item, { keepsId, isDeep: true, keepsTimestamps }) : item,
  );
}
