import { chargeParsedCharacters, madeText } from '../../run/meter.ts';
import { Unsupported } from '../../run/apex-object.ts';
import { raise } from '../raise.ts';

type Charset = 'utf-8' | 'latin1' | 'ascii';

const charsets: Readonly<Record<string, Charset>> = {
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  'ISO-8859-1': 'latin1',
  LATIN1: 'latin1',
  'US-ASCII': 'ascii',
  ASCII: 'ascii',
};

function charsetOf(name: string): Charset {
  const charset = charsets[name.toUpperCase()];
  if (charset === undefined) {
    throw new Unsupported(`The character encoding ${name}`, 'EncodingUtil');
  }
  return charset;
}

/** As an HTML form sends it: encodeUrl('a b/c', 'UTF-8') → "a+b%2Fc". */
export function encodeUrl(text: string, charsetName: string): string {
  const charset = charsetOf(charsetName);
  chargeParsedCharacters(text.length);
  const encoded = text.replace(/[^A-Za-z0-9.*_-]+/g, (each) =>
    each
      .split(' ')
      .map((part) => encodeBytes(part, charset))
      .join('+'),
  );
  return madeText(encoded);
}

function encodeBytes(text: string, charset: Charset): string {
  return Array.from(bytesOf(text, charset), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** What the encoding has no bytes for is a question mark. */
function bytesOf(text: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8') {
    return Buffer.from(text.replace(/\p{Surrogate}/gu, '?'), 'utf8');
  }
  const last = charset === 'latin1' ? 0xff : 0x7f;
  return Uint8Array.from(text, (each) => ((each.codePointAt(0) ?? 0) > last ? 0x3f : each.charCodeAt(0)));
}

/** The text behind encodeUrl: decodeUrl('a+b%2Fc', 'UTF-8') → "a b/c". */
export function decodeUrl(text: string, charsetName: string): string {
  const charset = charsetOf(charsetName);
  chargeParsedCharacters(text.length);
  const decoded = text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9A-Fa-f]{2})+/g, (each) => Buffer.from(each.replaceAll('%', ''), 'hex').toString(charset));
  const wrong = /%(?![0-9A-Fa-f]{2})/.exec(text.replaceAll('+', ' '));
  if (wrong !== null) {
    raiseMalformed(text.slice(wrong.index, wrong.index + 3));
  }
  return madeText(decoded);
}

function raiseMalformed(escape: string): never {
  return raise(
    'System.IllegalArgumentException',
    escape.length < 3
      ? 'URLDecoder: Incomplete trailing escape (%) pattern'
      : `URLDecoder: Illegal hex characters in escape (%) pattern - For input string: "${escape.slice(1)}"`,
  );
}
