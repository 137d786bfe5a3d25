import { defaultSettings } from '../../../core/src/author/learn/default-fields.ts';
import { train } from '../../../core/src/author/learn/train.ts';
import type { LearnedCard } from '../../../core/src/author/learn/training.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { answerDays, hasBankHistory, readBankHistory } from './bank-history.ts';

/** Whole trainings on 41,188 sales calls: what the gate says of the leaking column, and how good the card is without it. */
export async function benchBank(reporter: Reporter): Promise<void> {
  reporter.heading(
    'Sales calls of a bank, 41,188 in order of time; decimals in thousandths, answers known after five days',
  );
  if (!hasBankHistory()) {
    reporter.note('The data are not here; every figure is short.');
  }
  const training = hasBankHistory() ? await trainOnCalls() : null;
  const card = training?.fit.kind === 'learned' ? training.fit : null;
  const columns = new Set(card?.card.attributes.map(({ bins }) => bins.fieldKey) ?? []);
  const named = training?.hygiene.excludedFields.map(({ fieldKey }) => fieldKey) ?? [];
  const { crossValidation, timeSplit } = evaluationOf(card);
  reporter.figure('duration named as leakage', named.includes('call-duration') ? 1 : 0, '', atLeast(1));
  reporter.figure('columns that teach, of the other 19', columns.size, 'columns', atLeast(19));
  reporter.figure(
    'CV area under the curve, whole points',
    crossValidation?.meanAreaUnderCurve ?? Number.NaN,
    '',
    atLeast(0.795),
  );
  reporter.figure('  lost by rounding to whole points', crossValidation?.roundingLoss ?? Number.NaN, '', atMost(0.001));
  reporter.figure('CV calibration error', crossValidation?.calibrationError ?? Number.NaN, '', atMost(0.01));
  reporter.figure('CV log-loss', crossValidation?.logLoss ?? Number.NaN, '');
  reporter.figure(
    'last 30 %, calibration following: area',
    timeSplit?.rolling.areaUnderCurve ?? Number.NaN,
    '',
    atLeast(0.74),
  );
  reporter.figure('  calibration error', timeSplit?.rolling.calibrationError ?? Number.NaN, '', atMost(0.07));
  reporter.figure('  area with the calibration frozen', timeSplit?.frozen.areaUnderCurve ?? Number.NaN, '');
  reporter.figure('  calibration error with it frozen', timeSplit?.frozen.calibrationError ?? Number.NaN, '');
  benchConfidence(card, reporter);
}

async function trainOnCalls(): Promise<Awaited<ReturnType<typeof train>>> {
  const { table, policy, asOf } = readBankHistory();
  return train(table, policy, { ...defaultSettings(policy), horizonDays: answerDays }, { asOf, now: asOf });
}

function evaluationOf(card: LearnedCard | null): Partial<LearnedCard['evaluation']> {
  return card?.evaluation ?? {};
}

function benchConfidence(card: LearnedCard | null, reporter: Reporter): void {
  reporter.heading('What confidence says, against a second training on leads that share none with the first');
  const buckets = card?.evaluation.confidence ?? [];
  for (const { from, count, said, was } of buckets) {
    reporter.note(`confidence from ${from}: said ${said.toFixed(3)}, agreed ${was.toFixed(3)} (${count} leads)`);
  }
  const farthest = buckets.reduce((most, { said, was }) => Math.max(most, Math.abs(said - was)), 0);
  reporter.figure('farthest bucket', buckets.length === 0 ? Number.NaN : farthest, '', atMost(0.05));
  const risks = card?.evaluation.timeSplit?.riskByCoverage ?? [];
  reporter.note(
    `risk by coverage, last 30 %: ${risks.map(({ coverage, risk }) => `${coverage}: ${risk.toFixed(3)}`).join('  ')}`,
  );
  const rises = risks.filter(({ risk }, place) => place > 0 && risk > risks[place - 1]!.risk).length;
  reporter.figure(
    'steps at which risk rises as coverage is cut',
    risks.length === 0 ? Number.NaN : rises,
    '',
    atMost(0),
  );
}
