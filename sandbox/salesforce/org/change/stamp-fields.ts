import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { ChangeEnvironment } from './change-environment.ts';

/** Who made the record and when, its number, and that it is not deleted: for what is new. */
export function stampNew(
  object: ObjectSchema,
  fields: Map<string, unknown>,
  id: string,
  store: RecordStore,
  environment: ChangeEnvironment,
): void {
  fields.set('id', new ApexId(id));
  fields.set('isdeleted', false);
  const now = nowInSeconds(environment);
  fields.set('createddate', now);
  fields.set('createdbyid', new ApexId(environment.userId()));
  for (const field of object.fields.values()) {
    if (field.autoNumber !== null) {
      fields.set(field.name.toLowerCase(), numberText(field, store.nextNumber(object, field)));
    }
  }
  // A custom object's record that was given no name is called by its id.
  if (object.kind === 'custom' && !fields.has('name')) {
    fields.set('name', id.slice(0, 15));
  }
}

/** Who changed the record and when. */
export function stampChange(fields: Map<string, unknown>, environment: ChangeEnvironment): void {
  const now = nowInSeconds(environment);
  fields.set('lastmodifieddate', now);
  fields.set('lastmodifiedbyid', new ApexId(environment.userId()));
  fields.set('systemmodstamp', now);
}

/** When a task was saved as closed; an open one has no such time. */
export function stampCompletion(
  object: ObjectSchema,
  fields: Map<string, unknown>,
  environment: ChangeEnvironment,
): void {
  if (object.name !== 'Task') {
    return;
  }
  if (fields.get('isclosed') !== true) {
    fields.delete('completeddatetime');
  } else if (!fields.has('completeddatetime')) {
    fields.set('completeddatetime', nowInSeconds(environment));
  }
}

function nowInSeconds(environment: ChangeEnvironment): ApexDatetime {
  return new ApexDatetime(Math.floor(environment.now() / 1000) * 1000);
}

/** `{0000}` is the number with at least that many digits: numberText(format 'A-{000}', 7) → "A-007". */
function numberText(field: FieldSchema, number: number): string {
  const format = field.autoNumber?.format ?? '{0}';
  return format.replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'));
}
