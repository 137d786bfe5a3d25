import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openHistory } from '../../../core/src/author/history/open-history.ts';
import { quoteText } from '../../../core/src/author/history/quote.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { millionLeadsSql } from './million-leads-sql.ts';
import { runChild } from './run-child.ts';

const leadCount = 1_000_000;

type Trained = {
  rowCount: number;
  columnCount: number;
  wonShare: number;
  loadSeconds: number;
  trainSeconds: number;
  trainProcessorSeconds: number;
  weightCount: number;
  steps: number;
  area: number;
  areaOfTruth: number;
  loadedMegabytes: number;
  peakMegabytes: number;
};

/** A million leads with fifteen columns from Parquet to a card of whole points, beside the truth that they were made from. */
export async function benchMillion(reporter: Reporter): Promise<void> {
  reporter.heading('A million leads, fifteen columns');
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-million-'));
  try {
    const leads = path.join(folder, 'leads.parquet');
    const history = await openHistory();
    await history.connection.run(`COPY (${millionLeadsSql(leadCount)}) TO ${quoteText(leads)} (FORMAT parquet)`);
    await history.close();
    reporter.note(`${(statSync(leads).size / 1e6).toFixed(0)} MB of Parquet, made and not counted`);
    const trained = runChild<Trained>('train-million.ts', [leads]);
    reporter.figure('leads read', trained.rowCount, 'leads', atLeast(leadCount));
    reporter.figure('columns learned from', trained.columnCount, '', atLeast(15));
    reporter.figure('  of them won', trained.wonShare * 100, '%');
    reporter.figure('Parquet to columns', trained.loadSeconds, 's');
    reporter.figure('columns to card', trained.trainSeconds, 's', atMost(3));
    reporter.figure('  of processor time', trained.trainProcessorSeconds, 's');
    reporter.figure('  weights fitted', trained.weightCount, '');
    reporter.figure("  Newton's steps on all leads", trained.steps, '');
    reporter.figure('area under curve', trained.area, '', atLeast(trained.areaOfTruth - 0.005));
    reporter.figure('  of the sum they were made from', trained.areaOfTruth, '');
    reporter.figure('resident size when loaded', trained.loadedMegabytes, 'MB');
    reporter.figure('largest resident size', trained.peakMegabytes, 'MB', atMost(1_500));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
