import type { Expression } from './nodes.ts';

/**
 * `new Account(Name = 'x', Site = 'y')` → the names and their values, where every argument is written so. None otherwise: an
 * assignment among other arguments is a value.
 */
export function namedArguments(given: readonly Expression[]): (readonly [string, Expression])[] {
  const named: (readonly [string, Expression])[] = [];
  for (const each of given) {
    if (each.kind !== 'assign' || each.operator !== '=' || each.target.kind !== 'name') {
      return [];
    }
    named.push([each.target.name, each.value]);
  }
  return named;
}
