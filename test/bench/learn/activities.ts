import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openHistory } from '../../../core/src/author/history/open-history.ts';
import { quoteText } from '../../../core/src/author/history/quote.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { activitiesSql, activityLeadsSql } from './activities-sql.ts';
import { runChild } from './run-child.ts';

const activityCount = 10_000_000;
const leadCount = 1_000_000;

type Counted = {
  halfLifeCount: number;
  pairCount: number;
  seconds: number;
  processorSeconds: number;
  wrongCount: number;
  peakMegabytes: number;
};

/** Ten million activities of a million leads in Parquet, counted and faded for every half-life that training chooses from. */
export async function benchActivities(reporter: Reporter): Promise<void> {
  reporter.heading('Ten million activities, faded');
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-activities-'));
  try {
    const [activities, leads] = [path.join(folder, 'activities.parquet'), path.join(folder, 'leads.parquet')];
    const history = await openHistory();
    await history.connection.run(`COPY (${activityLeadsSql(leadCount)}) TO ${quoteText(leads)} (FORMAT parquet)`);
    await history.connection.run(
      `COPY (${activitiesSql(activityCount, leadCount)}) TO ${quoteText(activities)} (FORMAT parquet)`,
    );
    await history.close();
    reporter.note(`${(statSync(activities).size / 1e6).toFixed(0)} MB of Parquet, made and not counted`);
    const counted = runChild<Counted>('count-activities.ts', [leads, activities]);
    reporter.figure('activities to faded counts', counted.seconds, 's', atMost(5));
    reporter.figure('  of processor time', counted.processorSeconds, 's');
    reporter.figure('  half-lives counted', counted.halfLifeCount, '', atLeast(7));
    reporter.figure('  leads and signals that showed any', counted.pairCount, 'pairs');
    reporter.figure('counts that differ from counting one by one', counted.wrongCount, '', atMost(0));
    reporter.figure('largest resident size', counted.peakMegabytes, 'MB');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
