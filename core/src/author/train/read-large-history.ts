import { statSync } from 'node:fs';
import type { Policy } from '../../decide/model/policy.ts';
import type { LeadTable } from '../learn/table/lead-table.ts';
import type { HistoryFiles, HistoryWatch, ReadHistory } from './read-history.ts';

/** A text file of this size is read by columns, not row by row. */
const largeBytes = 100_000_000;

/** Whether a file is for the database that reads by columns: Parquet always, and what would not fit in memory. */
export function isLarge(file: string): boolean {
  return /\.parquet$/i.test(file) || (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largeBytes;
}

/** Whether leads are prepared: Parquet whose columns are the policy's own fields, with `leadKey`, `arrivedAt` and `outcome`. */
export function isPrepared({ leadsFile }: HistoryFiles): boolean {
  return /\.parquet$/i.test(leadsFile);
}

/** Reads prepared leads. There is no mapping: whoever wrote the file named its columns. */
export async function readPreparedHistory(
  files: HistoryFiles,
  policy: Policy,
  watch: HistoryWatch,
): Promise<ReadHistory> {
  // The database is a large program, and most trainings do without.
  const [{ openHistory }, { readLeadTable }] = await Promise.all([
    import('../history/open-history.ts'),
    import('../history/read-lead-table.ts'),
  ]);
  watch.onProgress('reading', 0, 1, 0);
  const history = await openHistory();
  try {
    return await readLeadTable(history, files.leadsFile, policy);
  } finally {
    await history.close();
  }
}

/** Counts activities that were left to the database, and sets the counts beside the table's own log. */
export async function countLargeActivities(
  { activitiesFile }: HistoryFiles,
  table: LeadTable,
  policy: Policy,
  landmarkDays: number,
  watch: HistoryWatch,
): Promise<void> {
  if (activitiesFile === null || !isLarge(activitiesFile)) {
    return;
  }
  const [{ openHistory }, { aggregateActivities }, { halfLivesOf }] = await Promise.all([
    import('../history/open-history.ts'),
    import('../history/aggregate-activities.ts'),
    import('../history/half-lives-of.ts'),
  ]);
  watch.onProgress('activities', 0, 1, table.rowCount);
  const history = await openHistory();
  try {
    table.faded = await aggregateActivities(history, activitiesFile, table, {
      signalKeys: policy.signals.map(({ signalKey }) => signalKey),
      halfLives: halfLivesOf(policy),
      decayTable: policy.decayTable,
      landmarkDays,
    });
  } finally {
    await history.close();
  }
}
