import { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import type { ChangeError } from '../change/change-result.ts';
import { checkFields, checkRequired } from '../change/check-fields.ts';
import { fillDefaults } from '../change/fill-defaults.ts';
import { loadRequest } from '../change/load-row.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';

type MadeEvent = { readonly event: ApexSObject; readonly uuid: string } | { readonly errors: readonly ChangeError[] };

/** The message that triggers get for what was published: a copy, with its number and who published it when. */
export function makeEvent(org: InMemoryOrg, object: ObjectSchema, given: ApexSObject, number: number): MadeEvent {
  const { environment } = org.changes;
  const loaded = loadRequest(given, object, null, org.store);
  const event = new ApexSObject(given.type, new Map(loaded.fields));
  fillDefaults(object, event, org.store, environment);
  const required = checkRequired(object, event.fields);
  const errors = [
    ...loaded.errors,
    ...(required === null ? [] : [required]),
    ...checkFields(object, event.fields, null, org.store),
  ];
  if (errors.length > 0) {
    return { errors };
  }
  const uuid = uuidOf(number);
  const stamps: Readonly<Record<string, unknown>> = {
    replayid: String(number),
    eventuuid: uuid,
    createddate: new ApexDatetime(Math.floor(environment.now() / 1000) * 1000),
    createdbyid: new ApexId(environment.userId()),
  };
  Object.entries(stamps).forEach(([name, value]) => event.fields.set(name, value));
  event.isReadOnly = true;
  return { event, uuid };
}

/** The same for the same number, so that a run can be repeated. */
function uuidOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
