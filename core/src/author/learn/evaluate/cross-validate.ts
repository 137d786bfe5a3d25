import { calibrate } from '../calibrate/calibrate.ts';
import { chancesOf } from '../calibrate/calibration.ts';
import { cardPoints, fitCard, type CardSettings, type LabelledLeads } from '../fit/fit-card.ts';
import { logOdds } from '../fit/likelihood.ts';
import { encodeLeads } from '../bins/encode-leads.ts';
import type { LeadTable } from '../table/lead-table.ts';
import { drawFolds } from './draw-folds.ts';
import { areaUnderCurve, measure, type Measures } from './measures.ts';

/** Points of leads by cards that never saw them, and how good those are. */
export type CrossValidation = {
  /** In the order of the leads. */
  points: Int32Array;
  measures: Measures;
  /** Averaged over folds, as it is usually reported. */
  areaUnderCurve: number;
  /** What rounding to whole points cost, in area under the curve. */
  roundingLoss: number;
};

export const foldCount = 5;

/** Learns on four fifths and looks at the fifth, five times over. Chances of a fifth are calibrated on the other four. */
export async function crossValidate(
  table: LeadTable,
  leads: LabelledLeads,
  settings: CardSettings,
  seed: number,
  onFold: (done: number, all: number) => Promise<void> = () => Promise.resolve(),
): Promise<CrossValidation> {
  const folds = drawFolds(leads.labels, foldCount, seed);
  const points = new Int32Array(leads.rows.length);
  const areas: number[] = [];
  const losses: number[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const inside = takeLeads(leads, (place) => folds[place] !== fold);
    const outside = takeLeads(leads, (place) => folds[place] === fold);
    const { card, design, fit } = fitCard(table, inside, settings);
    const own = cardPoints(table, outside.rows, card, settings);
    areas.push(areaUnderCurve(own, outside.labels));
    if (card.signals.length === 0) {
      const { codes } = encodeLeads(
        table,
        outside.rows,
        card.attributes.map(({ bins }) => bins),
      );
      const exact = logOdds({ ...design, rowCount: outside.rows.length, codes }, fit.places, fit.weights);
      losses.push(areaUnderCurve(exact, outside.labels) - areas.at(-1)!);
    }
    let next = 0;
    folds.forEach((other, place) => {
      if (other === fold) {
        points[place] = own[next]!;
        next += 1;
      }
    });
    await onFold(fold + 1, foldCount);
  }
  const chances = new Float64Array(points.length);
  for (let fold = 0; fold < foldCount; fold += 1) {
    const inside = Int32Array.from(folds.keys()).filter((place) => folds[place] !== fold);
    const calibration = calibrate(
      inside.map((place) => points[place]!),
      Uint8Array.from(inside, (place) => leads.labels[place]!),
      1,
    );
    const all = chancesOf(calibration, points);
    folds.forEach((other, place) => {
      chances[place] = other === fold ? all[place]! : chances[place]!;
    });
  }
  return {
    points,
    measures: measure(points, chances, leads.labels),
    areaUnderCurve: average(areas),
    roundingLoss: losses.length === 0 ? 0 : average(losses),
  };
}

export function takeLeads({ rows, labels }: LabelledLeads, isTaken: (place: number) => boolean): LabelledLeads {
  const places = Int32Array.from(rows.keys()).filter(isTaken);
  return {
    rows: places.map((place) => rows[place]!),
    labels: Uint8Array.from(places, (place) => labels[place]!),
  };
}

function average(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
}
