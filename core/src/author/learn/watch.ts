import { axes } from '../../decide/model/choices.ts';
import type { Policy } from '../../decide/model/policy.ts';
import type { Scorecard } from '../../decide/model/scorecard.ts';
import { keepNewest } from './engagement/keep-newest.ts';
import { missingBin, otherBin } from '../../decide/score/score-attributes.ts';
import { firstBinCode, missingCode, otherCode } from './bins/attribute-bins.ts';
import { encodeLeads } from './bins/encode-leads.ts';
import { chancesOf, type Calibration } from './calibrate/calibration.ts';
import { recalibrate } from './calibrate/recalibrate.ts';
import { drawReviewSample, type DrawnLead, type ReviewCadence } from './drift/draw-review-sample.ts';
import type { DriftAlarm } from './drift/drift-alarm.ts';
import { driftOfInputs } from './drift/drift-of-inputs.ts';
import { driftOfOutcomes } from './drift/drift-of-outcomes.ts';
import { judgeCalibration, type CalibrationJudgement } from './drift/judge-calibration.ts';
import { rollOutcomes, type AnsweredLead } from './drift/roll-outcomes.ts';
import { renewedOn } from './evaluate/roll-calibration.ts';
import { cardPoints, type CardSettings } from './fit/fit-card.ts';
import { logOddsOf } from './fit/likelihood.ts';
import { labelLeads } from './labels/label-leads.ts';
import { cardOfScorecard } from './publish/card-of-scorecard.ts';
import { layScoreTable, scoreAt } from './publish/score-table.ts';
import type { LeadTable } from './table/lead-table.ts';
import type { LearnedAxis } from './training.ts';

/** What a training left of one axis, and what watching it takes. */
export type WatchedCard = { axis: LearnedAxis; calibration: Calibration; averageChance: number };

/** A training that is live: when it looked, when its chances were calibrated last, and how it labelled. */
export type WatchedTraining = {
  asOf: number;
  calibratedAt: number;
  horizonDays: number;
  landmarkDays: number;
  cards: readonly WatchedCard[];
};

/** How one card does on leads that came after its training. */
export type CardWatch = {
  axis: LearnedAxis;
  recentCount: number;
  answeredCount: number;
  alarms: DriftAlarm[];
  judgement: CalibrationJudgement;
  /** The calibration that recent answers ask for; the same version where there are too few. */
  calibration: Calibration;
  scorecard: Scorecard;
  /** For a person to look at. */
  reviews: DrawnLead[];
};

const mostReviews = 20;

/**
 * Looks after published cards: are leads still as they were, do chances still come true, and what should a person look at? Gives the
 * cards with their calibration renewed on the newest answers, as a draft; points are never touched here.
 */
export function watchCards(
  history: LeadTable,
  policy: Policy,
  training: WatchedTraining,
  asOf: number,
  cadence: ReviewCadence,
  seed: number,
): CardWatch[] {
  const table = keepNewest(history, training.landmarkDays);
  return training.cards.flatMap((card) => {
    const scorecard = policy.scorecards[axes.indexOf(card.axis)]!;
    return scorecard.basis === 'trained'
      ? [watchCard(table, policy, training, card, scorecard, asOf, cadence, seed)]
      : [];
  });
}

function watchCard(
  table: LeadTable,
  policy: Policy,
  training: WatchedTraining,
  { axis, calibration, averageChance }: WatchedCard,
  scorecard: Scorecard,
  asOf: number,
  cadence: ReviewCadence,
  seed: number,
): CardWatch {
  const landmarkDays = axis === 'engagement' ? training.landmarkDays : 0;
  const settings: CardSettings = {
    fields: [],
    signals: [],
    decayTable: policy.decayTable,
    landmarkDays,
    expertCard: null,
  };
  const card = cardOfScorecard(scorecard, policy.signals, table);
  const recent = Int32Array.from(table.arrivedAt.keys()).filter(
    (row) => table.arrivedAt[row]! > training.asOf && table.arrivedAt[row]! <= asOf,
  );
  const labelled = labelLeads(table, asOf, training.horizonDays, landmarkDays);
  const kept = Int32Array.from(labelled.rows.keys()).filter(
    (place) => table.arrivedAt[labelled.rows[place]!]! > training.asOf,
  );
  const answered = kept.map((place) => labelled.rows[place]!);
  const labels = Uint8Array.from(kept, (place) => labelled.labels[place]!);
  const points = cardPoints(table, answered, card, settings);
  const chances = chancesOf(calibration, points);
  const said = Array.from(answered, (row, place): AnsweredLead => ({
    leadKey: table.leadKeys[row]!,
    arrivedAt: table.arrivedAt[row]!,
    chance: chances[place]!,
    isWon: labels[place] === 1,
  }));
  // What came before the last calibration was calibrated on: it can't judge it.
  const checks = rollOutcomes(said.filter(({ arrivedAt }) => arrivedAt > training.calibratedAt)).map((outcomes) => ({
    at: outcomes.until,
    outcomes,
    scores: null,
  }));
  const judgement = judgeCalibration(scorecard.isCalibrated, checks);
  const newest = Math.max(0, points.length - renewedOn);
  const renewed = recalibrate(calibration, points.subarray(newest), labels.subarray(newest));
  const last = scorecard.tableStart + scorecard.scoreTable.length - 1;
  const highFrom = axis === 'fit' ? policy.thresholds.fitHigh : policy.thresholds.engagementHigh;
  return {
    axis,
    recentCount: recent.length,
    answeredCount: answered.length,
    alarms: [...driftOfInputs(scorecard, binsOfLeads(table, recent, scorecard)), ...driftOfOutcomes(said)],
    judgement,
    calibration: renewed,
    scorecard: {
      ...scorecard,
      ...(renewed === calibration
        ? {}
        : layScoreTable(renewed, logOddsOf(averageChance), scorecard.basePoints, scorecard.tableStart, last)),
      // A calibration that was just renewed on the newest answers begins trusted; the next look judges it.
      isCalibrated: renewed !== calibration || judgement.isCalibrated,
    },
    reviews: drawReviewSample(
      Array.from(cardPoints(table, recent, card, settings), (own, place) => {
        const score = scoreAt(scorecard, own);
        return { leadKey: table.leadKeys[recent[place]!]!, score, isAccepted: score >= highFrom };
      }),
      cadence,
      mostReviews,
      seed,
    ),
  };
}

/** The bins of leads as a decision records them. */
function binsOfLeads(table: LeadTable, rows: Int32Array, scorecard: Scorecard): number[][] {
  const { codes } = encodeLeads(
    table,
    rows,
    cardOfScorecard(scorecard, [], table).attributes.map(({ bins }) => bins),
  );
  const place = (code: number): number =>
    code === missingCode ? missingBin : code === otherCode ? otherBin : code - firstBinCode;
  return Array.from(rows, (_, row) => codes.map((own) => place(own[row]!)));
}

/** The policy with the watched cards in place of its own: a draft for a person, as any other. */
export function proposeWatched(policy: Policy, watches: readonly CardWatch[]): Policy {
  return {
    ...policy,
    scorecards: policy.scorecards.map((card) => watches.find(({ axis }) => axis === card.axis)?.scorecard ?? card),
  };
}
