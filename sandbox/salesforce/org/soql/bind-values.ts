import { ApexList } from '../../apex/library/collection/apex-list.ts';
import { ApexSet } from '../../apex/library/collection/apex-set.ts';
import { raiseQuery } from './query-problems.ts';
import type { BindValues } from './query-run.ts';

/** The value behind a bind: bindValue(['Ada'], 'v0') → 'Ada'. */
export function bindValue(values: BindValues, name: string): unknown {
  if (values instanceof Map) {
    const key = name.toLowerCase();
    return values.has(key) ? (values.get(key) as unknown) : raiseQuery(`Key '${name}' does not exist in the bindMap`);
  }
  const positions = values as readonly unknown[];
  const position = Number(/^v(\d+)$/.exec(name)?.[1] ?? -1);
  const value = positions[position];
  return value === undefined ? raiseQuery(`Variable does not exist: ${name}`) : value;
}

/** The members of a list or a set; null for anything that is not several. */
export function membersOf(value: unknown): readonly unknown[] | null {
  if (value instanceof ApexList) {
    return value.items;
  }
  return value instanceof ApexSet ? value.items() : null;
}
