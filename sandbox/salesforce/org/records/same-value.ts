import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../apex/library/number/apex-double.ts';
import { compareDecimal } from '../../apex/library/number/decimal-arithmetic.ts';
import { ApexBlob } from '../../apex/library/text/apex-blob.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../apex/library/time/apex-time.ts';

/**
 * Whether a field that held one value and holds the other has not changed: texts by their case, 1.0 like 1, what was never set
 * like null. isSameValue(undefined, null) → true. No program need be running, as it must for the runtime's own comparison.
 */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (one instanceof ApexDecimal && other instanceof ApexDecimal) {
    return compareDecimal(one, other) === 0;
  }
  return plainValue(one) === plainValue(other);
}

function plainValue(value: unknown): unknown {
  if (value === undefined) {
    return null;
  }
  if (value instanceof ApexId || value instanceof ApexDouble) {
    return value.value;
  }
  if (value instanceof ApexDate) {
    return value.days;
  }
  if (value instanceof ApexDatetime || value instanceof ApexTime) {
    return value.milliseconds;
  }
  return value instanceof ApexBlob ? Buffer.from(value.bytes).toString('base64') : value;
}
