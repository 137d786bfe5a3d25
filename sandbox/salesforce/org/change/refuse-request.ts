import { objectNameOf, recordTypeOf, type ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import type { Operation } from './record-changes.ts';
import { Refusal } from './refusal.ts';
import { idOfRecord } from './row.ts';
import type { SaveWork } from './save-rows.ts';

/** As documented: a request may change from one object to another so often. */
const mostChunks = 10;

/** Standard objects whose records only setup or a deployment makes. */
const readOnly = new Set(['AssignmentRule', 'BusinessHours', 'DuplicateRule', 'FlowDefinitionView', 'FlowVersionView']);

/** Throws the Refusal of a request that is wrong as a whole: a record named twice, an object that takes no DML. */
export function refuseRequest(operation: Operation, records: readonly ApexSObject[], { store, stack }: SaveWork): void {
  const ids = new Set<string>();
  for (const record of records) {
    const name = objectNameOf(record.type);
    if (name === null) {
      throw new Refusal('System.TypeException', `DML requires SObject or SObject list type: ${record.type.name}`);
    }
    const kind = store.schema.find(name)?.kind;
    if (kind === 'metadata' || kind === 'event' || readOnly.has(name)) {
      throw new Refusal('System.TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${name}`);
    }
    if (stack.holds(record)) {
      throw new Refusal('System.SObjectException', 'DML statement cannot operate on trigger.new or trigger.old');
    }
    const id = operation === 'insert' ? null : idOfRecord(record);
    if (id !== null && ids.has(id)) {
      throw new Refusal('System.ListException', `Duplicate id in list: ${id}`);
    }
    if (id !== null) {
      ids.add(id);
    }
  }
  if ((operation === 'insert' || operation === 'upsert') && new Set(records).size < records.length) {
    throw new Refusal(
      'System.ListException',
      'Before Insert or Upsert list must not have two identically equal elements',
    );
  }
  if (countTypes(records) > mostChunks) {
    throw new Refusal(
      'System.TypeException',
      'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.',
    );
  }
}

/** As `refuseRequest`, for the records of a merge, the winner first. */
export function refuseMerge(master: ApexSObject | undefined, losers: readonly ApexSObject[]): void {
  const name = master === undefined ? null : objectNameOf(master.type);
  if (master === undefined || name === null || !['Account', 'Case', 'Contact', 'Lead'].includes(name)) {
    throw new Refusal('System.TypeException', `Invalid type for merge: ${name ?? 'SObject'}`);
  }
  if (losers.length === 0 || losers.length > 2) {
    throw new Refusal(
      'System.ListException',
      'Merge needs a master record and one or two records to be merged into it',
    );
  }
  const masterId = idOfRecord(master);
  if (masterId === null || losers.some((each) => each.type !== recordTypeOf(name) || idOfRecord(each) === masterId)) {
    throw new Refusal(
      'System.DmlException',
      'Merge failed. Records to be merged must be of one type and have ids of their own',
    );
  }
}

function countTypes(records: readonly ApexSObject[]): number {
  return records.filter((record, index) => record.type !== records[index - 1]?.type).length;
}
