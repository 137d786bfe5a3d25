import { calibrate } from '../calibrate/calibrate.ts';
import { chancesOf } from '../calibrate/calibration.ts';
import { addVariances, cutOf, errorsFromCut, highShare } from '../confidence/agreement.ts';
import { checkConfidence } from '../confidence/check-confidence.ts';
import { riskByCoverage } from '../confidence/risk-by-coverage.ts';
import { cardPoints, fitCard, type CardSettings, type LabelledLeads } from '../fit/fit-card.ts';
import { logOddsOf } from '../fit/likelihood.ts';
import { pointsPerLogOdds } from '../fit/point-scale.ts';
import type { LeadTable } from '../table/lead-table.ts';
import type { Evaluation } from '../training.ts';
import { crossValidate, type CrossValidation } from './cross-validate.ts';
import { isTopClearlyAhead, liftByTier } from './lift.ts';
import { areaUnderCurve, calibrationGroups, measure } from './measures.ts';
import { rollCalibration } from './roll-calibration.ts';
import { splitByTime } from './split-by-time.ts';

/** What evaluating needs besides the leads. */
export type EvaluationSettings = {
  card: CardSettings;
  /** How long after arrival an answer is known: landmark and horizon. */
  answerDays: number;
  seed: number;
  /** What the present revision says of rows. */
  presentScoresOf: (rows: Int32Array) => Float64Array;
  /** Whether its card was trained, so that it may have seen the later leads itself. */
  hasPresentSeenLater: boolean;
  /** Told after each of the trainings that evaluating takes; the caller may pause there. */
  onStep: (title: string, done: number, all: number) => Promise<void>;
};

/** Too few later leads of a kind to say anything. */
const leastOfKind = 10;

/** Looks at a way of training from all sides, always on leads that the card in question never saw. */
export async function evaluateCard(
  table: LeadTable,
  leads: LabelledLeads,
  settings: EvaluationSettings,
): Promise<{ evaluation: Evaluation; crossValidation: CrossValidation }> {
  const crossValidation = await crossValidate(table, leads, settings.card, settings.seed, (done, all) =>
    settings.onStep('cross-validation', done, all),
  );
  await settings.onStep('time split', 0, 1);
  const timeSplit = await evaluateByTime(table, leads, settings);
  await settings.onStep('confidence', 0, 1);
  const confidence = checkConfidence(table, leads, settings.card, settings.seed);
  return {
    crossValidation,
    evaluation: {
      crossValidation: {
        ...crossValidation.measures,
        meanAreaUnderCurve: crossValidation.areaUnderCurve,
        roundingLoss: crossValidation.roundingLoss,
      },
      timeSplit,
      confidence,
    },
  };
}

async function evaluateByTime(
  table: LeadTable,
  leads: LabelledLeads,
  settings: EvaluationSettings,
): Promise<Evaluation['timeSplit']> {
  const { cutAt, earlier, later, purgedCount } = splitByTime(table, leads, settings.answerDays);
  const hasBoth = (labels: Uint8Array): boolean => {
    const wins = labels.reduce((sum, label) => sum + label, 0);
    return wins >= leastOfKind && labels.length - wins >= leastOfKind;
  };
  if (!hasBoth(earlier.labels) || !hasBoth(later.labels)) {
    return null;
  }
  const { card } = fitCard(table, earlier, settings.card);
  const points = cardPoints(table, later.rows, card, settings.card);
  // A card flatters the leads that it was made from, so they can't say what its points are worth.
  const { points: unseen } = await crossValidate(table, earlier, settings.card, settings.seed, (done, all) =>
    settings.onStep('time split', done, all),
  );
  const calibration = calibrate(unseen, earlier.labels, 1);
  const frozen = chancesOf(calibration, points);
  const rolled = rollCalibration(table, later, points, settings.answerDays, calibration);
  // Decisions turn on the score, and the score follows the calibration.
  const rolledPoints = Int32Array.from(rolled.chances, (chance) => Math.round(logOddsOf(chance) * pointsPerLogOdds));
  const cut = cutOf(rolledPoints, highShare);
  const tiers = liftByTier(points, later.labels);
  return {
    cutAt,
    earlierCount: earlier.rows.length,
    purgedCount,
    frozen: measure(points, frozen, later.labels),
    rolling: { ...measure(rolled.chances, rolled.chances, later.labels), versions: rolled.versions },
    groups: calibrationGroups(rolled.chances, later.labels),
    tiers,
    isTopClearlyAhead: isTopClearlyAhead(tiers),
    riskByCoverage: riskByCoverage(
      errorsFromCut(rolledPoints, addVariances(card, table, later.rows), cut),
      Uint8Array.from(rolledPoints, (own) => (own >= cut ? 1 : 0)),
      later.labels,
    ),
    present: presentOf(settings.presentScoresOf(later.rows), later.labels, settings.hasPresentSeenLater),
    native: nativeOf(table, later, points),
  };
}

function presentOf(scores: Float64Array, labels: Uint8Array, mayHaveSeen: boolean): TimeSplit['present'] {
  return scores.every((score) => score === scores[0])
    ? null
    : { areaUnderCurve: areaUnderCurve(scores, labels), tiers: liftByTier(scores, labels), mayHaveSeen };
}

type TimeSplit = NonNullable<Evaluation['timeSplit']>;

function nativeOf(
  table: LeadTable,
  later: LabelledLeads,
  points: Int32Array,
): { count: number; areaUnderCurve: number; ownAreaUnderCurve: number } | null {
  const scores = table.nativeScores;
  if (scores === null) {
    return null;
  }
  const places = Int32Array.from(later.rows.keys()).filter((place) => !Number.isNaN(scores[later.rows[place]!]!));
  const labels = Uint8Array.from(places, (place) => later.labels[place]!);
  const area = areaUnderCurve(
    Float64Array.from(places, (place) => scores[later.rows[place]!]!),
    labels,
  );
  const own = areaUnderCurve(
    Int32Array.from(places, (place) => points[place]!),
    labels,
  );
  return Number.isNaN(area) ? null : { count: places.length, areaUnderCurve: area, ownAreaUnderCurve: own };
}
