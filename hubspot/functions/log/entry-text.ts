import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { PropertyValues } from '../../handlers/crm/crm.ts';
import { cutText, joinParts } from '../../handlers/rules/revision-text.ts';
import { partNames, type TextName } from './entry-type.ts';

/** Stands before a text that was too long for its properties as it is. */
const packed = 'br:';

/** A text is longer than its properties hold, whichever way it is written. */
export class TextTooLongError extends Error {
  readonly code = 'HSF005';

  constructor(text: TextName, length: number) {
    super(`HSF005 A text of ${length} characters does not fit the properties of "${text}". Nothing was written.`);
    this.name = 'TextTooLongError';
  }
}

/**
 * A text of one line, such as JSON, in the properties of an entry, all of them, so that nothing of an earlier text stays. A text
 * that is too long as it is is packed; what people may want to read is short enough for that never to happen.
 */
export function keepEntryText(name: TextName, text: string): PropertyValues {
  const names = partNames(name);
  if (text === '') {
    return Object.fromEntries(names.map((part) => [part, null]));
  }
  const plain = cutText(text);
  const parts = plain.length <= names.length ? plain : cutText(pack(text));
  if (parts.length > names.length) {
    throw new TextTooLongError(name, text.length);
  }
  return Object.fromEntries(names.map((part, place) => [part, parts[place] ?? null]));
}

/** The text that was kept; empty where there is none. */
export function takeEntryText(name: TextName, properties: PropertyValues): string {
  const parts = partNames(name).flatMap((part) => properties[part] ?? []);
  if (parts.length === 0) {
    return '';
  }
  const text = joinParts(parts).slice(0, -1);
  return text.startsWith(packed) ? unpack(text) : text;
}

function pack(text: string): string {
  return `${packed}${brotliCompressSync(text).toString('base64')}`;
}

function unpack(text: string): string {
  return brotliDecompressSync(Buffer.from(text.slice(packed.length), 'base64')).toString('utf8');
}
