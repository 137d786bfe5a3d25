import type { HistoryFile } from './history-file.ts';
import { quoteName } from './quote.ts';

const wholeTypes = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT)$/;

/** A column as whole numbers of 64-bit floating form, rounded down; NaN is not known. */
export function numberSql(file: HistoryFile, column: string): string {
  const cell = quoteName(column);
  if (wholeTypes.test(file.types.get(column)!)) {
    return `coalesce(${cell}::DOUBLE, 'NaN'::DOUBLE)`;
  }
  return `coalesce(floor(nullif(nullif(TRY_CAST(${cell} AS DOUBLE), 'inf'), '-inf')), 'NaN'::DOUBLE)`;
}

/** Whether a cell says something that is no number; null for columns that hold nothing but numbers. */
export function isUnreadableSql(file: HistoryFile, column: string): string | null {
  const cell = quoteName(column);
  return file.types.get(column) === 'VARCHAR'
    ? `(nullif(trim(${cell}), '') IS NOT NULL AND TRY_CAST(${cell} AS DOUBLE) IS NULL)`
    : null;
}
