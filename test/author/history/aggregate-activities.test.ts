import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aggregateActivities } from '../../../core/src/author/history/aggregate-activities.ts';
import { countTicks, fadedActivitiesSql } from '../../../core/src/author/history/faded-activities-sql.ts';
import { openHistory, type History } from '../../../core/src/author/history/open-history.ts';
import { quoteText } from '../../../core/src/author/history/quote.ts';
import { countFaded, mostCounted } from '../../../core/src/author/learn/engagement/faded-counts.ts';
import type { LeadTable } from '../../../core/src/author/learn/table/lead-table.ts';
import { cardPoints, fitCard, type CardSettings } from '../../../core/src/author/learn/fit/fit-card.ts';
import { askPostgres } from './ask-postgres.ts';
import { testFolder } from './folder.ts';
import { counting, momentsOf, randomActivities, signalKeys, type MadeActivity } from './random-activities.ts';

const file = testFolder();
let history: History;
beforeAll(async () => {
  history = await openHistory();
});
afterAll(() => history.close());

function writeCsv(name: string, activities: readonly MadeActivity[]): string {
  const lines = activities.map(
    ({ leadKey, signalKey, occurredAt, occurrences }) =>
      `"${leadKey.replaceAll('"', '""')}",${signalKey},${occurredAt},${occurrences}`,
  );
  writeFileSync(file(name), ['leadKey,signalKey,occurredAt,occurrences', ...lines, ''].join('\n'));
  return file(name);
}

async function writeParquet(name: string, csvFile: string): Promise<string> {
  await history.connection.run(
    `COPY (SELECT * FROM read_csv(${quoteText(csvFile)})) TO ${quoteText(file(name))} (FORMAT parquet)`,
  );
  return file(name);
}

/** Every count of every signal, half-life and lead, as countFaded gives it. */
function allCounts(table: LeadTable): number[][] {
  const rows = Int32Array.from({ length: table.rowCount }, (_, row) => row);
  return signalKeys.flatMap((_, signal) =>
    counting.halfLives.map((days) => [...countFaded(table, rows, momentsOf(table), signal, days, counting.decayTable)]),
  );
}

const withoutLog = (table: LeadTable): LeadTable => ({
  ...table,
  activities: { ...randomActivities(1, 0, 0)[0].activities },
});

describe('activities counted by the database', () => {
  test.each([1, 2, 3])('are the counts of the log, to the thousandth (seed %i)', async (seed) => {
    const [table, activities] = randomActivities(seed, 60, 3_000);
    const csv = writeCsv(`activities-${seed}.csv`, activities);
    const expected = allCounts(table);
    expect(expected.flat().filter((count) => count > 0).length).toBeGreaterThan(500);
    for (const each of [csv, await writeParquet(`activities-${seed}.parquet`, csv)]) {
      const faded = await aggregateActivities(history, each, table, counting);
      expect(allCounts({ ...withoutLog(table), faded })).toEqual(expected);
    }
  });

  test('are the same on PostgreSQL, by the same statement', async () => {
    const [table, activities] = randomActivities(4, 60, 3_000);
    const tables = `
      CREATE TABLE leads (lead_key text, arrived_at bigint);
      CREATE TABLE activities (lead_key text, signal_key text, occurred_at bigint, occurrences integer);
      CREATE TABLE decay (step bigint, thousandths integer);
      CREATE TABLE ticks AS
        SELECT generate_series(0::bigint, ${countTicks(counting.halfLives, counting.decayTable) - 1}) AS tick;
      INSERT INTO decay VALUES ${counting.decayTable.map((share, step) => `(${step}, ${share})`).join(', ')};
      INSERT INTO leads VALUES ${table.leadKeys
        .map((key, row) => `('${key}', ${Number.isNaN(table.arrivedAt[row]!) ? 'NULL' : table.arrivedAt[row]!})`)
        .join(', ')};
      INSERT INTO activities VALUES ${activities
        .map((each) => `('${each.leadKey}', '${each.signalKey}', ${each.occurredAt}, ${each.occurrences})`)
        .join(', ')};
    `;
    const rows = await askPostgres(tables, fadedActivitiesSql(counting.halfLives, counting.landmarkDays));
    const found = new Map(rows.map((row) => [`${String(row['lead_key'])} ${String(row['signal_key'])}`, row]));
    const counts = signalKeys.flatMap((signalKey) =>
      counting.halfLives.map((days) =>
        table.leadKeys.map((leadKey) => Number(found.get(`${leadKey} ${signalKey}`)?.[`faded_${days}`] ?? 0)),
      ),
    );
    expect(counts).toEqual(allCounts(table));
  });

  test('teach the same card as the log', async () => {
    const [table, activities] = randomActivities(5, 400, 4_000);
    const faded = await aggregateActivities(history, writeCsv('card.csv', activities), table, counting);
    const rows = Int32Array.from({ length: table.rowCount }, (_, row) => row);
    const leads = { rows, labels: Uint8Array.from(rows, (row) => (row % 3 === 0 ? 1 : 0)) };
    const settings: CardSettings = {
      fields: [],
      signals: signalKeys.map((signalKey) => ({
        signalKey,
        label: signalKey,
        points: 0,
        halfLifeDays: 14,
        capPoints: 10,
        isProductUsage: false,
      })),
      decayTable: counting.decayTable,
      landmarkDays: counting.landmarkDays,
      expertCard: null,
    };
    const [byLog, byCount] = [
      table,
      { ...table, activities: { ...table.activities, rows: new Int32Array(0) }, faded },
    ].map((each) => {
      const { card } = fitCard(each, leads, settings);
      return { signals: card.signals, points: [...cardPoints(each, rows, card, settings)] };
    });
    expect(byLog!.signals.length).toBe(3);
    expect(byCount).toEqual(byLog);
  });

  test('stay within 32 bits for a machine that clicks without end', async () => {
    const [table] = randomActivities(6, 1, 0);
    table.arrivedAt[0] = Date.UTC(2025, 0, 1);
    const clicks = Array.from({ length: 21_000 }, () => ({
      leadKey: table.leadKeys[0]!,
      signalKey: 'view',
      occurredAt: table.arrivedAt[0]!,
      occurrences: 100,
    }));
    const faded = await aggregateActivities(history, writeCsv('clicks.csv', clicks), table, {
      ...counting,
      decayTable: [1_000, 1_000, 1_000, 1_000, 1_000, 1_000],
      halfLives: [180],
    });
    expect([...faded.bySignal[0]!.byHalfLife.get(180)!]).toEqual([mostCounted]);
  });

  test('are never asked for what was not counted', async () => {
    const [table, activities] = randomActivities(7, 20, 100);
    const faded = await aggregateActivities(history, writeCsv('asked.csv', activities), table, counting);
    const rows = Int32Array.from({ length: table.rowCount }, (_, row) => row);
    const ask = (days: number, moments: Float64Array, decayTable: readonly number[]): Int32Array =>
      countFaded({ ...table, faded }, rows, moments, 0, days, decayTable);
    const moments = momentsOf(table);
    expect(() => ask(14, moments, counting.decayTable)).not.toThrow();
    expect(() => ask(15, moments, counting.decayTable)).toThrow('half-life of 15 days');
    expect(() => ask(14, table.arrivedAt, counting.decayTable)).toThrow('30 days after arrival');
    expect(() => ask(14, moments, [1_000])).toThrow('another decay table');
  });
});

describe('files of activities', () => {
  test('need a lead, a signal and an instant', async () => {
    const [table] = randomActivities(8, 2, 0);
    writeFileSync(file('lacking.csv'), 'leadKey,when\na,1\n');
    await expect(aggregateActivities(history, file('lacking.csv'), table, counting)).rejects.toThrow(
      /^HIS004.*signalKey/s,
    );
    await expect(aggregateActivities(history, file('none.csv'), table, counting)).rejects.toThrow(/^HIS001/);
    writeFileSync(file('book.xlsx'), 'PK');
    await expect(aggregateActivities(history, file('book.xlsx'), table, counting)).rejects.toThrow(/^HIS002/);
    writeFileSync(file('false.parquet'), 'leadKey,signalKey\n');
    await expect(aggregateActivities(history, file('false.parquet'), table, counting)).rejects.toThrow(/^HIS003/);
  });

  test('may tell instants as text, and count once where they do not say how often', async () => {
    const [table] = randomActivities(9, 1, 0);
    table.arrivedAt[0] = Date.UTC(2025, 0, 1);
    writeFileSync(
      file('texts.csv'),
      'Lead ID,Signal,At\n"lead ""0""",demo,2025-01-31 00:00:00\n"lead ""0""",demo,2025-01-31T01:00:00+01:00\n"lead ""0""",demo,soon\n',
    );
    const faded = await aggregateActivities(history, file('texts.csv'), table, counting);
    expect([...faded.bySignal[1]!.byHalfLife.get(7)!]).toEqual([2_000]);
  });
});
