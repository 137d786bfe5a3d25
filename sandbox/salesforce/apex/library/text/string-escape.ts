import { chargeParsedCharacters, madeText } from '../../run/meter.ts';
import type { Implementation } from '../define.ts';
import { raise } from '../raise.ts';
import { entitiesOf } from './html-entities.ts';
import { refuseNull } from './refuse-null.ts';

function charged(change: (text: string) => string): Implementation {
  return (text: string) => {
    chargeParsedCharacters(text.length);
    return madeText(change(text));
  };
}

// ------------------------------------------------------------------------------------------------------------ CSV

function escapeCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Quotes are taken away only where there was need for them. */
function unescapeCsv(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) {
    return text;
  }
  const inner = text.slice(1, -1);
  return /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

// ------------------------------------------------------------------------------------------- Java and ECMAScript

const letters: Readonly<Record<string, string>> = { '\b': 'b', '\n': 'n', '\t': 't', '\f': 'f', '\r': 'r' };
const characters: Readonly<Record<string, string>> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function escapeJava(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/["\\]|[\0-\x1f]|[^\0-\x7f]/g, (each) =>
    each === '"' || each === '\\' ? `\\${each}` : each in letters ? `\\${letters[each]}` : unicodeEscape(each),
  );
}

function escapeEcmaScript(text: string): string {
  return escapeJava(text).replace(/['/]/g, '\\$&');
}

function escapeUnicode(text: string): string {
  return text.replace(/[^\0-\x7f]/g, unicodeEscape);
}

const unicodePattern = /\\u+\+?([0-9a-fA-F]{4})?/g;

function unescapeUnicode(text: string): string {
  return text.replace(unicodePattern, (each, digits: string | undefined) =>
    digits === undefined
      ? raise('System.StringException', `Unable to parse unicode value: ${each}`)
      : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** A backslash that escapes nothing is dropped. */
function unescapeJava(text: string): string {
  return text.replace(/\\(?:u+\+?[0-9a-fA-F]{0,4}|[0-3][0-7]{0,2}|[4-7][0-7]?|[^]|$)/g, (each) => {
    const letter = each.charAt(1);
    if (letter === 'u') {
      return unescapeUnicode(each);
    }
    return /^[0-7]$/.test(letter)
      ? String.fromCharCode(Number.parseInt(each.slice(1), 8))
      : (characters[letter] ?? letter);
  });
}

// --------------------------------------------------------------------------------------------------- HTML and XML

type Kind = Parameters<typeof entitiesOf>[0];

function escapeEntities(kind: Kind): Implementation {
  return charged((text) => {
    const { names } = entitiesOf(kind);
    return text.replace(/["&'<>]|[^\0-\x7f]/g, (each) => {
      const name = names.get(each);
      return name === undefined ? each : `&${name};`;
    });
  });
}

function unescapeEntities(kind: Kind): Implementation {
  return charged((text) => {
    const { characters: known } = entitiesOf(kind);
    return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|([A-Za-z][A-Za-z0-9]*));/g, (each, ...parts) => {
      const [decimal, hexadecimal, name] = parts as (string | undefined)[];
      if (name !== undefined) {
        return known.get(name) ?? each;
      }
      const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : each;
    });
  });
}

/** Methods of String that write and read it as a part of other languages. */
export const escapeMethods = {
  'String escapeCsv()': charged(escapeCsv),
  'String escapeEcmaScript()': charged(escapeEcmaScript),
  'String escapeHtml3()': escapeEntities('html3'),
  'String escapeHtml4()': escapeEntities('html4'),
  'String escapeJava()': charged(escapeJava),
  'String escapeUnicode()': charged(escapeUnicode),
  'String escapeXml()': escapeEntities('xml'),
  'String unescapeCsv()': charged(unescapeCsv),
  'String unescapeEcmaScript()': charged(unescapeJava),
  'String unescapeHtml3()': unescapeEntities('html3'),
  'String unescapeHtml4()': unescapeEntities('html4'),
  'String unescapeJava()': charged(unescapeJava),
  'String unescapeUnicode()': charged(unescapeUnicode),
  'String unescapeXml()': unescapeEntities('xml'),
};

/** Static methods of String that escape. */
export const escapeStatics = refuseNull({
  'String escapeSingleQuotes(String stringToEscape)': charged((text) => text.replaceAll(`'`, `\\'`)),
});
