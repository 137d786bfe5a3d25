import type { Call } from '../answer/call.ts';
import { refuseUnknown } from '../answer/rest-error.ts';
import type { DescribedField, DescribedObject } from '../org-behind-http.ts';

/** The object that an address names: findObject(call, 'lead').name → "Lead". */
export function findObject(call: Pick<Call, 'site'>, name: string): DescribedObject {
  return call.site.org.describeObject(name) ?? refuseUnknown();
}

/** By name in any case; null where the object has no such field. */
export function findField(object: DescribedObject, name: string): DescribedField | null {
  const lowerName = name.toLowerCase();
  return object.fields.find((each) => each.name.toLowerCase() === lowerName) ?? null;
}
