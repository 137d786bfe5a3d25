import { numberFits, unescape } from './literal-values.ts';
import type { Expression, Place } from './nodes.ts';
import { placeOf, report, type Context, type Reading } from './reading.ts';

type Literal = Extract<Expression, { kind: 'literal' }>;

/** A literal's node: `5` is an Integer, `5L` a Long, `5.0` a Decimal, `5.0d` a Double. */
export function readLiteral(reading: Reading, context: Context): Literal {
  const place = placeOf(context);
  const text = context.start.text;
  const { ApexParser } = reading.parser;
  switch (context.start.type) {
    case ApexParser.IntegerLiteral:
      return readWhole(reading, place, text, false);
    case ApexParser.LongLiteral:
      return readWhole(reading, place, text, false);
    case ApexParser.NumberLiteral:
      return /d$/i.test(text)
        ? { kind: 'literal', place, type: 'Double', text: text.slice(0, -1) }
        : { kind: 'literal', place, type: 'Decimal', text };
    case ApexParser.StringLiteral:
      return { kind: 'literal', place, type: 'String', text: unescape(text.slice(1, -1)) };
    case ApexParser.MultilineStringLiteral:
      // The text starts on the line after the opening quotes.
      return { kind: 'literal', place, type: 'String', text: unescape(text.slice(3, -3).replace(/^\r?\n|^\r/, '')) };
    case ApexParser.BooleanLiteral:
      return { kind: 'literal', place, type: 'Boolean', text: text.toLowerCase() };
    default:
      return { kind: 'literal', place, type: 'null', text: 'null' };
  }
}

/** A whole number, with its sign where it is part of a constant: readWhole(reading, place, '5L', true) is the Long "-5". */
export function readWhole(reading: Reading, place: Place, text: string, isNegative: boolean): Literal {
  const type = /l$/i.test(text) ? 'Long' : 'Integer';
  const digits = type === 'Long' ? text.slice(0, -1) : text;
  if (!numberFits(type, digits)) {
    report(
      reading,
      'APEX003',
      place,
      `The number ${digits} does not fit ${type === 'Long' ? 'a Long' : 'an Integer'}.`,
      type === 'Long' ? 'Write a number of at most 64 bits.' : `Write ${digits}L for a Long.`,
    );
  }
  return { kind: 'literal', place, type, text: isNegative ? `-${digits}` : digits };
}
