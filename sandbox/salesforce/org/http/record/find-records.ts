import type { Call } from '../answer/call.ts';
import type { DescribedField, DescribedObject, OrgRow } from '../org-behind-http.ts';

/** A text as a literal of SOQL: quoteText("O'Neil") → "'O\\'Neil'". */
export function quoteText(text: string): string {
  const escaped = text.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `'${escaped}'`;
}

const plainTypes = new Set(['boolean', 'currency', 'date', 'datetime', 'double', 'int', 'long', 'percent', 'time']);

/** The records of which a field has one of the values, with the named fields. */
export function findRecords(
  call: Pick<Call, 'site' | 'user'>,
  object: DescribedObject,
  wanted: { readonly field: DescribedField; readonly values: readonly string[]; readonly select: readonly string[] },
  scope: 'live' | 'with deleted' = 'live',
): readonly OrgRow[] {
  const literals = wanted.values.map((each) => (plainTypes.has(wanted.field.type) ? each : quoteText(each)));
  const text = `SELECT ${wanted.select.join(', ')} FROM ${object.name} WHERE ${wanted.field.name} IN (${literals.join(', ')})`;
  return call.site.org.query(call.user, text, scope).rows;
}

/** The field Id, which every object has. */
export function idFieldOf(object: DescribedObject): DescribedField {
  const found = object.fields.find((each) => each.type === 'id');
  if (found === undefined) {
    throw new Error(`${object.name} is described without its field Id.`);
  }
  return found;
}
