import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { setDecimalScale } from '../../apex/library/number/round-decimal.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import type { FieldSchema } from '../schema/field-schema.ts';

/**
 * A value as the database keeps it: texts without white space around them, an empty one as null; numbers with the places of
 * their field, rounded half up; instants in whole seconds. settleValue(field, ' Acme ') → "Acme".
 */
export function settleValue(field: FieldSchema, value: unknown): unknown {
  if (typeof value === 'string') {
    const trimmed = value.trim();
    return trimmed === '' ? null : settlePicklist(field, trimmed);
  }
  if (value instanceof ApexDecimal && field.scale !== null && value.scale > field.scale) {
    return setDecimalScale(value, field.scale, 'HALF_UP');
  }
  return value instanceof ApexDatetime ? new ApexDatetime(Math.floor(value.milliseconds / 1000) * 1000) : value;
}

/** A value that differs from a picklist's only by case is kept as the picklist writes it. */
function settlePicklist(field: FieldSchema, text: string): string {
  const values = field.picklist?.values ?? [];
  return values.find((each) => each.value.toLowerCase() === text.toLowerCase())?.value ?? text;
}
