import { addCodePoints, type AdditiveCard } from '../fit/additive-card.ts';
import { encodeLeads } from '../bins/encode-leads.ts';
import { cardPoints, fitCard, type CardSettings, type LabelledLeads } from '../fit/fit-card.ts';
import type { LeadTable } from '../table/lead-table.ts';

/** Confidence by steps of a tenth of a standard error of the difference between two trainings. 0 to 100. */
export type AgreementTable = number[];

/** The share of leads that counts as high while nothing else is said. */
export const highShare = 0.2;

const tableSteps = 41;

/** The chance that a normal value stays below so many standard errors. Source: Abramowitz and Stegun 7.1.26. */
export function normalShare(errors: number): number {
  const size = Math.abs(errors) / Math.SQRT2;
  const part = 1 / (1 + 0.3275911 * size);
  const tail =
    part *
    (0.254829592 + part * (-0.284496736 + part * (1.421413741 + part * (-1.453152027 + part * 1.061405429)))) *
    Math.exp(-size * size);
  return errors >= 0 ? 1 - tail / 2 : tail / 2;
}

/**
 * How likely two trainings decide alike, by distance from the cut: the share of a normal distribution on the same side. What a lead's bins
 * bring of variance already holds what attributes have in common (fit/share-variance.ts), so theory is enough; check-confidence.ts
 * measures whether it is true.
 */
export function agreementTable(): AgreementTable {
  return Array.from({ length: tableSteps }, (_, step) => Math.round(100 * normalShare(step / 10)));
}

/** How far each lead stands from a cut, in tenths of the standard error, as the engine works it out. */
export function stepsFromCut(points: Int32Array, variances: Int32Array, cut: number): Int32Array {
  return points.map((own, place) => {
    const spread = Math.trunc(Math.sqrt(variances[place]! * 2));
    const distance = Math.abs(own - cut) * 100;
    return spread === 0 ? tableSteps - 1 : Math.min(tableSteps - 1, Math.trunc(distance / spread));
  });
}

/** The same on a scale without steps, to put leads in order of how sure they are. */
export function errorsFromCut(points: Int32Array, variances: Int32Array, cut: number): Float64Array {
  return Float64Array.from(points, (own, place) => Math.abs(own - cut) / Math.sqrt(Math.max(1, variances[place]!)));
}

/** Sums of the variances that a card's bins bring, by lead. */
export function addVariances(card: AdditiveCard, table: LeadTable, rows: Int32Array): Int32Array {
  const { codes } = encodeLeads(
    table,
    rows,
    card.attributes.map(({ bins }) => bins),
  );
  const asPoints: AdditiveCard = {
    basePoints: 0,
    signals: [],
    attributes: card.attributes.map((attribute) => {
      const largest = attribute.varianceHundredths.slice(2).reduce((most, amount) => Math.max(most, amount), 0);
      // What has no bin lends the variance of the least certain one, as the engine does.
      return {
        ...attribute,
        points: attribute.varianceHundredths.map((amount, code) => (code < 2 ? largest : amount)),
      };
    }),
  };
  return addCodePoints(asPoints, codes, rows.length, null);
}

/** The cut above which a share of leads lies. */
export function cutOf(points: Int32Array, share: number): number {
  const sorted = Int32Array.from(points).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * (1 - share)))]!;
}

/** One trial: two trainings on leads that have none in common, and whether they decide alike, lead by lead. */
export type AgreementTrial = { steps: Int32Array; isSame: Uint8Array };

/**
 * Trains twice on halves that share no lead and compares what both decide.
 *
 * @param asked the leads to compare on
 */
export function tryAgreement(
  table: LeadTable,
  halves: readonly [LabelledLeads, LabelledLeads],
  asked: Int32Array,
  settings: CardSettings,
): AgreementTrial {
  const [one, other] = halves.map((half) => {
    const { card } = fitCard(table, half, settings);
    const points = cardPoints(table, asked, card, settings);
    const cut = cutOf(points, highShare);
    return { points, cut, card };
  }) as [Trained, Trained];
  return {
    steps: stepsFromCut(one.points, addVariances(one.card, table, asked), one.cut),
    isSame: Uint8Array.from(asked, (_, place) =>
      one.points[place]! >= one.cut === other.points[place]! >= other.cut ? 1 : 0,
    ),
  };
}

type Trained = { points: Int32Array; cut: number; card: AdditiveCard };
