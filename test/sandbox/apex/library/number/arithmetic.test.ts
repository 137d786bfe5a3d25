import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDecimal,
  compareDecimal,
  compareDouble,
  decimalToDouble,
  decimalToInteger,
  decimalToLong,
  divideDecimal,
  divideDouble,
  divideInteger,
  divideLong,
  doubleToDecimal,
  doubleToInteger,
  doubleToLong,
  integerToDecimal,
  longToInteger,
  multiplyDecimal,
  printDecimal,
  printDouble,
  readDecimalLiteral,
  readDoubleLiteral,
  subtractDecimal,
  wrapLong,
} from '../../../../../sandbox/salesforce/apex/library/number/arithmetic.ts';
import { ApexDecimal } from '../../../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../../../../sandbox/salesforce/apex/library/number/apex-double.ts';
import { thrownBy } from './library-calls.ts';

const decimal = readDecimalLiteral;
const double = (value: number): ApexDouble => new ApexDouble(value);

describe('whole numbers', () => {
  it('wrap at 64 bits', () => {
    expect(wrapLong(2n ** 63n)).toBe(-(2n ** 63n));
  });

  it('are divided towards zero', () => {
    expect(divideInteger(-7, 2)).toBe(-3);
    expect(divideLong(-7n, 2n)).toBe(-3n);
  });

  it('wrap where the quotient does not fit', () => {
    expect(divideInteger(-2147483648, -1)).toBe(-2147483648);
    expect(divideLong(-(2n ** 63n), -1n)).toBe(-(2n ** 63n));
  });

  it('are not divided by zero', () => {
    expect(thrownBy(() => divideInteger(1, 0))).toBe('System.MathException: Divide by 0');
    expect(thrownBy(() => divideLong(1n, 0n))).toBe('System.MathException: Divide by 0');
  });
});

describe('Decimal arithmetic', () => {
  const parts = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 12 }));
  const decimals = parts.map(([unscaled, scale]) => new ApexDecimal(unscaled, scale));

  it('keeps the larger scale in sums and adds the scales in products', () => {
    expect(printDecimal(addDecimal(decimal('1.5'), decimal('0.25')))).toBe('1.75');
    expect(printDecimal(subtractDecimal(decimal('1.50'), decimal('0.5')))).toBe('1.00');
    expect(printDecimal(multiplyDecimal(decimal('1.10'), decimal('1.1')))).toBe('1.210');
  });

  it('keeps 33 places of a quotient that does not end', () => {
    const third = '0.333333333333333333333333333333333';
    expect(printDecimal(divideDecimal(decimal('1.0'), decimal('3.0')))).toBe(third);
    expect(printDecimal(divideDecimal(decimal('1.0000'), decimal('3.00')))).toBe(third);
    expect(printDecimal(divideDecimal(decimal('2'), decimal('3')))).toBe('0.666666666666666666666666666666667');
  });

  it.each([
    ['1.0', '4.0', '0.25'],
    ['4.00', '2', '2.00'],
    ['100', '5.0', '20'],
    ['10', '4.0', '2.5'],
    ['0', '3', '0'],
  ])('shows %s / %s as %s', (left, right, quotient) => {
    expect(printDecimal(divideDecimal(decimal(left), decimal(right)))).toBe(quotient);
  });

  it('is not divided by zero', () => {
    expect(thrownBy(() => divideDecimal(decimal('1'), decimal('0.00')))).toBe('System.MathException: Divide by 0');
  });

  it('compares by value and not by scale', () => {
    expect(compareDecimal(decimal('1.5'), decimal('1.50'))).toBe(0);
    expect(compareDecimal(decimal('-1.5'), decimal('1'))).toBeLessThan(0);
    expect(compareDecimal(decimal('0.11'), decimal('0.1'))).toBeGreaterThan(0);
  });

  it('undoes a sum by a difference', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        expect(compareDecimal(subtractDecimal(addDecimal(left, right), right), left)).toBe(0);
      }),
    );
  });

  it('is off by less than one in the last place when a quotient is multiplied back', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        fc.pre(right.unscaled !== 0n);
        const back = multiplyDecimal(divideDecimal(left, right), right);
        const off = subtractDecimal(back, left);
        const most = multiplyDecimal(new ApexDecimal(1n, 33), right);
        const size = (value: ApexDecimal): ApexDecimal =>
          value.unscaled < 0n ? new ApexDecimal(-value.unscaled, value.scale) : value;
        expect(compareDecimal(size(off), size(most))).toBeLessThan(0);
      }),
    );
  });
});

describe('Double arithmetic', () => {
  it('throws where the divisor is zero', () => {
    expect(thrownBy(() => divideDouble(double(1), double(0)))).toBe('System.MathException: Divide by 0');
  });

  it('finds a value that is not a number neither smaller nor equal nor larger', () => {
    const compared = compareDouble(double(NaN), double(1));
    expect([compared < 0, compared === 0, compared > 0]).toEqual([false, false, false]);
  });
});

describe('conversions', () => {
  it('make null of null', () => {
    expect([integerToDecimal(null), decimalToDouble(null), longToInteger(null)]).toEqual([null, null, null]);
  });

  it('take the scale of a Decimal from the text of the number', () => {
    expect(printDecimal(integerToDecimal(7))).toBe('7');
    expect(printDecimal(doubleToDecimal(double(3)))).toBe('3.0');
    expect(printDecimal(doubleToDecimal(double(2.718281828459045)))).toBe('2.718281828459045');
  });

  it('drop fractions', () => {
    expect([decimalToInteger(decimal('-1.9')), decimalToLong(decimal('1.9'))]).toEqual([-1, 1n]);
    expect([doubleToInteger(double(-1.9)), doubleToLong(double(1.9))]).toEqual([-1, 1n]);
  });

  it('keep the low bits of a Long or Decimal, and the nearest bound of a Double', () => {
    expect(longToInteger(4294967297n)).toBe(1);
    expect(decimalToInteger(decimal('2147483648'))).toBe(-2147483648);
    expect(doubleToInteger(double(1e10))).toBe(2147483647);
    expect(doubleToLong(double(-1e30))).toBe(-(2n ** 63n));
  });

  it('refuse to make a Decimal of what is no number', () => {
    expect(thrownBy(() => doubleToDecimal(double(NaN)))).toBe('System.MathException: Infinite or NaN');
  });

  it('give the same Double back that a Decimal was made of', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // A Decimal has no negative zero.
        expect(decimalToDouble(doubleToDecimal(double(value))).value).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('numbers as text', () => {
  it.each([
    ['1.50', '1.50'],
    ['.5', '0.5'],
    ['-0.05', '-0.05'],
    ['100', '100'],
    ['0.000001', '0.000001'],
    ['0.0000001', '1E-7'],
    ['0.00000012', '1.2E-7'],
    ['1E+2', '1E+2'],
    ['-12E3', '-1.2E+4'],
  ])('shows the Decimal %s as %s', (text, shown) => {
    expect(printDecimal(decimal(text))).toBe(shown);
  });

  it.each([
    [3, '3.0'],
    [-0.5, '-0.5'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [9999999, '9999999.0'],
    [10000000, '1.0E7'],
    [12345678.9, '1.23456789E7'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [-0, '-0.0'],
  ])('shows the Double %s as %s', (value, shown) => {
    expect(printDouble(double(value))).toBe(shown);
  });

  it('reads the literal of a Double with its suffix', () => {
    expect(readDoubleLiteral('1.5d').value).toBe(1.5);
  });
});
