import { chargeCharacters, madeText } from '../../run/meter.ts';
import { raise } from '../raise.ts';
import { foldText } from './letter-case.ts';
import { refuseNull } from './refuse-null.ts';

function substring(text: string, start: number, end: number): string {
  if (start < 0 || start > text.length) {
    raise('System.StringException', `Starting position out of bounds: ${start}`);
  }
  if (end < start || end > text.length) {
    raise('System.StringException', `Ending position out of bounds: ${end}`);
  }
  chargeCharacters(end - start);
  return madeText(text.slice(start, end));
}

/** A part whose bounds fit: counts and charges. */
function part(text: string, start: number, end = text.length): string {
  chargeCharacters(end);
  return madeText(text.slice(start, end));
}

const dots = '...';

function abbreviate(text: string, width: number, offset: number): string {
  if (text === '') {
    return text;
  }
  if (width < 4) {
    raise('System.StringException', 'Minimum abbreviation width is 4');
  }
  if (text.length <= width) {
    return text;
  }
  const kept = width - dots.length;
  const start = Math.min(Math.max(0, offset), text.length, text.length - kept);
  if (start <= 4) {
    return part(text, 0, kept) + dots;
  }
  if (width < 7) {
    raise('System.StringException', 'Minimum abbreviation width with offset is 7');
  }
  return dots + (start + kept < text.length ? abbreviate(part(text, start), kept, 0) : part(text, text.length - kept));
}

function overlay(text: string, inserted: string, from: number, to: number): string {
  const clamp = (index: number) => Math.max(0, Math.min(index, text.length));
  const start = clamp(Math.min(from, to));
  const end = clamp(Math.max(from, to));
  chargeCharacters(text.length);
  return madeText(text.slice(0, start) + inserted + text.slice(end));
}

function between(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
  chargeCharacters(text.length);
  return end < 0 ? null : madeText(text.slice(start + open.length, end));
}

/** Methods of String that give a part of it, or what is left when a part is taken out. */
export const partMethods = refuseNull({
  'String abbreviate(Integer maxWidth)': (text: string, width: number) => abbreviate(text, width, 0),
  'String abbreviate(Integer maxWidth, Integer offset)': abbreviate,
  'String left(Integer length)': (text: string, length: number) =>
    part(text, 0, Math.max(0, Math.min(length, text.length))),
  'String mid(Integer startIndex, Integer length)': (text: string, start: number, length: number) => {
    const from = Math.max(0, start);
    return length < 0 || start > text.length ? '' : part(text, from, Math.min(from + length, text.length));
  },
  'String overlay(String overlay, Integer start, Integer end)': overlay,
  'String remove(String substring)': (text: string, removed: string) => {
    chargeCharacters(text.length);
    return madeText(removed === '' ? text : text.replaceAll(removed, ''));
  },
  'String removeEnd(String substring)': (text: string, removed: string) =>
    text.endsWith(removed) ? part(text, 0, text.length - removed.length) : text,
  'String removeEndIgnoreCase(String substring)': (text: string, removed: string) => {
    const end = text.length - removed.length;
    return end >= 0 && foldText(text.slice(end)) === foldText(removed) ? part(text, 0, end) : text;
  },
  'String removeStart(String substring)': (text: string, removed: string) =>
    text.startsWith(removed) ? part(text, removed.length) : text,
  'String removeStartIgnoreCase(String substring)': (text: string, removed: string) =>
    foldText(text.slice(0, removed.length)) === foldText(removed) ? part(text, removed.length) : text,
  'String right(Integer length)': (text: string, length: number) =>
    length <= 0 ? '' : part(text, Math.max(0, text.length - length)),
  'String substring(Integer startIndex)': (text: string, start: number) => substring(text, start, text.length),
  'String substring(Integer startIndex, Integer endIndex)': substring,
  'String substringAfter(String separator)': (text: string, separator: string) => {
    const index = text.indexOf(separator);
    return index < 0 ? '' : part(text, index + separator.length);
  },
  'String substringAfterLast(String separator)': (text: string, separator: string) => {
    const index = text.lastIndexOf(separator);
    return separator === '' || index < 0 ? '' : part(text, index + separator.length);
  },
  'String substringBefore(String separator)': (text: string, separator: string) => {
    const index = text.indexOf(separator);
    return index < 0 ? text : part(text, 0, index);
  },
  'String substringBeforeLast(String separator)': (text: string, separator: string) => {
    const index = text.lastIndexOf(separator);
    return separator === '' || index < 0 ? text : part(text, 0, index);
  },
  'String substringBetween(String tag)': (text: string, tag: string) => between(text, tag, tag),
  'String substringBetween(String open, String close)': between,
});
