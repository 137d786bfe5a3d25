/** What emitted code needs to calculate: one place to import from. */
export { divideInteger, divideLong, wrapLong } from './whole-arithmetic.ts';
export {
  addDouble,
  compareDouble,
  divideDouble,
  multiplyDouble,
  negateDouble,
  subtractDouble,
} from './double-arithmetic.ts';
export {
  addDecimal,
  compareDecimal,
  divideDecimal,
  multiplyDecimal,
  negateDecimal,
  subtractDecimal,
} from './decimal-arithmetic.ts';
export {
  decimalToDouble,
  decimalToInteger,
  decimalToLong,
  doubleToDecimal,
  doubleToInteger,
  doubleToLong,
  integerToDecimal,
  integerToDouble,
  integerToLong,
  longToDecimal,
  longToDouble,
  longToInteger,
} from './convert-number.ts';
export { readDecimalLiteral, readDoubleLiteral } from './read-number.ts';
export { printDecimal, printDouble } from './print-number.ts';
