import { raise } from '../raise.ts';
import { ApexDouble } from './apex-double.ts';

/** addDouble(1.5, 2.0) → 3.5. */
export function addDouble(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value + right.value);
}

/** subtractDouble(1.5, 2.0) → -0.5. */
export function subtractDouble(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value - right.value);
}

/** multiplyDouble(1.5, 2.0) → 3.0. */
export function multiplyDouble(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value * right.value);
}

/** divideDouble(3.0, 2.0) → 1.5. Unlike Java, a zero divisor is an exception and not an infinity. */
export function divideDouble(left: ApexDouble, right: ApexDouble): ApexDouble {
  if (right.value === 0) {
    return raise('System.MathException', 'Divide by 0');
  }
  return new ApexDouble(left.value / right.value);
}

/** negateDouble(1.5) → -1.5. */
export function negateDouble(value: ApexDouble): ApexDouble {
  return new ApexDouble(-value.value);
}

/** compareDouble(1.5, 2.0) → -1. NaN where one of them is not a number, so that every comparison with 0 is false. */
export function compareDouble(left: ApexDouble, right: ApexDouble): number {
  return left.value < right.value ? -1 : left.value > right.value ? 1 : left.value === right.value ? 0 : NaN;
}
