import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openHistory, trainHistory, type TrainingRequest } from '../../../core/src/author/train/train-files.ts';
import type { Training } from '../../../core/src/author/learn/training.ts';
import { atLeast } from '../figure.ts';
import type { Reporter } from '../reporter.ts';

const folder = path.join(import.meta.dirname, '../../../../shared/data/olist-funnel');
const horizonDays = 30;

/** Seller leads of a marketplace through the command line's own road: files, guessed mapping, training. */
export async function benchOlist(reporter: Reporter): Promise<void> {
  reporter.heading('Seller leads of a marketplace, 8,000 with 842 won; a win counts within 30 days');
  if (!existsSync(folder)) {
    reporter.note('The data are not here; every figure is short.');
  }
  const whole = await trainOn(null);
  const early = await trainOn(Date.UTC(2018, 4, 31));
  const card = whole?.engagement.kind === 'learned' ? whole.engagement : null;
  const split = card?.evaluation.timeSplit;
  reporter.figure('time split, area under the curve', split?.frozen.areaUnderCurve ?? Number.NaN, '', atLeast(0.71));
  reporter.figure('  leads purged, their answer not yet known', split?.purgedCount ?? Number.NaN, 'leads', atLeast(1));
  reporter.figure('  later leads, and won', split?.frozen.count ?? Number.NaN, 'leads');
  reporter.note(
    `days to win, the censored counted: ${(whole?.horizon.daysToWin ?? []).map(({ share, days }) => `${100 * share} % by ${days}`).join(', ')}`,
  );
  reporter.figure(
    'censored, looked at on the last arrival',
    early?.labels.censoredCount ?? Number.NaN,
    'leads',
    atLeast(1),
  );
  reporter.figure(
    '  of them won already and left out too',
    early?.labels.censoredWonCount ?? Number.NaN,
    'leads',
    atLeast(1),
  );
}

async function trainOn(asOf: number | null): Promise<Training | null> {
  if (!existsSync(folder)) {
    return null;
  }
  const outFolder = mkdtempSync(path.join(tmpdir(), 'signalbox-learn-'));
  const request: TrainingRequest = {
    leadsFile: path.join(folder, 'olist_marketing_qualified_leads_dataset.csv'),
    outcomesFile: path.join(folder, 'olist_closed_deals_dataset.csv'),
    activitiesFile: null,
    outcomeHeaders: {},
    mapFile: null,
    policyFile: null,
    settingsFile: null,
    horizonDays,
    landmarkDays: null,
    asOf,
    outFolder,
    now: Date.UTC(2026, 10, 22),
  };
  const watch = { onMapping: () => {}, onProgress: () => {}, isStopped: () => false };
  try {
    return await trainHistory(await openHistory(request, watch), request, watch);
  } finally {
    rmSync(outFolder, { recursive: true });
  }
}
