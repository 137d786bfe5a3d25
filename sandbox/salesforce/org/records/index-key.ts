import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { stripZeros } from '../../apex/library/number/decimal-arithmetic.ts';
import { printPlainDecimal } from '../../apex/library/number/print-number.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';

/**
 * What two values share that a unique field, or a search for a record, takes for the same: texts without their case, 1.0 and 1.
 * Null for null, which is never the same as anything. indexKey('Acme', false) → "acme".
 */
export function indexKey(value: unknown, isCaseSensitive: boolean): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  if (typeof value === 'string') {
    return isCaseSensitive ? value : value.toLowerCase();
  }
  if (value instanceof ApexId) {
    return value.value;
  }
  if (value instanceof ApexDecimal) {
    return printPlainDecimal(stripZeros(value, 0));
  }
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    return String(value);
  }
  throw new Error('Only texts, ids and numbers are looked up.');
}
