import type { AttributeBins } from '../bins/attribute-bins.ts';
import type { AdditiveCard, SignalPoints } from './additive-card.ts';
import { centerWeights } from './center-weights.ts';
import type { Design } from './design.ts';
import type { AdditiveFit } from './fit-additive.ts';
import { asPoints, mostVarianceHundredths, pointsPerLogOdds } from './point-scale.ts';
import { shareVariance } from './share-variance.ts';

/** How a signal was measured: amounts of the design are its faded count, up to `cap`. */
export type SignalForm = { signalKey: string; label: string; halfLifeDays: number; cap: number };

/**
 * A fit as whole points. What signals add to the uncertainty has no bin of its own in a card, so the first attribute's bins
 * carry it: every lead has exactly one of them.
 */
export function roundCard(
  design: Design,
  fit: AdditiveFit,
  attributes: readonly AttributeBins[],
  signals: readonly SignalForm[],
): AdditiveCard {
  const centered = centerWeights(design, fit);
  const variance = shareVariance(design, fit.places, centered);
  return {
    basePoints: asPoints(centered.base),
    attributes: attributes.map((bins, attribute) => ({
      bins,
      points: Array.from(centered.attributes[attribute]!, asPoints),
      evidence: [...centered.counts[attribute]!],
      varianceHundredths: Array.from(variance.byCode[attribute]!, (ofCode) =>
        asHundredths(ofCode + (attribute === 0 ? variance.ofSignals : 0)),
      ),
    })),
    signals: signals.map((signal, place) => pointsOfSignal(signal, fit.weights[fit.places.signalStart + place]!)),
  };
}

function pointsOfSignal({ signalKey, label, halfLifeDays, cap }: SignalForm, weight: number): SignalPoints {
  const points = asPoints(weight);
  return { signalKey, label, points, halfLifeDays, capPoints: Math.min(1_000, Math.round(Math.abs(points) * cap)) };
}

function asHundredths(variance: number): number {
  return Math.min(mostVarianceHundredths, Math.ceil(variance * pointsPerLogOdds * pointsPerLogOdds * 100));
}
