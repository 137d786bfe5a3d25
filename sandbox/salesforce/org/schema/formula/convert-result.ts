import { ApexDecimal } from '../../../apex/library/number/apex-decimal.ts';
import { setDecimalScale } from '../../../apex/library/number/round-decimal.ts';
import { ApexId, readId } from '../../../apex/library/text/apex-id.ts';
import { booleanType, decimalType, idType, integerType } from '../../../apex/types/apex-type.ts';
import type { FieldSchema } from '../field-schema.ts';
import { wholeOf, type FormulaValue } from './formula-values.ts';

/** What a formula gave as its field holds it: a checkbox knows no blank, numbers have the places of the field. */
export function convertPlain(value: FormulaValue, field: FieldSchema): unknown {
  if (field.type === booleanType) {
    return value === true;
  }
  if (value instanceof ApexDecimal && field.type === integerType) {
    return wholeOf(value);
  }
  if (value instanceof ApexDecimal && field.type === decimalType && field.scale !== null && value.scale > field.scale) {
    return setDecimalScale(value, field.scale, 'HALF_UP');
  }
  if (typeof value === 'string' && field.type === idType) {
    const id = readId(value);
    return id === null ? null : new ApexId(id);
  }
  return value;
}
