import { idSuffix } from '../../apex/library/text/apex-id.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Gives out ids: new RecordIds().next('00Q') → "00Q000000000001EAA". Each is larger than the one before of its prefix, and none
 * is given twice: on the platform too a record that is rolled back leaves its id behind.
 */
export class RecordIds {
  private readonly last = new Map<string, number>();

  next(keyPrefix: string): string {
    const number = (this.last.get(keyPrefix) ?? 0) + 1;
    this.last.set(keyPrefix, number);
    return idOf(keyPrefix, number);
  }

  /** No id is given any more that is not larger than this one. */
  skipTo(id: string): void {
    const keyPrefix = id.slice(0, 3);
    this.last.set(keyPrefix, Math.max(this.last.get(keyPrefix) ?? 0, numberOf(id)));
  }
}

/** The id with that number: idOf('00Q', 62) → "00Q000000000010EAA". */
export function idOf(keyPrefix: string, number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) {
    text = digits.charAt(rest % 62) + text;
  }
  const fifteen = keyPrefix + text.padStart(12, '0');
  return fifteen + idSuffix(fifteen);
}

function numberOf(id: string): number {
  // The last eight digits are enough for more records than a run can make, and fit a number.
  return [...id.slice(7, 15)].reduce((sum, each) => sum * 62 + digits.indexOf(each), 0);
}
