import { raise } from '../../raise.ts';
import type { ApexMatcher } from './apex-matcher.ts';

/**
 * What a replacement stands for at a match: `$1` and `${name}` are groups, a backslash makes the next character plain.
 * With "b" in group 1: appendReplacement('<$1\\$>', matcher) → "<b$>".
 */
export function appendReplacement(replacement: string, matcher: ApexMatcher): string {
  if (!replacement.includes('$') && !replacement.includes('\\')) {
    return replacement;
  }
  let result = '';
  let at = 0;
  while (at < replacement.length) {
    const character = replacement.charAt(at);
    if (character === '\\') {
      if (at + 1 === replacement.length) {
        raise('System.StringException', 'character to be escaped is missing');
      }
      result += replacement.charAt(at + 1);
      at += 2;
    } else if (character === '$') {
      const reference = readReference(replacement, at + 1, matcher);
      result += reference.text ?? '';
      at = reference.end;
    } else {
      result += character;
      at++;
    }
  }
  return result;
}

type Reference = { readonly text: string | null; readonly end: number };

function readReference(replacement: string, at: number, matcher: ApexMatcher): Reference {
  if (at === replacement.length) {
    return raise('System.StringException', 'Illegal group reference: group index is missing');
  }
  if (replacement.charAt(at) === '{') {
    return readNamed(replacement, at + 1, matcher);
  }
  const first = replacement.charCodeAt(at) - 48;
  if (first < 0 || first > 9) {
    return raise('System.StringException', 'Illegal group reference');
  }
  let index = first;
  let end = at + 1;
  // Further digits belong to the number as long as there is such a group.
  while (end < replacement.length) {
    const digit = replacement.charCodeAt(end) - 48;
    if (digit < 0 || digit > 9 || index * 10 + digit > matcher.pattern.groupCount) {
      break;
    }
    index = index * 10 + digit;
    end++;
  }
  return { text: matcher.groupText(index), end };
}

function readNamed(replacement: string, at: number, matcher: ApexMatcher): Reference {
  const name = /^[A-Za-z0-9]*/.exec(replacement.slice(at))?.[0] ?? '';
  if (name === '') {
    return raise('System.StringException', "named capturing group is missing trailing '}'");
  }
  if (/^\d/.test(name)) {
    return raise('System.StringException', `capturing group name {${name}} starts with digit character`);
  }
  if (replacement.charAt(at + name.length) !== '}') {
    return raise('System.StringException', "named capturing group is missing trailing '}'");
  }
  const index = matcher.pattern.groupNames.get(name);
  if (index === undefined) {
    return raise('System.StringException', `No group with name {${name}}`);
  }
  return { text: matcher.groupText(index), end: at + name.length + 1 };
}

/** A replacement that means its own characters: quoteReplacement('$1') → "\\$1". */
export function quoteReplacement(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}
