import type { Policy } from '../../decide/model/policy.ts';
import { keepNewest } from './engagement/keep-newest.ts';
import { inspectHygiene } from './hygiene/inspect-hygiene.ts';
import type { HygieneReport } from './hygiene/hygiene-report.ts';
import { chooseHorizon, type ChosenHorizon } from './labels/choose-horizon.ts';
import { labelLeads, type LabelledRows } from './labels/label-leads.ts';
import { dayOfShare, timeToWin, type WinCurve } from './labels/time-to-win.ts';
import { learnAxis } from './learn-axis.ts';
import type { LeadTable } from './table/lead-table.ts';
import type { LearnedAxis, LearnedCard, RefusedCard, Training, TrainingSettings } from './training.ts';

const dayMillis = 86_400_000;

/** Told how far training is. Whoever draws on the same thread can wait here until that is done; whoever wants to stop throws. */
export type TrainingHooks = { onProgress: (phase: string, done: number, all: number) => Promise<void> };

const silent: TrainingHooks = { onProgress: () => Promise.resolve() };

/** When it is: the day of looking, and the moment of training. */
export type TrainingClock = { asOf: number; now: number };

/**
 * Turns won and lost history into two cards, or says plainly why that history can't support one.
 *
 * Hygiene first; red stops. Then labels, of which open leads have none. Then fit and engagement, each from its own fields, each
 * evaluated on leads it never saw. The same input gives the same training, bit for bit.
 *
 * @param policy the revision that decides today: its fields, signals and present cards
 */
export async function train(
  table: LeadTable,
  policy: Policy,
  settings: TrainingSettings,
  clock: TrainingClock,
  hooks: TrainingHooks = silent,
): Promise<Training> {
  await hooks.onProgress('hygiene', 0, 1);
  const looked = lookAtHistory(table, settings, clock.asOf);
  const excluded = new Set(looked.hygiene.excludedFields.map(({ fieldKey }) => fieldKey));
  const learn = async (
    axis: LearnedAxis,
    labels: LabelledRows,
    landmarkDays: number,
  ): Promise<LearnedCard | RefusedCard> =>
    looked.hygiene.isStopped || isTooFew(labels)
      ? stoppedBy(looked.hygiene, axis)
      : learnAxis({
          axis,
          table: axis === 'engagement' ? keepNewest(table, landmarkDays) : table,
          leads: labels,
          policy,
          settings,
          answerDays: looked.horizon.days + landmarkDays,
          excluded,
          onStep: (title, done, all) => hooks.onProgress(`${axis}: ${title}`, done, all),
        });
  const fit = await learn('fit', looked.labels, 0);
  const engagement = await learn(
    'engagement',
    settings.landmarkDays === 0
      ? looked.labels
      : labelLeads(table, clock.asOf, looked.horizon.days, settings.landmarkDays),
    settings.landmarkDays,
  );
  await hooks.onProgress('done', 1, 1);
  const { rows: _rows, labels: _labels, ...counts } = looked.labels;
  return {
    format: 1,
    trainedAt: clock.now,
    asOf: clock.asOf,
    ...spanOf(table),
    leadCount: table.rowCount,
    horizon: { ...looked.horizon, daysToWin: daysToWin(looked.curve) },
    landmarkDays: settings.landmarkDays,
    seed: settings.seed,
    labels: { count: looked.labels.rows.length, ...counts },
    hygiene: looked.hygiene,
    fit,
    engagement,
    thresholds: {
      fitHigh: fit.kind === 'learned' ? fit.highFrom : policy.thresholds.fitHigh,
      engagementHigh: engagement.kind === 'learned' ? engagement.highFrom : policy.thresholds.engagementHigh,
    },
  };
}

/** A history with its labels and what is wrong with it: all that the gate needs, before any model. */
export type LookedAtHistory = {
  curve: WinCurve;
  horizon: ChosenHorizon;
  labels: LabelledRows;
  hygiene: HygieneReport;
};

export function lookAtHistory(table: LeadTable, settings: TrainingSettings, asOf: number): LookedAtHistory {
  const curve = timeToWin(table, asOf);
  const { firstArrivalAt } = spanOf(table);
  const horizon =
    settings.horizonDays === null
      ? chooseHorizon(curve, Math.max(0, (asOf - firstArrivalAt) / dayMillis))
      : { days: settings.horizonDays, reason: 'set by hand' };
  const labels = labelLeads(table, asOf, horizon.days, 0);
  return {
    curve,
    horizon,
    labels,
    hygiene: inspectHygiene(table, { ...labels, horizonDays: horizon.days }, settings, asOf),
  };
}

const leastOfKind = 30;

function isTooFew({ rows, wonCount }: LabelledRows): boolean {
  return wonCount < leastOfKind || rows.length - wonCount < leastOfKind;
}

function stoppedBy(hygiene: HygieneReport, axis: LearnedAxis): RefusedCard {
  const line = hygiene.lines.find(({ grade, isStopping }) => grade === 'missing' && isStopping);
  return {
    kind: 'refused',
    axis,
    code: line?.code ?? 'LRN051',
    reason:
      line?.found.replace(/\.$/, '') ?? 'too few leads have an answer at the moment at which this axis looks at them',
    next: `${line?.next ?? 'Look at them earlier, or wait until more leads are answered.'} The present card stays.`,
  };
}

function spanOf(table: LeadTable): { firstArrivalAt: number; lastArrivalAt: number } {
  let first = Infinity;
  let last = -Infinity;
  for (const arrivedAt of table.arrivedAt) {
    first = arrivedAt < first ? arrivedAt : first;
    last = arrivedAt > last ? arrivedAt : last;
  }
  return Number.isFinite(first)
    ? { firstArrivalAt: first, lastArrivalAt: last }
    : { firstArrivalAt: 0, lastArrivalAt: 0 };
}

function daysToWin(curve: WinCurve): { share: number; days: number }[] {
  return [0.1, 0.5, 0.7, 0.9].flatMap((share) => {
    const days = dayOfShare(curve, share);
    return days === null ? [] : [{ share, days }];
  });
}
