import { ApexList } from '../../apex/library/collection/apex-list.ts';
import { ApexSObject, recordTypeOf } from '../../apex/library/record/apex-sobject.ts';
import { listOf } from '../../apex/types/apex-type.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { ParentPart, RowPlan } from './row-plan.ts';
import { readerOf } from './resolve-field.ts';

/** A stored record as the row that a query gives: with what was asked for, its id, and the ids of parents asked for. */
export function makeRow(plan: RowPlan, stored: StoredRecord): ApexSObject {
  const { object, parts, queried } = plan;
  const fields = new Map<string, unknown>();
  const idField = object.fields.get('id');
  if (idField !== undefined) {
    fields.set('id', readerOf(object, idField)(stored));
  }
  for (const part of parts) {
    const name = part.name.toLowerCase();
    switch (part.kind) {
      case 'field': {
        const value = part.read(stored);
        if (value !== null) {
          fields.set(name, value);
        }
        break;
      }
      case 'parent':
        addParent(fields, object, part, stored);
        break;
      case 'children': {
        const rows = part.plan.childrenOf(stored).map((child) => makeRow(part.plan.row, child));
        fields.set(name, new ApexList(listOf(recordTypeOf(part.plan.row.object.name)), rows));
        break;
      }
    }
  }
  const row = new ApexSObject(recordTypeOf(object.name), fields);
  row.queried = queried;
  return row;
}

function addParent(
  fields: Map<string, unknown>,
  object: RowPlan['object'],
  { name, step, plan, byObject }: ParentPart,
  stored: StoredRecord,
): void {
  const id = readerOf(object, step.field)(stored);
  if (id !== null) {
    fields.set(step.field.name.toLowerCase(), id);
  }
  const parent = step.read(stored);
  if (parent !== null) {
    fields.set(name.toLowerCase(), makeRow(byObject.get(parent.objectName) ?? plan, parent));
  }
}
