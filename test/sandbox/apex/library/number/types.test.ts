import { describe, expect, it } from '@jest/globals';
import { type ApexDecimal } from '../../../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../../../../sandbox/salesforce/apex/library/number/apex-double.ts';
import {
  printDecimal,
  printDouble,
  readDecimalLiteral,
} from '../../../../../sandbox/salesforce/apex/library/number/arithmetic.ts';
import { booleanBuiltin } from '../../../../../sandbox/salesforce/apex/library/number/boolean-type.ts';
import { decimalBuiltin } from '../../../../../sandbox/salesforce/apex/library/number/decimal-type.ts';
import { doubleBuiltin } from '../../../../../sandbox/salesforce/apex/library/number/double-type.ts';
import { integerBuiltin } from '../../../../../sandbox/salesforce/apex/library/number/integer-type.ts';
import { longBuiltin } from '../../../../../sandbox/salesforce/apex/library/number/long-type.ts';
import { mathBuiltin } from '../../../../../sandbox/salesforce/apex/library/number/math-type.ts';
import {
  roundingModes,
  type RoundingMode,
} from '../../../../../sandbox/salesforce/apex/library/number/round-decimal.ts';
import { ApexEnum } from '../../../../../sandbox/salesforce/apex/run/apex-enum.ts';
import { meter, resetMeter } from '../../../../../sandbox/salesforce/apex/run/meter.ts';
import { typeOf } from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { asUser, callOf, thrownBy } from './library-calls.ts';

const decimal = readDecimalLiteral;
const mode = (name: RoundingMode): ApexEnum =>
  new ApexEnum(typeOf('System.RoundingMode'), name, roundingModes.indexOf(name));
const onDecimal = (signature: string, ...args: unknown[]): unknown => callOf(decimalBuiltin, signature)(...args);
const math = (signature: string, ...args: unknown[]): unknown => callOf(mathBuiltin, signature)(...args);

describe('Decimal', () => {
  const documented: readonly [RoundingMode, readonly bigint[]][] = [
    ['CEILING', [6n, 2n, -1n, -2n]],
    ['DOWN', [5n, 1n, -1n, -2n]],
    ['FLOOR', [5n, 1n, -2n, -3n]],
    ['HALF_DOWN', [5n, 1n, -1n, -3n]],
    ['HALF_EVEN', [6n, 1n, -1n, -3n]],
    ['HALF_UP', [6n, 1n, -1n, -3n]],
    ['UP', [6n, 2n, -2n, -3n]],
  ];

  it.each(documented)('rounds 5.5, 1.1, -1.1 and -2.7 by %s as documented', (name, expected) => {
    const rounded = ['5.5', '1.1', '-1.1', '-2.7'].map((text) =>
      onDecimal('Long round(RoundingMode roundingMode)', decimal(text), mode(name)),
    );
    expect(rounded).toEqual(expected);
  });

  it('rounds by UNNECESSARY only what is whole', () => {
    const round = (text: string): unknown =>
      onDecimal('Long round(RoundingMode roundingMode)', decimal(text), mode('UNNECESSARY'));
    expect(round('-1.0')).toBe(-1n);
    expect(thrownBy(() => round('-2.2'))).toMatch(/^System\.MathException/);
  });

  it('rounds halves to the even neighbour where no mode is given', () => {
    const rounded = ['4.5', '5.5', '5.2', '-5.7'].map((text) => onDecimal('Long round()', decimal(text)));
    expect(rounded).toEqual([4n, 6n, 5n, -6n]);
    const scaled = onDecimal('Decimal setScale(Integer scale)', decimal('8.987551787'), 3);
    expect(printDecimal(scaled as ApexDecimal)).toBe('8.988');
  });

  it('may have a scale below zero, up to 33 places either way', () => {
    const thousands = onDecimal('Decimal setScale(Integer scale)', decimal('4000'), -3);
    expect(thousands).toMatchObject({ unscaled: 4n, scale: -3 });
    expect(thrownBy(() => onDecimal('Decimal setScale(Integer scale)', decimal('1'), 34))).toMatch(
      /^System\.MathException/,
    );
  });

  it('divides to a given scale', () => {
    const short = onDecimal('Decimal divide(Decimal divisor, Integer scale)', decimal('19'), decimal('100'), 3);
    expect(printDecimal(short as ApexDecimal)).toBe('0.190');
    const up = onDecimal(
      'Decimal divide(Decimal divisor, Integer scale, RoundingMode roundingMode)',
      decimal('12.4567'),
      decimal('7'),
      2,
      mode('UP'),
    );
    expect(printDecimal(up as ApexDecimal)).toBe('1.78');
  });

  it('knows its digits and its places', () => {
    expect(onDecimal('Integer precision()', decimal('123.45'))).toBe(5);
    expect(onDecimal('Integer scale()', decimal('9.27400968'))).toBe(8);
  });

  it('is raised to powers that are not negative', () => {
    expect(printDecimal(onDecimal('Decimal pow(Integer exponent)', decimal('4.12'), 2) as ApexDecimal)).toBe('16.9744');
    expect(printDecimal(onDecimal('Decimal pow(Integer exponent)', decimal('4.12'), 0) as ApexDecimal)).toBe('1');
    expect(thrownBy(() => onDecimal('Decimal pow(Integer exponent)', decimal('2'), -1))).toMatch(
      /^System\.MathException/,
    );
  });

  it('charges for the digits of a power', () => {
    resetMeter();
    onDecimal('Decimal pow(Integer exponent)', decimal('10'), 32767);
    expect(meter.builtinUnits).toBeGreaterThan(500);
  });

  it('loses its zeros at the end, and then shows a whole with an exponent unless it is asked for a plain text', () => {
    const strip = (text: string): ApexDecimal =>
      onDecimal('Decimal stripTrailingZeros()', decimal(text)) as ApexDecimal;
    expect(printDecimal(strip('1.10000'))).toBe('1.1');
    expect(printDecimal(strip('100'))).toBe('1E+2');
    expect(printDecimal(strip('0.00'))).toBe('0');
    expect(onDecimal('String toPlainString()', strip('100'))).toBe('100');
  });

  it('is formatted with three places at most by the locale of the user', () => {
    const format = (locale: string): unknown =>
      asUser({ locale }, () => onDecimal('String format()', decimal('12345.6789')));
    expect(format('en_US')).toBe('12,345.679');
    expect(format('de_DE')).toBe('12.345,679');
    expect(format('sh_BA_USD')).toMatch(/^12.345,679$/);
  });

  it('is read from what Java reads', () => {
    const read = (text: string): string =>
      printDecimal(onDecimal('Decimal valueOf(String stringToDecimal)', text) as ApexDecimal);
    expect(['12.4567', '-1.50', '+7', '9.18E+09', '1.'].map(read)).toEqual(['12.4567', '-1.50', '7', '9.18E+9', '1']);
    expect(thrownBy(() => read('1,5'))).toBe('System.TypeException: Invalid decimal: 1,5');
    expect(thrownBy(() => onDecimal('Decimal valueOf(String stringToDecimal)', null))).toBe(
      'System.NullPointerException: Argument cannot be null.',
    );
  });
});

describe('the other numbers', () => {
  it('read an Integer from text or from an Object', () => {
    const fromText = callOf(integerBuiltin, 'Integer valueOf(String stringToInteger)');
    const fromObject = callOf(integerBuiltin, 'Integer valueOf(Object fieldValue)');
    expect([fromText('-12'), fromText('+12'), fromText('2147483647')]).toEqual([-12, 12, 2147483647]);
    expect([fromObject('5'), fromObject(5n), fromObject(decimal('5.9')), fromObject(new ApexDouble(-5.9))]).toEqual([
      5, 5, 5, -5,
    ]);
    expect(thrownBy(() => fromText('abc'))).toBe('System.TypeException: Invalid integer: abc');
    expect(thrownBy(() => fromText('2147483648'))).toBe('System.TypeException: Invalid integer: 2147483648');
    expect(thrownBy(() => fromText(' 1'))).toBe('System.TypeException: Invalid integer:  1');
    expect(thrownBy(() => fromObject(true))).toMatch(/^System\.TypeException/);
  });

  it('read Longs and Doubles', () => {
    expect(callOf(longBuiltin, 'Long valueOf(String stringToLong)')('9223372036854775807')).toBe(2n ** 63n - 1n);
    expect(callOf(doubleBuiltin, 'Double valueOf(String stringToDouble)')('1e3')).toMatchObject({ value: 1000 });
    expect(callOf(doubleBuiltin, 'Double valueOf(Object fieldValue)')(7)).toMatchObject({ value: 7 });
    expect(thrownBy(() => callOf(doubleBuiltin, 'Double valueOf(String stringToDouble)')(''))).toBe(
      'System.TypeException: Invalid double: ',
    );
  });

  it('round a Double to the nearest Long, halves upwards', () => {
    const round = callOf(doubleBuiltin, 'Long round()');
    expect([4.5, 4.2, -4.7, -4.5].map((value) => round(new ApexDouble(value)) as bigint)).toEqual([5n, 4n, -5n, -4n]);
  });

  it('are formatted by the locale of the user', () => {
    const format = (): unknown => callOf(integerBuiltin, 'String format()')(1234567);
    expect(asUser({ locale: 'en_US' }, format)).toBe('1,234,567');
    expect(asUser({ locale: 'de_DE' }, format)).toBe('1.234.567');
  });

  it('take only the word true for a true Boolean', () => {
    const read = callOf(booleanBuiltin, 'Boolean valueOf(String stringToBoolean)');
    expect([read('TRUE'), read('yes'), read('')]).toEqual([true, false, false]);
    expect(thrownBy(() => read(null))).toBe('System.NullPointerException: Argument cannot be null.');
  });
});

describe('Math', () => {
  it('rounds a Decimal to the even neighbour and a Double upwards', () => {
    expect(math('Integer round(Decimal decimalValue)', decimal('4.5'))).toBe(4);
    expect(math('Integer round(Decimal decimalValue)', decimal('5.5'))).toBe(6);
    expect(math('Integer round(Double doubleValue)', new ApexDouble(4.5))).toBe(5);
    expect(math('Long roundToLong(Decimal decimalValue)', decimal('-5.5'))).toBe(-6n);
  });

  it('refuses a rounded value that is no Integer', () => {
    expect(thrownBy(() => math('Integer round(Decimal decimalValue)', decimal('2147483647.5')))).toMatch(
      /^System\.MathException/,
    );
  });

  it('gives whole Decimals from ceil, floor and rint', () => {
    const whole = (name: string, text: string): string =>
      printDecimal(math(`Decimal ${name}(Decimal decimalValue)`, decimal(text)) as ApexDecimal);
    expect([whole('ceil', '-1.5'), whole('floor', '-1.5'), whole('rint', '2.5')]).toEqual(['-1', '-2', '2']);
    expect(math('Double rint(Double doubleValue)', new ApexDouble(3.5))).toMatchObject({ value: 4 });
    expect(math('Double rint(Double doubleValue)', new ApexDouble(-2.5))).toMatchObject({ value: -2 });
  });

  it('gives the remainder the sign of the dividend', () => {
    expect(math('Integer mod(Integer dividend, Integer divisor)', -7, 3)).toBe(-1);
    expect(math('Long mod(Long dividend, Long divisor)', 8n, 3n)).toBe(2n);
    expect(thrownBy(() => math('Integer mod(Integer dividend, Integer divisor)', 1, 0))).toBe(
      'System.MathException: Divide by 0',
    );
  });

  it('chooses the larger and the smaller', () => {
    const larger = math('Decimal max(Decimal first, Decimal second)', decimal('12.3'), decimal('156.6'));
    expect(printDecimal(larger as ApexDecimal)).toBe('156.6');
    expect(math('Long min(Long first, Long second)', 2n, -2n)).toBe(-2n);
    expect(thrownBy(() => math('Integer max(Integer first, Integer second)', 1, null))).toBe(
      'System.NullPointerException: Argument cannot be null.',
    );
  });

  it('wraps the size of the smallest Integer', () => {
    expect(math('Integer abs(Integer integerValue)', -2147483648)).toBe(-2147483648);
  });

  it('has signs as Decimals', () => {
    const sign = (text: string): string =>
      printDecimal(math('Decimal signum(Decimal decimalValue)', decimal(text)) as ApexDecimal);
    expect([sign('-3'), sign('0.00'), sign('2')]).toEqual(['-1.0', '0', '1.0']);
  });

  it('calculates curves for Doubles and Decimals', () => {
    expect(
      printDouble(
        math('Double pow(Double doubleValue, Double exponent)', new ApexDouble(2), new ApexDouble(10)) as ApexDouble,
      ),
    ).toBe('1024.0');
    expect(printDecimal(math('Decimal sqrt(Decimal value)', decimal('16')) as ApexDecimal)).toBe('4.0');
    expect(thrownBy(() => math('Decimal sqrt(Decimal value)', decimal('-1')))).toMatch(/^System\.MathException/);
  });

  it('takes random numbers from the program that is running', () => {
    expect(asUser({ random: 0.25 }, () => math('Double random()'))).toMatchObject({ value: 0.25 });
  });
});
