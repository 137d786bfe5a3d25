import { bindValue } from './bind-values.ts';
import { numberKey } from './comparison-keys.ts';
import { raiseQuery } from './query-problems.ts';
import type { QueryRun } from './query-run.ts';
import type { Query, Value } from './query-tree.ts';

/** The documented maximum of OFFSET. */
const mostSkipped = 2000;

/** LIMIT and OFFSET with the values of this run: Infinity and 0 where there are none. */
export function readLimits(
  run: QueryRun,
  { limit, offset }: Query,
): { readonly limit: number; readonly offset: number } {
  const skipped = offset === null ? 0 : readWhole(run, offset, 'OFFSET');
  if (skipped > mostSkipped) {
    raiseQuery(`Maximum SOQL offset allowed is ${mostSkipped}`);
  }
  return { limit: limit === null ? Infinity : readWhole(run, limit, 'LIMIT'), offset: skipped };
}

function readWhole(run: QueryRun, value: Value, clause: string): number {
  const given =
    value.kind === 'bind' ? bindValue(run.values, value.name) : value.kind === 'literal' ? value.value : null;
  const number = numberKey(given);
  return number !== null && Number.isInteger(number) && number >= 0
    ? number
    : raiseQuery(`Invalid value for ${clause}: it must be a whole number that is not negative`);
}
