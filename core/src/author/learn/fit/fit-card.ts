import type { EngagementSignal, Scorecard } from '../../../decide/model/scorecard.ts';
import { chooseNumberBins } from '../bins/choose-number-bins.ts';
import { chooseTextBins } from '../bins/choose-text-bins.ts';
import { countCodes, type AttributeBins } from '../bins/attribute-bins.ts';
import { encodeLeads } from '../bins/encode-leads.ts';
import { addSignalPoints, countFaded } from '../engagement/faded-counts.ts';
import { chooseSignalForm, type MeasuredSignal } from '../engagement/choose-signal-form.ts';
import { columnOf, type LeadTable } from '../table/lead-table.ts';
import { addPoints, type AdditiveCard } from './additive-card.ts';
import { holdAll, holdingFor } from './choose-holding.ts';
import { takeRows, type Design } from './design.ts';
import { expertPrior } from './expert-prior.ts';
import { fitAdditive, fitWeights, type AdditiveFit, type Direction } from './fit-additive.ts';
import { roundCard } from './round-card.ts';

/** An attribute to learn from, and which way it may work. */
export type LearnedField = { fieldKey: string; direction: Direction };

/** What a card is learned from besides its leads. */
export type CardSettings = {
  fields: readonly LearnedField[];
  /** Signals to learn, for the card of engagement; their points are not used. */
  signals: readonly EngagementSignal[];
  decayTable: readonly number[];
  /** How long after a lead's arrival its engagement is looked at. */
  landmarkDays: number;
  /** The present card, whose points are believed as long as few leads speak; null believes nothing. */
  expertCard: Scorecard | null;
};

/** Leads with an answer. `labels` are in the order of `rows`, and rows in order of arrival. */
export type LabelledLeads = { rows: Int32Array; labels: Uint8Array };

/** A card with the fit it was rounded from. */
export type FittedCard = {
  card: AdditiveCard;
  design: Design;
  fit: AdditiveFit;
  holding: number;
  /** By how much the present points were scaled to become the prior; null when nothing was believed before. */
  priorScale: number | null;
};

const dayMillis = 86_400_000;
const leastShareOfBin = 0.003;
const leastRowsOfBin = 30;
/** A first fit on some of the leads brings the weights so near that all of them need two or three steps. */
const rowsOfFirstFit = 100_000;

/** Learns one card: chooses bins and half-lives, fits, rounds to whole points. */
export function fitCard(
  table: LeadTable,
  leads: LabelledLeads,
  settings: CardSettings,
  before: AdditiveFit | null = null,
): FittedCard {
  const { rows, labels } = leads;
  const leastRows = Math.max(leastRowsOfBin, Math.round(rows.length * leastShareOfBin));
  const attributes = settings.fields.map(({ fieldKey }) => chooseBins(table, leads, fieldKey, leastRows));
  const measured = settings.signals
    .map((signal) =>
      chooseSignalForm(table, rows, momentsOf(table, rows, settings), labels, signal, settings.decayTable),
    )
    .filter((signal): signal is MeasuredSignal => signal !== null);
  const design: Design = {
    rowCount: rows.length,
    codes: encodeLeads(table, rows, attributes).codes,
    codeCounts: attributes.map(countCodes),
    isOrdered: attributes.map(({ kind }) => kind === 'number'),
    amounts: measured.map(({ amounts }) => amounts),
    labels,
  };
  const holding = holdingFor(labels.reduce((sum, label) => sum + label, 0));
  const present = measured.map(({ form }) => settings.signals.find(({ signalKey }) => signalKey === form.signalKey)!);
  const prior =
    settings.expertCard === null ? null : expertPrior(settings.expertCard, table, rows, attributes, design, present);
  const fitSettings = {
    holding: holdAll(design, holding),
    smoothing: 0,
    prior: prior?.weights ?? null,
    directions: settings.fields.map(({ direction }) => direction),
  };
  const start = startOf(design, before, (thinned) => fitWeights(thinned, { ...fitSettings, start: null }));
  const fit = fitAdditive(design, { ...fitSettings, start });
  const forms = measured.map(({ form }) => form);
  return { card: roundCard(design, fit, attributes, forms), design, fit, holding, priorScale: prior?.scale ?? null };
}

/** The points of other leads by a card, as the engine adds them. */
export function cardPoints(table: LeadTable, rows: Int32Array, card: AdditiveCard, settings: CardSettings): Int32Array {
  const signalPoints = new Int32Array(rows.length);
  const moments = momentsOf(table, rows, settings);
  for (const signal of card.signals) {
    const place = table.activities.signalKeys.indexOf(signal.signalKey);
    if (place >= 0 && signal.points !== 0) {
      const counts = countFaded(table, rows, moments, place, signal.halfLifeDays, settings.decayTable);
      addSignalPoints(signalPoints, counts, signal.points, signal.capPoints);
    }
  }
  return addPoints(card, table, rows, signalPoints);
}

function momentsOf(table: LeadTable, rows: Int32Array, { landmarkDays }: CardSettings): Float64Array {
  return Float64Array.from(rows, (row) => table.arrivedAt[row]! + landmarkDays * dayMillis);
}

function chooseBins(table: LeadTable, leads: LabelledLeads, fieldKey: string, leastRows: number): AttributeBins {
  const column = columnOf(table, fieldKey);
  if (column === undefined) {
    throw new Error(`The history has no field "${fieldKey}".`);
  }
  return column.kind === 'number'
    ? chooseNumberBins(column, leads.rows, leastRows)
    : chooseTextBins(column, leads.rows, leads.labels, leastRows);
}

function startOf(
  design: Design,
  before: AdditiveFit | null,
  fitThinned: (thinned: Design) => Float64Array,
): Float64Array | null {
  if (before !== null && before.places.count === fitPlaceCount(design)) {
    return before.weights;
  }
  const step = Math.floor(design.rowCount / rowsOfFirstFit);
  if (step < 2) {
    return null;
  }
  const places = Int32Array.from({ length: Math.floor(design.rowCount / step) }, (_, place) => place * step);
  return fitThinned(takeRows(design, places));
}

function fitPlaceCount(design: Design): number {
  return design.codeCounts.reduce((sum, count) => sum + count, 0) + design.amounts.length + 1;
}
