import {
  printInt,
  printInts,
  printLong,
  quotient,
  quotientLong,
  readLong,
  toInt,
  toLong,
  type Int,
  type Long,
} from '../../../../core/src/decide/model/number.ts';

const largest: Int = 2147483647;
const hex: Int = 0x1f_ff;
const dayMillis: Long = 86_400_000;
const far: Long = 9_000_000_000_000;

function clamp(amount: Int, least: Int, most: Int): Int {
  return amount < least ? least : amount > most ? most : amount;
}

function longOf(whole: Int): Long {
  return whole;
}

function widest(one: Int, other: Long, isFirst: boolean): Long {
  return isFirst ? one : other;
}

function orNothing(isThere: boolean): Long | null {
  return isThere ? 7 : null;
}

export function results(): string[] {
  const found: string[] = [];
  for (const dividend of [7, -7, 0, largest]) {
    for (const divisor of [2, -2, 3]) {
      found.push(printInt(quotient(dividend, divisor)));
    }
  }
  found.push(printLong(quotientLong(far, -7)));
  found.push(printInt(2 + 3 * 4 - (5 - 6) * -7));
  found.push(printInt(10 - 4 - 3));
  found.push(printInt(hex + 1));
  found.push(printLong(toLong(largest) * toLong(1_000_000)));
  found.push(printLong(dayMillis * 365 * 30 + 1));
  found.push(printLong(longOf(largest) + 1));
  found.push(printLong(widest(1, far, true)));
  found.push(printLong(widest(1, far, false)));
  found.push(printLong(orNothing(true) ?? 0));
  found.push(printLong(orNothing(false) ?? -3));
  found.push(printInt(toInt(quotientLong(far, dayMillis))));
  found.push(printInts([3, -1, 0], ','));
  found.push(printInts([], ','));
  for (const amount of [-5, 0, 50, 100, 101]) {
    found.push(printInt(clamp(amount, 0, 100)));
  }
  for (const digits of ['0', '-0', '-12', '007', '123456789012345', '1234567890123456', '', '-', '1e3', ' 1', '+1']) {
    const whole = readLong(digits);
    found.push(whole === null ? 'none' : printLong(whole));
  }
  let counted: Int = 0;
  let total: Long = 0;
  counted += 5;
  counted -= 2;
  counted *= 7;
  counted++;
  counted--;
  total += counted;
  total -= 1;
  total += 1;
  found.push(printInt(counted));
  found.push(printLong(total));
  found.push(counted === 21 && total !== 20 && total === counted ? 'equal' : 'other');
  // Each sign stands on its own: "--" would be a step.
  found.push(printInt(-(-counted)));
  found.push(printInt(counted - -counted));
  found.push(printLong(toLong(-counted) - -1));
  found.push(printInt(toInt(5)));
  const many: Int = 100_000;
  found.push(printLong(quotientLong(many, 1) * many));
  for (let place = total; place > 18; place -= 1) {
    found.push(printLong(place));
  }
  for (const one of [1, 2, 3]) {
    const order: string[] = [];
    for (const isSo of [one < 2, one <= 2, one > 2, one >= 2, !(one < 2)]) {
      order.push(isSo ? '1' : '0');
    }
    found.push(order.join(''));
  }
  return found;
}
