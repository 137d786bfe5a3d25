import type { Expression, Place } from '../nodes.ts';
import { numberFits, unescape } from '../literal-values.ts';
import type { Cursor } from './cursor.ts';
import { inDoubt } from './in-doubt.ts';

/** A number; `isNegative` for one behind the minus of a constant, which is then a whole one. */
export function takeWhole(cursor: Cursor, isNegative: boolean, place: Place): Expression {
  const { text, kind } = cursor.take();
  if (kind !== 'number') {
    inDoubt();
  }
  if (text.includes('.')) {
    const isDouble = /d$/i.test(text);
    return isNegative
      ? inDoubt()
      : { kind: 'literal', place, type: isDouble ? 'Double' : 'Decimal', text: isDouble ? text.slice(0, -1) : text };
  }
  const type = /l$/i.test(text) ? 'Long' : 'Integer';
  const digits = type === 'Long' ? text.slice(0, -1) : text;
  return numberFits(type, digits)
    ? { kind: 'literal', place, type, text: isNegative ? `-${digits}` : digits }
    : inDoubt();
}

export function takeText(cursor: Cursor, place: Place): Expression {
  return { kind: 'literal', place, type: 'String', text: unescape(cursor.take().text.slice(1, -1)) };
}
