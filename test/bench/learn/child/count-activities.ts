/** Run by activities.ts in a process of its own: count-activities.ts LEADS ACTIVITIES */
import { aggregateActivities } from '../../../../core/src/author/history/aggregate-activities.ts';
import { openHistory } from '../../../../core/src/author/history/open-history.ts';
import { quoteText } from '../../../../core/src/author/history/quote.ts';
import { halfLives } from '../../../../core/src/author/learn/engagement/choose-signal-form.ts';
import { countFaded } from '../../../../core/src/author/learn/engagement/faded-counts.ts';
import { noActivities, type LeadTable } from '../../../../core/src/author/learn/table/lead-table.ts';
import { TableBuilder } from '../../../../core/src/author/learn/table/table-builder.ts';
import { madeSignals } from '../activities-sql.ts';
import { starterPolicy } from '../starter-policy.ts';

const [leadsFile, activitiesFile] = process.argv.slice(2) as [string, string];
const dayMillis = 86_400_000;
const landmarkDays = 30;
const looked = 997;
const policy = starterPolicy();
const history = await openHistory();

const read = await history.connection.runAndReadAll(
  `SELECT "leadKey", "arrivedAt"::DOUBLE FROM ${quoteText(leadsFile)} ORDER BY "leadKey"`,
);
const [leadKeys, arrivals] = read.getColumns() as [string[], number[]];
const table: LeadTable = {
  ...new TableBuilder(policy, 'file').finish(),
  rowCount: leadKeys.length,
  leadKeys,
  arrivedAt: Float64Array.from(arrivals),
  activities: { ...noActivities(), signalKeys: madeSignals },
};

const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
const faded = await aggregateActivities(history, activitiesFile, table, {
  signalKeys: madeSignals,
  halfLives,
  decayTable: policy.decayTable,
  landmarkDays,
});
const seconds = (performance.now() - startedAt) / 1_000;
const cpu = process.cpuUsage(cpuBefore);
const peakMegabytes = process.resourceUsage().maxRSS / 1_024;

console.log(
  JSON.stringify({
    halfLifeCount: faded.bySignal[0]!.byHalfLife.size,
    pairCount: faded.bySignal.reduce((sum, { rows }) => sum + rows.length, 0),
    seconds,
    processorSeconds: (cpu.user + cpu.system) / 1e6,
    wrongCount: await countWrong(),
    peakMegabytes,
  }),
);
await history.close();

/** Every so-many-th lead is counted again, one activity at a time, by the log. */
async function countWrong(): Promise<number> {
  const some = await history.connection.runAndReadAll(
    `SELECT substr("leadKey", 2)::INTEGER AS lead, "signalKey", "occurredAt"::DOUBLE, occurrences
     FROM ${quoteText(activitiesFile)} WHERE substr("leadKey", 2)::INTEGER % ${looked} = 0`,
  );
  const [rows, signals, occurredAt, occurrences] = some.getColumns() as [number[], string[], number[], number[]];
  const logged: LeadTable = {
    ...table,
    activities: {
      signalKeys: madeSignals,
      rows: Int32Array.from(rows),
      signals: Uint16Array.from(signals, (signal) => madeSignals.indexOf(signal)),
      occurredAt: Float64Array.from(occurredAt),
      occurrences: Float64Array.from(occurrences),
    },
  };
  const chosen = Int32Array.from({ length: Math.ceil(table.rowCount / looked) }, (_, place) => place * looked);
  const moments = Float64Array.from(chosen, (row) => table.arrivedAt[row]! + landmarkDays * dayMillis);
  let wrongCount = 0;
  for (const signal of madeSignals.keys()) {
    for (const days of halfLives) {
      const [one, other] = [logged, { ...table, faded }].map((each) =>
        countFaded(each, chosen, moments, signal, days, policy.decayTable),
      );
      one!.forEach((count, place) => {
        wrongCount += count === other![place] ? 0 : 1;
      });
    }
  }
  return wrongCount;
}
