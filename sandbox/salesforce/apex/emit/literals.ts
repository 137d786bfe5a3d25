import { readDecimalLiteral, readDoubleLiteral } from '../library/number/arithmetic.ts';
import type { Expression } from '../syntax/nodes.ts';
import {
  booleanType,
  decimalType,
  doubleType,
  integerType,
  longType,
  nullType,
  stringType,
} from '../types/apex-type.ts';
import type { Emission } from './emission.ts';
import type { Typed } from './typed.ts';

/** A literal: texts and whole numbers stand in the code, Doubles and Decimals are made once. */
export function emitLiteral(at: Emission, literal: Extract<Expression, { kind: 'literal' }>): Typed {
  const { text } = literal;
  switch (literal.type) {
    case 'Integer':
      return fixed(text.replace(/^0+(?=\d)/, ''), integerType, text.replace(/^0+(?=\d)/, ''));
    case 'Long':
      return fixed(`${text.replace(/[lL]$/, '').replace(/^0+(?=\d)/, '')}n`, longType);
    case 'Double':
      return fixed(at.file.constant(readDoubleLiteral(text)), doubleType);
    case 'Decimal':
      return fixed(at.file.constant(readDecimalLiteral(text)), decimalType);
    case 'String':
      return fixed(quote(text), stringType);
    case 'Boolean':
      return fixed(text.toLowerCase(), booleanType);
    case 'null':
      return { code: 'null', type: nullType, isNeverNull: false, isRepeatable: true };
  }
}

function fixed(code: string, type: Typed['type'], digits?: string): Typed {
  const base = { code, type, isNeverNull: true, isRepeatable: true };
  return digits === undefined ? base : { ...base, digits };
}

/** A text as JavaScript on one line: U+2028 and U+2029 end a line of source too. */
export function quote(text: string): string {
  return JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
