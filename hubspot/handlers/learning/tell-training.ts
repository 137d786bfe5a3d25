import type { Measures } from '../../../core/src/author/learn/evaluate/measures.ts';
import type { Tier } from '../../../core/src/author/learn/evaluate/lift.ts';
import { isNoBetterThanToday } from '../../../core/src/author/learn/publish/is-no-better.ts';
import type { Evaluation, LearnedCard, RefusedCard, Training } from '../../../core/src/author/learn/training.ts';
import type { LearnedAxisForm, LearnedForm, LearningNote, TierForm } from './learning-forms.ts';

/** So many records stand behind a finding; a portal has list views for the rest. */
const mostWitnesses = 20;

/** A training as pages show it: what JSON cannot hold is null, and what only another training needs is left out. */
export function tellTraining(training: Training, policyHash: string, notes: readonly LearningNote[]): LearnedForm {
  const { horizon, hygiene, labels } = training;
  return {
    trainedAt: training.trainedAt,
    policyHash,
    asOf: training.asOf,
    firstArrivalAt: training.firstArrivalAt,
    lastArrivalAt: training.lastArrivalAt,
    leadCount: training.leadCount,
    horizonDays: horizon.days,
    horizonReason: horizon.reason,
    daysToWin: horizon.daysToWin.map(({ share, days }) => ({ share, days: figureOf(days) })),
    labels: { ...labels },
    hygiene: {
      lines: hygiene.lines.map((line) => ({ ...line, witnesses: line.witnesses.slice(0, mostWitnesses) })),
      recentDeals: hygiene.recentDeals.map((deal) => ({ ...deal, closedAt: figureOf(deal.closedAt) })),
      excludedFields: hygiene.excludedFields.map((field) => ({ ...field })),
      isStopped: hygiene.isStopped,
    },
    axes: [tellAxis(training.fit), tellAxis(training.engagement)],
    thresholds: { ...training.thresholds },
    notes: [...notes],
  };
}

function tellAxis(learned: LearnedCard | RefusedCard): LearnedAxisForm {
  if (learned.kind === 'refused') {
    return { ...learned };
  }
  const { axis, isPriorDriven, labelled, calibration, evaluation, scorecard, signals, highFrom, weaknesses } = learned;
  return {
    kind: 'learned',
    axis,
    isPriorDriven,
    isNoBetterThanToday: isNoBetterThanToday(learned),
    ...labelled,
    calibration: calibration.method,
    crossValidation: tellMeasures(evaluation.crossValidation),
    timeSplit: evaluation.timeSplit === null ? null : tellSplit(evaluation.timeSplit),
    scorecard: { ...scorecard, axis },
    signals,
    highFrom,
    weaknesses,
  };
}

type Told = Extract<LearnedAxisForm, { kind: 'learned' }>;

function tellSplit(split: NonNullable<Evaluation['timeSplit']>): NonNullable<Told['timeSplit']> {
  const { present, native } = split;
  return {
    cutAt: split.cutAt,
    earlierCount: split.earlierCount,
    purgedCount: split.purgedCount,
    frozen: tellMeasures(split.frozen),
    rolling: tellMeasures(split.rolling),
    groups: split.groups.map(({ count, said, happened }) => ({
      count,
      said: figureOf(said),
      happened: figureOf(happened),
    })),
    tiers: split.tiers.map(tellTier),
    isTopClearlyAhead: split.isTopClearlyAhead,
    present:
      present === null
        ? null
        : { areaUnderCurve: figureOf(present.areaUnderCurve), tiers: present.tiers.map(tellTier) },
    native:
      native === null
        ? null
        : {
            count: native.count,
            areaUnderCurve: figureOf(native.areaUnderCurve),
            ownAreaUnderCurve: figureOf(native.ownAreaUnderCurve),
          },
  };
}

function tellMeasures(measures: Measures): Told['crossValidation'] {
  return {
    count: measures.count,
    wonCount: measures.wonCount,
    areaUnderCurve: figureOf(measures.areaUnderCurve),
    logLoss: figureOf(measures.logLoss),
    baseLogLoss: figureOf(measures.baseLogLoss),
    brierScore: figureOf(measures.brierScore),
    calibrationError: figureOf(measures.calibrationError),
  };
}

function tellTier(tier: Tier): TierForm {
  return { ...tier, wonShare: figureOf(tier.wonShare), low: figureOf(tier.low), high: figureOf(tier.high) };
}

function figureOf(figure: number | null): number | null {
  return figure !== null && Number.isFinite(figure) ? figure : null;
}
