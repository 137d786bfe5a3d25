import { execution } from '../../run/execution.ts';
import type { FieldDescription } from '../../run/org.ts';
import { typeOfValue } from '../../run/values.ts';
import {
  decimalType,
  displayName,
  idType,
  integerType,
  longType,
  doubleType,
  stringType,
} from '../../types/apex-type.ts';
import {
  doubleToDecimal,
  integerToDecimal,
  integerToLong,
  longToDecimal,
  integerToDouble,
  longToDouble,
} from '../number/arithmetic.ts';
import { raise } from '../raise.ts';
import { ApexId, idFromText } from '../text/apex-id.ts';

/**
 * A value as a field of that type holds it: an Integer becomes the Decimal of a currency field, text becomes an Id.
 * Throws System.SObjectException ("Illegal assignment from String to Decimal") where an assignment would not compile.
 */
export function convertForField(value: unknown, field: FieldDescription): unknown {
  if (value === null) {
    return null;
  }
  const from = typeOfValue(value);
  const to = field.type;
  if (from === to) {
    return value;
  }
  if (to === decimalType) {
    if (from === integerType) return integerToDecimal(value as number);
    if (from === longType) return longToDecimal(value as bigint);
    if (from === doubleType) return doubleToDecimal(value as Parameters<typeof doubleToDecimal>[0]);
  }
  if (to === doubleType) {
    if (from === integerType) return integerToDouble(value as number);
    if (from === longType) return longToDouble(value as bigint);
  }
  if (to === longType && from === integerType) {
    return integerToLong(value as number);
  }
  if (to === idType && from === stringType) {
    return idFromText(value as string);
  }
  if (to === stringType && value instanceof ApexId) {
    return value.value;
  }
  if (execution().isAssignable(from, to)) {
    return value;
  }
  return raise('System.SObjectException', `Illegal assignment from ${displayName(from)} to ${displayName(to)}`);
}
