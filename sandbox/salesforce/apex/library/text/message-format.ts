import { raise } from '../raise.ts';

/**
 * A text with places for arguments, in the manner of java.text.MessageFormat: formatMessage("It''s {0}", ['on']) → "It's on".
 * Between single quotes everything is plain; a place without an argument stays as it is.
 */
export function formatMessage(pattern: string, given: readonly string[]): string {
  let result = '';
  let at = 0;
  let isQuoted = false;
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character === `'`) {
      if (pattern.charAt(at + 1) === `'`) {
        result += `'`;
        at++;
      } else {
        isQuoted = !isQuoted;
      }
      at++;
    } else if (character === '{' && !isQuoted) {
      const end = endOfPlace(pattern, at);
      result += formatPlace(pattern.slice(at + 1, end), given);
      at = end + 1;
    } else {
      result += character;
      at++;
    }
  }
  return result;
}

function endOfPlace(pattern: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === `'`) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && character === '{') {
      depth++;
    } else if (!isQuoted && character === '}' && --depth === 0) {
      return at;
    }
  }
  return raise('System.StringException', 'Unmatched braces in the pattern.');
}

/** Arguments are texts before they are formatted, so that of the kinds that Java knows none can show them. */
function formatPlace(place: string, given: readonly string[]): string {
  const [number = '', kind] = place.split(',', 2);
  if (!/^\d+$/.test(number)) {
    raise('System.StringException', `can't parse argument number: ${number}`);
  }
  const value = given[Number(number)];
  if (value === undefined) {
    return `{${number}}`;
  }
  switch (kind?.trim().toLowerCase()) {
    case undefined:
    case '':
      return value;
    case 'number':
      return raise('System.StringException', 'Cannot format given Object as a Number');
    case 'date':
    case 'time':
      return raise('System.StringException', 'Cannot format given Object (java.lang.String) as a Date');
    case 'choice':
      return raise('System.StringException', `'${value}' is not a Number`);
    default:
      return raise('System.StringException', `unknown format type: ${kind?.trim()}`);
  }
}
