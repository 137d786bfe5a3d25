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
import { driftOfScores, layScoreBands } from './drift/drift-of-scores.ts';
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
/** Fewer leads of the training among the history say little about how scores were spread. */
const leastForBands = 200;

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

/** A card with the leads of a history that it is looked at on. */
type Look = {
  table: LeadTable;
  scorecard: Scorecard;
  scoresOf: (rows: Int32Array) => number[];
  /** Leads that came before the training looked, and since. */
  earlier: Int32Array;
  recent: Int32Array;
  /** Of the recent ones those that have an answer, with their points. */
  answered: Int32Array;
  labels: Uint8Array;
  points: Int32Array;
};

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
  const look = openLook(table, policy, training, scorecard, asOf);
  const said = sayChances(look, calibration);
  const moved = moveOfScores(look);
  // What came before the last calibration was calibrated on: it can't judge it.
  const windows = rollOutcomes(said.filter(({ arrivedAt }) => arrivedAt > training.calibratedAt));
  const judgement = judgeCalibration(
    scorecard.isCalibrated,
    windows.length === 0
      ? [{ at: asOf, outcomes: null, scores: moved }]
      : windows.map((outcomes) => ({ at: outcomes.until, outcomes, scores: null })),
  );
  const newest = Math.max(0, look.points.length - renewedOn);
  const renewed = recalibrate(calibration, look.points.subarray(newest), look.labels.subarray(newest));
  return {
    axis,
    recentCount: look.recent.length,
    answeredCount: look.answered.length,
    alarms: [
      ...driftOfInputs(scorecard, binsOfLeads(table, look.recent, scorecard)),
      ...(moved === null ? [] : [moved]),
      ...driftOfOutcomes(said),
    ],
    judgement,
    calibration: renewed,
    scorecard:
      renewed === calibration
        ? { ...scorecard, isCalibrated: judgement.isCalibrated }
        : withCalibration(scorecard, renewed, averageChance),
    reviews: drawReviews(
      look,
      axis === 'fit' ? policy.thresholds.fitHigh : policy.thresholds.engagementHigh,
      cadence,
      seed,
    ),
  };
}

function openLook(
  table: LeadTable,
  policy: Policy,
  training: WatchedTraining,
  scorecard: Scorecard,
  asOf: number,
): Look {
  const landmarkDays = scorecard.axis === 'engagement' ? training.landmarkDays : 0;
  const settings: CardSettings = {
    fields: [],
    signals: [],
    decayTable: policy.decayTable,
    landmarkDays,
    expertCard: null,
  };
  const card = cardOfScorecard(scorecard, policy.signals, table);
  const pointsOf = (rows: Int32Array): Int32Array => cardPoints(table, rows, card, settings);
  const isRecent = (row: number): boolean => table.arrivedAt[row]! > training.asOf && table.arrivedAt[row]! <= asOf;
  const labelled = labelLeads(table, asOf, training.horizonDays, landmarkDays);
  const places = Int32Array.from(labelled.rows.keys()).filter((place) => isRecent(labelled.rows[place]!));
  const answered = places.map((place) => labelled.rows[place]!);
  return {
    table,
    scorecard,
    scoresOf: (rows) => Array.from(pointsOf(rows), (own) => scoreAt(scorecard, own)),
    earlier: Int32Array.from(table.arrivedAt.keys()).filter((row) => table.arrivedAt[row]! <= training.asOf),
    recent: Int32Array.from(table.arrivedAt.keys()).filter(isRecent),
    answered,
    labels: Uint8Array.from(places, (place) => labelled.labels[place]!),
    points: pointsOf(answered),
  };
}

/** What the present calibration said of leads that have an answer by now. */
function sayChances({ table, answered, labels, points }: Look, calibration: Calibration): AnsweredLead[] {
  const chances = chancesOf(calibration, points);
  return Array.from(answered, (row, place) => ({
    leadKey: table.leadKeys[row]!,
    arrivedAt: table.arrivedAt[row]!,
    chance: chances[place]!,
    isWon: labels[place] === 1,
  }));
}

/** Whether scores are spread otherwise than among earlier leads; null where they are not, or too few are known. */
function moveOfScores({ earlier, recent, scoresOf }: Look): DriftAlarm | null {
  return earlier.length < leastForBands || recent.length === 0
    ? null
    : driftOfScores(layScoreBands(scoresOf(earlier)), scoresOf(recent));
}

/** The card with a renewed calibration. It begins trusted: the next look judges it. */
function withCalibration(scorecard: Scorecard, renewed: Calibration, averageChance: number): Scorecard {
  const last = scorecard.tableStart + scorecard.scoreTable.length - 1;
  const table = layScoreTable(renewed, logOddsOf(averageChance), scorecard.basePoints, scorecard.tableStart, last);
  return { ...scorecard, ...table, isCalibrated: true };
}

function drawReviews(
  { table, recent, scoresOf }: Look,
  highFrom: number,
  cadence: ReviewCadence,
  seed: number,
): DrawnLead[] {
  const decided = scoresOf(recent).map((score, place) => ({
    leadKey: table.leadKeys[recent[place]!]!,
    score,
    isAccepted: score >= highFrom,
  }));
  return drawReviewSample(decided, cadence, mostReviews, seed);
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
