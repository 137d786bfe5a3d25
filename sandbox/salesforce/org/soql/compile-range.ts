import { datetimeAt } from '../../apex/library/time/user-clock.ts';
import { secondsOf } from './comparison-keys.ts';
import type { CompiledOperand } from './compile-operand.ts';
import { rangeOfDays } from './date-ranges.ts';
import { raiseQuery } from './query-problems.ts';
import type { QueryRun } from './query-run.ts';
import type { Operator, Value } from './query-tree.ts';

/** `CreatedDate > LAST_WEEK`: a date literal is a span, `<` is before its start, `>` after its end, `=` within it. */
export function compileRange<Row>(
  operand: CompiledOperand<Row>,
  operator: Operator,
  { name, count }: Extract<Value, { kind: 'range' }>,
  run: QueryRun,
): (row: Row) => boolean {
  const { read, keyOf, kind } = operand;
  if (kind !== 'date' && kind !== 'datetime') {
    raiseQuery(
      `value of filter criterion for field '${operand.name}' must be of type ${operand.typeName} and should ${kind === 'text' ? 'be' : 'not be'} enclosed in quotes`,
    );
  }
  const days = rangeOfDays(name, count, {
    today: run.today,
    fiscalYearStartMonth: run.options.fiscalYearStartMonth ?? 1,
  });
  const asKey = (day: number): number => (kind === 'date' ? day : secondsOf(datetimeAt(run.zone, day, 0)));
  const from = asKey(days.from);
  const to = asKey(days.to);
  const compare = (holds: (key: number) => boolean, ofNull: boolean) => (row: Row) => {
    const key = keyOf(read(row));
    return typeof key === 'number' ? holds(key) : ofNull;
  };
  switch (operator) {
    case '=':
      return compare((key) => key >= from && key < to, false);
    case '!=':
      return compare((key) => key < from || key >= to, true);
    case '<':
      return compare((key) => key < from, false);
    case '<=':
      return compare((key) => key < to, false);
    case '>':
      return compare((key) => key >= to, false);
    case '>=':
      return compare((key) => key >= from, false);
    default:
      return raiseQuery(`invalid operator on ${operand.typeName} field`);
  }
}
