import { chargeElements } from '../../run/meter.ts';
import { ApexList } from '../collection/apex-list.ts';
import { ApexSObject } from './apex-sobject.ts';

const timestamps = new Set(['createddate', 'createdbyid', 'lastmodifieddate', 'lastmodifiedbyid', 'systemmodstamp']);

export interface CloneOptions {
  readonly keepsId: boolean;
  readonly isDeep: boolean;
  readonly keepsTimestamps: boolean;
}

/** What SObject.clone gives: without options a record without id and timestamps that shares its related records. */
export function cloneRecord(record: ApexSObject, { keepsId, isDeep, keepsTimestamps }: CloneOptions): ApexSObject {
  chargeElements(record.fields.size);
  const fields = new Map<string, unknown>();
  for (const [name, value] of record.fields) {
    if ((name === 'id' && !keepsId) || (timestamps.has(name) && !keepsTimestamps)) {
      continue;
    }
    fields.set(name, isDeep ? cloneRelated(value) : value);
  }
  const made = new ApexSObject(record.type, fields);
  made.queried = record.queried;
  made.isClone = true;
  made.cloneSourceId = record.fields.get('id') ?? null;
  return made;
}

function cloneRelated(value: unknown): unknown {
  const whole = { keepsId: true, isDeep: true, keepsTimestamps: true };
  if (value instanceof ApexSObject) {
    return cloneRecord(value, whole);
  }
  return value instanceof ApexList ? new ApexList(value.type, value.items.map(cloneRelated)) : value;
}
