import { printInt, type Int } from '../../../../core/src/decide/model/number.ts';
import {
  compareText,
  isPlain,
  isPrintable,
  isQuotable,
  isWellFormed,
  lowerPlain,
  orderTexts,
  replaceText,
  splitText,
  squeezePlain,
  textOfUnits,
  upperPlain,
  wordsOfPlain,
} from '../../../../core/src/decide/model/text.ts';

const samples: string[] = [
  '',
  'a',
  'A',
  'Hello, World 42',
  ' \ttwo  words\n',
  'it\'s "quoted" \\ here',
  'é',
  'Straße 東京 😀',
  'tab\tnew\nline\rback',
  '\u0000\u0001\u007f\u00a0\u2028\ufeff',
  'a.b.c..',
  '$1 ${x} (a|b)* [z]',
];

const lone: string = '\ud83d alone';

function yes(isSo: boolean): string {
  return isSo ? 'yes' : 'no';
}

function orNull(isThere: boolean, text: string): string | null {
  return isThere ? text : null;
}

function describe(found: string[], text: string): void {
  found.push(printInt(text.length));
  found.push(printInt(text.indexOf('a')));
  found.push(printInt(text.indexOf('o', 5 < text.length ? 5 : 0)));
  found.push(printInt(text.lastIndexOf('o')));
  found.push(
    `${yes(text.startsWith('H'))}${yes(text.endsWith('.'))}${yes(text.includes('o'))}${yes(text.includes(''))}`,
  );
  found.push(text.substring(text.length));
  found.push(text.substring(0, text.length));
  found.push(text.length > 2 ? text.substring(1, 2) : 'short');
  // Places outside the text are drawn in.
  for (const place of [-1, 0, 1, 3, 99]) {
    found.push(text.substring(0, place));
    found.push(text.substring(place));
    found.push(printInt(text.indexOf('o', place)));
  }
  found.push(text.substring(2, 4));
  found.push(text.substring(text.length - 3));
  found.push('fixed'.substring(text.length));
  for (let place: Int = 0; place < text.length; place += 1) {
    found.push(printInt(text.charCodeAt(place)));
  }
  found.push(`${yes(isPlain(text))}${yes(isPrintable(text))}${yes(isQuotable(text))}${yes(isWellFormed(text))}`);
  found.push(replaceText(text, '.', '-'));
  found.push(replaceText(text, '$1', '$2\\'));
  found.push(splitText(text, '.').join('|'));
  found.push(splitText(text, ' ').join('|'));
  if (isPlain(text)) {
    found.push(lowerPlain(text));
    found.push(upperPlain(text));
    found.push(squeezePlain(text));
    found.push(wordsOfPlain(lowerPlain(text)).join('|'));
  }
}

export function results(): string[] {
  const found: string[] = [];
  for (const text of samples) {
    describe(found, text);
  }
  found.push(yes(isWellFormed(lone)));
  found.push(yes(isWellFormed(lone.substring(1))));
  found.push(yes(isWellFormed('\udc00')));
  found.push(yes(isWellFormed('x\udc00\ud800')));
  found.push(textOfUnits([0x48, 0xe9, 0xd83d, 0xde00]));
  found.push(textOfUnits([]));
  for (const one of samples) {
    for (const other of samples) {
      const order: Int = compareText(one, other);
      found.push(`${yes(one === other)}${order < 0 ? '<' : order > 0 ? '>' : '='}`);
    }
  }
  const positions: string[] = [];
  for (const position of orderTexts(['b', 'a', 'B', 'a', '', 'é', 'ab', 'a'])) {
    positions.push(printInt(position));
  }
  found.push(positions.join(','));
  found.push(yes(orNull(false, 'a') === 'a'));
  found.push(yes(orNull(true, 'a') === 'A'));
  found.push(yes(orNull(true, 'a') === orNull(true, 'a')));
  found.push(yes(orNull(false, 'a') === orNull(false, 'b')));
  found.push(yes(orNull(false, 'a') !== orNull(true, 'b')));
  found.push(yes('' === orNull(false, '')));
  found.push(orNull(false, 'a') ?? 'stands in');
  let grown: string = 'a';
  grown += 'b';
  found.push(grown + 'c' + grown);
  return found;
}
