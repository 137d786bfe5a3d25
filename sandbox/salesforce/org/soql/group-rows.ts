import type { StoredRecord } from '../records/stored-record.ts';
import { makeAccumulator, type Accumulator } from './accumulators.ts';
import type { CompiledOperand } from './compile-operand.ts';

/** Records that have the same values in the fields they are grouped by. */
export interface Group {
  readonly keys: readonly unknown[];
  readonly accumulators: readonly Accumulator[];
}

/** A function over the records of each group. */
export interface Aggregate {
  readonly name: string;
  readonly operand: CompiledOperand<StoredRecord>;
}

/** Groups records in the order in which their values first appear; without fields to group by there is always one group. */
export function groupRecords(
  records: Iterable<StoredRecord>,
  groupedBy: readonly CompiledOperand<StoredRecord>[],
  aggregates: readonly Aggregate[],
): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (identity: string, keys: readonly unknown[]): Group => {
    let group = groups.get(identity);
    if (group === undefined) {
      group = { keys, accumulators: aggregates.map(({ name, operand }) => makeAccumulator(name, operand)) };
      groups.set(identity, group);
    }
    return group;
  };
  if (groupedBy.length === 0) {
    groupOf('[]', []);
  }
  for (const record of records) {
    const keys = groupedBy.map((operand) => operand.read(record));
    const identity = JSON.stringify(groupedBy.map((operand, index) => operand.keyOf(keys[index] ?? null)));
    const { accumulators } = groupOf(identity, keys);
    for (const [index, { operand }] of aggregates.entries()) {
      accumulators[index]?.add(operand.read(record));
    }
  }
  return [...groups.values()];
}
