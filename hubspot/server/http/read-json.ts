/** JSON that was read, or why it was not. */
export type JsonReading =
  | { readonly isRead: true; readonly value: unknown }
  | { readonly isRead: false; readonly reason: 'malformed' | 'tooDeep' | 'forbiddenKey' };

/** Nothing that HubSpot sends is half as deep. */
const mostDepth = 32;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON of a stranger: UTF-8, at most 32 levels, and no key that could change what every object is.
 *
 * `{"__proto__":{}}` → forbiddenKey
 */
export function readJson(bytes: Buffer): JsonReading {
  let value: unknown;
  try {
    value = JSON.parse(strictUtf8.decode(bytes));
  } catch {
    return { isRead: false, reason: 'malformed' };
  }
  const harm = findHarm(value);
  return harm === null ? { isRead: true, value } : { isRead: false, reason: harm };
}

/** Walks level by level, so that depth costs no stack. */
function findHarm(value: unknown): 'tooDeep' | 'forbiddenKey' | null {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostDepth) return 'tooDeep';
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue;
      if (Object.hasOwn(each, '__proto__')) return 'forbiddenKey';
      if (Object.hasOwn(each, 'constructor') && hasPrototype((each as { constructor: unknown }).constructor)) {
        return 'forbiddenKey';
      }
      for (const inner of Object.values(each)) next.push(inner);
    }
    level = next;
  }
  return null;
}

function hasPrototype(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype');
}
