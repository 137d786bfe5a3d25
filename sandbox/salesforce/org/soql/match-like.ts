/** Marks that no text contains: half a surrogate pair is no character. */
const one = '\uDC00';
const any = '\uDC01';

/**
 * What LIKE asks of a text: likeMatcher('a_c%')('ABCDE') → true. `%` is any number of characters, `_` is exactly one, a
 * backslash makes either stand for itself. Case does not matter.
 */
export function likeMatcher(pattern: string): (text: string) => boolean {
  const parts = readPattern(pattern.toLowerCase());
  return (text) => matches(text.toLowerCase(), parts);
}

function readPattern(pattern: string): string[] {
  const parts: string[] = [];
  for (let index = 0; index < pattern.length; index++) {
    const unit = pattern.charAt(index);
    const next = pattern.charAt(index + 1);
    if (unit === '\\' && (next === '_' || next === '%' || next === '\\')) {
      parts.push(next);
      index++;
    } else {
      parts.push(unit === '_' ? one : unit === '%' ? any : unit);
    }
  }
  return parts;
}

/** Goes back to the last `%` only, so that the time is bounded by the product of the two lengths. */
function matches(text: string, parts: readonly string[]): boolean {
  let at = 0;
  let part = 0;
  let retryPart = -1;
  let retryAt = 0;
  while (at < text.length) {
    const wanted = parts[part];
    if (wanted === any) {
      retryPart = part++;
      retryAt = at;
    } else if (wanted === one || wanted === text.charAt(at)) {
      part++;
      at++;
    } else if (retryPart >= 0) {
      part = retryPart + 1;
      at = ++retryAt;
    } else {
      return false;
    }
  }
  while (parts[part] === any) {
    part++;
  }
  return part === parts.length;
}
