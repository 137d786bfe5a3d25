import { compareKeys, type Key } from './comparison-keys.ts';
import type { CompiledOperand } from './compile-operand.ts';
import { isLong, isMultiPicklist, picklistOf } from './field-traits.ts';
import { raiseQuery } from './query-problems.ts';
import type { Ordering } from './query-tree.ts';

export interface CompiledOrdering<Row> {
  readonly keyOf: (row: Row) => Key;
  readonly isDescending: boolean;
  readonly nullsLast: boolean;
}

/** `Name DESC NULLS LAST`. Picklists are sorted by the order of their values where it is known. */
export function compileOrdering<Row>(
  operand: CompiledOperand<Row>,
  { isDescending, nullsLast }: Ordering,
): CompiledOrdering<Row> {
  const { read, keyOf, field, kind, name } = operand;
  if (kind === 'blob' || (field !== null && (isLong(field) || isMultiPicklist(field)))) {
    raiseQuery(`field '${name}' can not be sorted in a query call`);
  }
  const values = field === null ? null : picklistOf(field);
  if (values === null) {
    return { keyOf: (row) => keyOf(read(row)), isDescending, nullsLast };
  }
  const places = new Map(values.map((each, index) => [each.value.toLowerCase(), String(index).padStart(6, '0')]));
  return {
    isDescending,
    nullsLast,
    keyOf: (row) => {
      const key = keyOf(read(row));
      return typeof key === 'string' ? (places.get(key) ?? `~${key}`) : key;
    },
  };
}

/** Sorts by several orderings; rows that are equal stay in their order, and nulls come first unless told otherwise. */
export function orderRows<Row>(rows: readonly Row[], orderings: readonly CompiledOrdering<Row>[]): readonly Row[] {
  if (orderings.length === 0) {
    return rows;
  }
  return rows
    .map((row) => ({ row, keys: orderings.map((ordering) => ordering.keyOf(row)) }))
    .sort((one, other) => compareAll(one.keys, other.keys, orderings))
    .map(({ row }) => row);
}

function compareAll(
  left: readonly Key[],
  right: readonly Key[],
  orderings: readonly Pick<CompiledOrdering<never>, 'isDescending' | 'nullsLast'>[],
): number {
  for (const [index, { isDescending, nullsLast }] of orderings.entries()) {
    const one = left[index] ?? null;
    const other = right[index] ?? null;
    if (one === null || other === null) {
      if (one !== other) {
        return (one === null) === nullsLast ? 1 : -1;
      }
      continue;
    }
    const order = compareKeys(one, other);
    if (order !== 0) {
      return isDescending ? -order : order;
    }
  }
  return 0;
}
