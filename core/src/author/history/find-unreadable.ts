import type { LeadColumn } from '../learn/table/lead-table.ts';
import type { RunMessage } from '../run/run-message.ts';
import { findColumn, textSql, type HistoryFile } from './history-file.ts';
import { isUnreadableSql } from './number-sql.ts';
import type { History } from './open-history.ts';
import { quoteName } from './quote.ts';

/** What could not be read as it was meant: broken lines, numbers that are none, outcomes of another name. A message for each kind. */
export async function findUnreadable(
  { connection }: History,
  file: HistoryFile,
  columns: readonly LeadColumn[],
  brokenCount: number,
): Promise<RunMessage[]> {
  const outcome = findColumn(file, ['outcome'])!;
  const questions: { sql: string; answer: (count: number) => RunMessage }[] = [
    {
      sql: `(lower(${textSql(file, outcome)}) NOT IN ('won', 'lost', 'open'))`,
      answer: (count) => ({
        code: 'HIS006',
        about: `${file.name}, ${outcome}`,
        found: `${count} leads have another outcome than won, lost or open; they count as open`,
        next: 'write won, lost or open where it is known.',
      }),
    },
  ];
  for (const { kind, fieldKey } of columns) {
    const column = findColumn(file, [fieldKey])!;
    const sql = kind === 'number' ? isUnreadableSql(file, column) : null;
    if (sql !== null) {
      questions.push({
        sql,
        answer: (count) => ({
          code: 'HIS005',
          about: `${file.name}, ${column}`,
          found: `${count} cells are no number; they count as not known`,
          next: 'write digits alone, or leave the cell empty.',
        }),
      });
    }
  }
  const counts = questions.map(({ sql }, place) => `count(*) FILTER (${sql}) AS ${quoteName(`count ${place}`)}`);
  const counted = await connection.runAndReadAll(`SELECT ${counts.join(', ')} FROM ${file.relation}`);
  const broken: RunMessage = {
    code: 'HIS007',
    about: file.name,
    found: `${brokenCount} lines are broken and were left out`,
    next: 'look for quotes that are not closed, and for cells too many.',
  };
  return [
    ...(brokenCount === 0 ? [] : [broken]),
    ...questions.flatMap(({ answer }, place) => {
      const count = Number(counted.getRows()[0]![place]);
      return count === 0 ? [] : [answer(count)];
    }),
  ];
}
