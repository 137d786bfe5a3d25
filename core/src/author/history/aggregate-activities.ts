import type { CountedActivities, CountedSignal } from '../learn/engagement/counted-activities.ts';
import { mostCounted } from '../learn/engagement/faded-counts.ts';
import type { LeadTable } from '../learn/table/lead-table.ts';
import { countTicks, fadedActivitiesSql } from './faded-activities-sql.ts';
import { GrowingWholes } from './growing-wholes.ts';
import { findColumn, instantSql, needColumn, openHistoryFile, textSql, unreadable } from './history-file.ts';
import type { HistoryFile } from './history-file.ts';
import { layLeads } from './lay-leads.ts';
import type { History } from './open-history.ts';
import { quoteName, quoteText } from './quote.ts';

/** How activities are to be counted. */
export type Counting = {
  signalKeys: readonly string[];
  /** Every half-life that anybody will ask for (half-lives-of.ts). */
  halfLives: readonly number[];
  decayTable: readonly number[];
  landmarkDays: number;
};

/**
 * Counts a file of activities that is too large for memory: a row each, with the lead, the signal, when and how often. What belongs to no
 * lead of the table or to no signal is passed over, and what has no readable instant. Set the answer as `faded` of the table.
 */
export async function aggregateActivities(
  history: History,
  activitiesFile: string,
  table: LeadTable,
  counting: Counting,
): Promise<CountedActivities> {
  const file = await openHistoryFile(history, activitiesFile);
  const halfLives = [...new Set(counting.halfLives)].sort((one, other) => one - other);
  await layLeads(history, table);
  await layNumbers(history, counting, halfLives);
  await layActivities(history, file);
  const bySignal = counting.signalKeys.map(() => ({
    rows: new GrowingWholes(),
    counts: halfLives.map(() => new GrowingWholes()),
  }));
  const statement = fadedActivitiesSql(halfLives, counting.landmarkDays);
  const counts = halfLives.map((days) => `coalesce(least(faded_${days}, ${mostCounted}), 0)::INTEGER`);
  try {
    const result = await history.connection.stream(
      `SELECT lead_key::INTEGER, signal_key::INTEGER, ${counts.join(', ')} FROM (${statement})`,
    );
    for await (const chunk of result) {
      const [rows, signals, ...amounts] = Array.from({ length: chunk.columnCount }, (_, column) =>
        chunk.getColumnVector(column),
      );
      for (let place = 0; place < chunk.rowCount; place += 1) {
        const signal = bySignal[signals!.getItem(place) as number]!;
        signal.rows.add(rows!.getItem(place) as number);
        for (let column = 0; column < amounts.length; column += 1) {
          signal.counts[column]!.add(amounts[column]!.getItem(place) as number);
        }
      }
    }
  } catch (error) {
    throw unreadable(file.name, error);
  }
  return {
    landmarkDays: counting.landmarkDays,
    decayTable: counting.decayTable,
    bySignal: bySignal.map(({ rows, counts: grown }): CountedSignal => ({
      rows: rows.finish(),
      byHalfLife: new Map(halfLives.map((days, place) => [days, grown[place]!.finish()])),
    })),
  };
}

/** The small tables of the statement. */
async function layNumbers({ connection }: History, counting: Counting, halfLives: readonly number[]): Promise<void> {
  const steps = counting.decayTable.map((thousandths, step) => `(${step}, ${thousandths})`);
  const signals = counting.signalKeys.map((signalKey, place) => `(${quoteText(signalKey)}, ${place})`);
  await connection.run(`
    CREATE OR REPLACE TEMP VIEW leads AS SELECT lead_key, arrived_at FROM named_leads;
    CREATE OR REPLACE TEMP TABLE decay (step BIGINT, thousandths INTEGER);
    CREATE OR REPLACE TEMP TABLE named_signals (signal_name VARCHAR, signal_key INTEGER);
    CREATE OR REPLACE TEMP TABLE ticks AS
      SELECT range AS tick FROM range(${countTicks(halfLives, counting.decayTable)});
    ${steps.length === 0 ? '' : `INSERT INTO decay VALUES ${steps.join(', ')};`}
    ${signals.length === 0 ? '' : `INSERT INTO named_signals VALUES ${signals.join(', ')};`}
  `);
}

/** The file as `activities`, with leads and signals by number: joining and grouping numbers is three times as fast. */
async function layActivities({ connection }: History, file: HistoryFile): Promise<void> {
  const leadKey = needColumn(file, ['leadKey', 'Lead ID']);
  const signalKey = needColumn(file, ['signalKey', 'Signal']);
  const occurredAt = needColumn(file, ['occurredAt', 'At']);
  const occurrences = findColumn(file, ['occurrences', 'Count']);
  await connection.run(`
    CREATE OR REPLACE TEMP VIEW activities AS
    SELECT named_leads.lead_key, named_signals.signal_key, typed.occurred_at, typed.occurrences
    FROM (
      SELECT ${textSql(file, leadKey)} AS lead_name, ${textSql(file, signalKey)} AS signal_name,
        ${instantSql(file, occurredAt)} AS occurred_at,
        ${occurrences === null ? '1' : timesSql(file, occurrences)} AS occurrences
      FROM ${file.relation}
    ) AS typed
    JOIN named_leads ON named_leads.lead_name = typed.lead_name
    JOIN named_signals ON named_signals.signal_name = typed.signal_name
  `);
}

/** How often; once where nobody says. More than a thousand times is a machine, and the statement cuts at a hundred anyway. */
function timesSql(file: HistoryFile, column: string): string {
  const cell = quoteName(column);
  return /INT$|INTEGER$/.test(file.types.get(column)!)
    ? `least(greatest(coalesce(${cell}, 1), 0), 1000)::INTEGER`
    : `trunc(least(greatest(coalesce(TRY_CAST(${cell} AS DOUBLE), 1), 0), 1000))::INTEGER`;
}
