import type { Policy } from '../../decide/model/policy.ts';
import { axes } from '../../decide/model/choices.ts';
import { calibrate } from './calibrate/calibrate.ts';
import { chancesOf } from './calibrate/calibration.ts';
import { evaluateCard } from './evaluate/evaluate-card.ts';
import { presentScores } from './evaluate/present-scores.ts';
import { cardPoints, fitCard, type CardSettings, type LabelledLeads, type LearnedField } from './fit/fit-card.ts';
import { logOddsOf } from './fit/likelihood.ts';
import { findWeaknesses } from './publish/find-weaknesses.ts';
import { placeThreshold } from './publish/place-threshold.ts';
import { scorecardOf, signalsOf } from './publish/scorecard-of.ts';
import { compareSegments } from './segments/compare-segments.ts';
import { columnOf, type LeadColumn, type LeadTable } from './table/lead-table.ts';
import type { LearnedAxis, LearnedCard, RefusedCard, TrainingSettings } from './training.ts';

/** A policy holds no more. */
const mostAttributes = 64;

/** With fewer wins the present card's points are believed as long as leads do not say otherwise. */
export const winsWithoutPrior = 300;

/** What learning one axis needs. */
export type AxisQuestion = {
  axis: LearnedAxis;
  table: LeadTable;
  leads: LabelledLeads;
  policy: Policy;
  settings: TrainingSettings;
  answerDays: number;
  excluded: ReadonlySet<string>;
  onStep: (title: string, done: number, all: number) => Promise<void>;
};

/** Learns one axis from its own fields alone, or says why it can't. */
export async function learnAxis(question: AxisQuestion): Promise<LearnedCard | RefusedCard> {
  const { axis, table, leads, policy, settings } = question;
  const present = policy.scorecards[axes.indexOf(axis)]!;
  const wonCount = leads.labels.reduce((sum, label) => sum + label, 0);
  const card: CardSettings = {
    fields: mostTelling(question),
    signals: axis === 'engagement' ? policy.signals : [],
    decayTable: policy.decayTable,
    landmarkDays: axis === 'engagement' ? settings.landmarkDays : 0,
    expertCard: wonCount < winsWithoutPrior && present.basis === 'expert' ? present : null,
  };
  if (card.fields.length === 0) {
    return refusal(axis);
  }
  const presentScoresOf = (rows: Int32Array): Float64Array =>
    presentScores(present, policy.signals, policy.decayTable, card.landmarkDays, table, rows);
  const { evaluation, crossValidation } = await evaluateCard(table, leads, {
    card,
    answerDays: question.answerDays,
    seed: settings.seed,
    presentScoresOf,
    hasPresentSeenLater: present.basis === 'trained',
    onStep: question.onStep,
  });
  await question.onStep('segments', 0, 1);
  const segments = compareSegments(table, leads, card, question.answerDays);
  await question.onStep('card', 0, 1);
  const fitted = fitCard(table, leads, card);
  const signals = signalsOf(policy.signals, fitted.card, fitted.priorScale);
  const calibration = calibrate(crossValidation.points, leads.labels, 1);
  const share = wonCount / leads.rows.length;
  const scorecard = scorecardOf({
    axis,
    card: fitted.card,
    calibration,
    averageLogOdds: logOddsOf(share),
    trainedOn: leads.rows.length,
  });
  const points = cardPoints(table, leads.rows, fitted.card, card);
  const highBefore = axis === 'fit' ? policy.thresholds.fitHigh : policy.thresholds.engagementHigh;
  return {
    kind: 'learned',
    axis,
    isPriorDriven: fitted.priorScale !== null,
    labelled: { count: leads.rows.length, wonCount },
    card: fitted.card,
    calibration,
    evaluation,
    segments,
    scorecard,
    signals: axis === 'engagement' ? signals : [],
    highFrom: placeThreshold(scorecard, points, presentScoresOf(leads.rows), highBefore),
    weaknesses: findWeaknesses(evaluation, wonCount, chancesOf(calibration, points)),
  };
}

/** The fields of this axis. Where there are more than a card may have, those that most leads have a value of, in their order. */
function mostTelling(question: AxisQuestion): LearnedField[] {
  const usable = question.settings.fields.filter(
    ({ fieldKey, axis }) => axis === question.axis && isUsable(question, fieldKey),
  );
  if (usable.length <= mostAttributes) {
    return usable;
  }
  const known = usable.map(({ fieldKey }) => countKnown(columnOf(question.table, fieldKey)!));
  const kept = new Set(
    [...usable.keys()].sort((one, other) => known[other]! - known[one]! || one - other).slice(0, mostAttributes),
  );
  return usable.filter((_, place) => kept.has(place));
}

function countKnown(column: LeadColumn): number {
  return column.kind === 'number'
    ? column.values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)
    : column.codes.reduce((count, code) => count + (code < 0 ? 0 : 1), 0);
}

function isUsable({ table, excluded }: AxisQuestion, fieldKey: string): boolean {
  return !excluded.has(fieldKey) && columnOf(table, fieldKey) !== undefined;
}

function refusal(axis: LearnedAxis): RefusedCard {
  return {
    kind: 'refused',
    axis,
    code: 'LRN050',
    reason: `no field that may teach ${axis} has values in this history`,
    next: `map fields that say ${axis === 'fit' ? 'who leads are' : 'what leads did'}, or set in the training's fields which ones teach ${axis}. The present card stays.`,
  };
}
