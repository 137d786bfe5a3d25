import path from 'node:path';
import type { Policy } from '../../decide/model/policy.ts';
import { keptFields } from '../learn/table/kept-fields.ts';
import {
  lost,
  noActivities,
  open,
  won,
  type ClosingFacts,
  type LeadColumn,
  type LeadTable,
} from '../learn/table/lead-table.ts';
import { RunError, type RunMessage } from '../run/run-message.ts';
import { ColumnReader } from './column-reader.ts';
import { findUnreadable } from './find-unreadable.ts';
import {
  countBrokenLines,
  findColumn,
  forgetBrokenLines,
  needColumn,
  openHistoryFile,
  textSql,
  unreadable,
} from './history-file.ts';
import type { HistoryFile } from './history-file.ts';
import type { History } from './open-history.ts';
import { quoteText } from './quote.ts';
import { readText } from './read-text.ts';

export type ReadLeads = { table: LeadTable; messages: RunMessage[] };

/**
 * Reads a history that is prepared already, from Parquet or CSV: a row for each lead, headers that are the policy's field keys, and beside
 * them `leadKey`, `arrivedAt` and `outcome` (won, lost, open). Rows go straight into columns, in the order of the file;
 * no row is ever an object. Numbers take 8 bytes, texts 4, and keys what they are long.
 */
export async function readLeadTable(history: History, leadsFile: string, policy: Policy): Promise<ReadLeads> {
  const given = await openHistoryFile(history, leadsFile);
  try {
    const { file, brokenCount } = await asParquet(history, given);
    const table = await readColumns(history, file, policy);
    return { table, messages: await findUnreadable(history, file, table.columns, brokenCount) };
  } catch (error) {
    throw error instanceof RunError ? error : unreadable(given.name, error);
  }
}

/** CSV is written as Parquet first: it is looked at several times, a column at a time. */
async function asParquet(history: History, file: HistoryFile): Promise<{ file: HistoryFile; brokenCount: number }> {
  if (file.kind === 'parquet') {
    return { file, brokenCount: 0 };
  }
  await forgetBrokenLines(history);
  const copy = quoteText(path.join(history.folder, 'leads.parquet'));
  await history.connection.run(`COPY (SELECT * FROM ${file.relation}) TO ${copy} (FORMAT parquet)`);
  const brokenCount = await countBrokenLines(history);
  return { file: { ...file, relation: `read_parquet(${copy})` }, brokenCount };
}

async function readColumns(history: History, file: HistoryFile, policy: Policy): Promise<LeadTable> {
  const reader = await ColumnReader.begin(history, file);
  const leadKeys = reader.keys(needColumn(file, ['leadKey', 'Lead ID']));
  const arrivedAt = reader.instants(needColumn(file, ['arrivedAt', 'Arrived At']));
  const outcomes = reader.codes(outcomeSql(file, needColumn(file, ['outcome'])));
  const closedAt = reader.instants(findColumn(file, ['closedAt', 'Close Date']));
  const columns: LeadColumn[] = [];
  for (const { fieldKey, label, fieldType } of keptFields(policy)) {
    const column = findColumn(file, [fieldKey]);
    if (column !== null) {
      columns.push(
        fieldType === 'number'
          ? { kind: 'number', fieldKey, label, values: reader.numbers(column) }
          : await reader.texts(column, fieldKey, label, (typed) => readText(fieldType, typed)),
      );
    }
  }
  const native = findColumn(file, ['nativeScore']);
  const nativeScores = native === null ? null : reader.numbers(native);
  const closing = await readClosing(reader, file, columns);
  await reader.read();
  return {
    rowCount: reader.rowCount,
    leadKeys: leadKeys.map((leadKey) => leadKey ?? ''),
    arrivedAt,
    outcomes,
    closedAt,
    columns,
    activities: { ...noActivities(), signalKeys: policy.signals.map(({ signalKey }) => signalKey) },
    nativeScores,
    closing,
  };
}

async function readClosing(
  reader: ColumnReader,
  file: HistoryFile,
  columns: readonly LeadColumn[],
): Promise<ClosingFacts> {
  const asTyped = (text: string): string => text;
  const words = (fieldKey: string, label: string, names: readonly string[]): ReturnType<ColumnReader['texts']> =>
    reader.texts(findColumn(file, names), fieldKey, label, asTyped);
  return {
    personKeys: reader.keys(findColumn(file, ['personKey'])),
    outcomeWords: await words('outcome', 'outcome', ['outcomeWords', 'outcome']),
    stages: await words('stage', 'stage', ['stage']),
    closeReasons: await words('closeReason', 'close reason', ['closeReason']),
    finalOwners: await words('finalOwner', 'final owner', ['finalOwner']),
    firstTouchAt: reader.instants(findColumn(file, ['firstTouchAt'])),
    changedAt: new Map(
      columns.flatMap(({ fieldKey }) => {
        const column = findColumn(file, [`${fieldKey}ChangedAt`]);
        return column === null ? [] : [[fieldKey, reader.instants(column)]];
      }),
    ),
    outcomesFrom: 'file',
  };
}

/** What is neither won nor lost is still open. */
function outcomeSql(file: HistoryFile, column: string): string {
  const word = `lower(trim(${textSql(file, column)}))`;
  return `CASE ${word} WHEN 'won' THEN ${won} WHEN 'lost' THEN ${lost} ELSE ${open} END`;
}
