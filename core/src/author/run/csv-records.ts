/** A record of a CSV text, or why there is none. Places count from 0 within the text. */
export type CsvReading =
  | { kind: 'record'; fields: string[]; next: number }
  /** `opened` is where the quote stands that spoils the record; reading goes on at `next`, on the line after it. */
  | { kind: 'broken'; fault: CsvFault; opened: number; next: number }
  /** The text ends before the record does. */
  | { kind: 'more' };

export type CsvFault = 'quoteNotClosed' | 'textAfterQuote';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Reads the record that begins at a place, after RFC 4180; a quote inside a field without quotes is just a quote.
 *
 * A quote that is never closed would swallow all rows behind it. So whatever is wrong inside quotes spoils only the row
 * in which the quote was opened, and the reader goes on with the next line.
 */
export function readCsvRecord(text: string, start: number, delimiter: string, isEnd: boolean): CsvReading {
  const fields: string[] = [];
  let place = start;
  for (;;) {
    const isQuoted = text.charCodeAt(place) === quote;
    const field = isQuoted ? readQuoted(text, place, delimiter, isEnd) : readPlain(text, place, delimiter, isEnd);
    if (typeof field === 'string') {
      return field === 'more' ? { kind: 'more' } : brokenAt(text, place, field, isEnd);
    }
    fields.push(field.value);
    place = field.end;
    if (text[place] === delimiter) {
      place += 1;
    } else if (text.charCodeAt(place) === carriageReturn && place + 1 >= text.length && !isEnd) {
      return { kind: 'more' };
    } else {
      return { kind: 'record', fields, next: afterLineEnd(text, place) };
    }
  }
}

type Field = { value: string; end: number };

function readPlain(text: string, start: number, delimiter: string, isEnd: boolean): Field | 'more' {
  const separator = delimiter.charCodeAt(0);
  for (let place = start; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit === separator || unit === lineFeed || unit === carriageReturn) {
      return { value: text.slice(start, place), end: place };
    }
  }
  return isEnd ? { value: text.slice(start), end: text.length } : 'more';
}

function readQuoted(text: string, start: number, delimiter: string, isEnd: boolean): Field | 'more' | CsvFault {
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) {
      return isEnd ? 'quoteNotClosed' : 'more';
    }
    if (close + 1 >= text.length && !isEnd) {
      return 'more';
    }
    if (text.charCodeAt(close + 1) === quote) {
      from = close + 2;
      continue;
    }
    const value = text.slice(start + 1, close);
    return close + 1 >= text.length || isFieldEnd(text, close + 1, delimiter)
      ? { value: value.includes('"') ? value.replaceAll('""', '"') : value, end: close + 1 }
      : 'textAfterQuote';
  }
}

function isFieldEnd(text: string, place: number, delimiter: string): boolean {
  const unit = text.charCodeAt(place);
  return unit === lineFeed || unit === carriageReturn || text[place] === delimiter;
}

function brokenAt(text: string, opened: number, fault: CsvFault, isEnd: boolean): CsvReading {
  for (let place = opened; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit === lineFeed || (unit === carriageReturn && (place + 1 < text.length || isEnd))) {
      return { kind: 'broken', fault, opened, next: afterLineEnd(text, place) };
    }
  }
  return isEnd ? { kind: 'broken', fault, opened, next: text.length } : { kind: 'more' };
}

/** Lines end in LF, CRLF or, from old programs, CR alone. */
function afterLineEnd(text: string, place: number): number {
  const isPair = text.charCodeAt(place) === carriageReturn && text.charCodeAt(place + 1) === lineFeed;
  return Math.min(text.length, place + (isPair ? 2 : 1));
}

/** How many lines end between two places. */
export function countLines(text: string, from: number, until: number): number {
  let lines = 0;
  for (let place = from; place < until; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit === lineFeed || (unit === carriageReturn && text.charCodeAt(place + 1) !== lineFeed)) {
      lines += 1;
    }
  }
  return lines;
}
