import type { EngagementSignal, Scorecard, ScoreAttribute } from '../../../decide/model/scorecard.ts';
import type { AttributeBins } from '../bins/attribute-bins.ts';
import type { AdditiveCard } from '../fit/additive-card.ts';

/**
 * A published card as training sees cards, to add up the points of many leads at once. A first range has no low in a policy; any number
 * stands for it, because what lies below all ranges is in the first.
 */
export function cardOfScorecard(scorecard: Scorecard, signals: readonly EngagementSignal[]): AdditiveCard {
  return {
    basePoints: scorecard.basePoints,
    attributes: scorecard.attributes.map((attribute) => ({
      bins: binsOf(attribute),
      points: byCode(
        attribute.missingPoints,
        attribute.otherPoints,
        attribute.bins.map(({ points }) => points),
      ),
      evidence: byCode(
        0,
        0,
        attribute.bins.map(({ evidence }) => evidence),
      ),
      varianceHundredths: byCode(
        0,
        0,
        attribute.bins.map(({ varianceHundredths }) => varianceHundredths),
      ),
    })),
    signals: scorecard.axis === 'engagement' ? [...signals] : [],
  };
}

function byCode(missing: number, other: number, ofBins: readonly number[]): number[] {
  return [missing, other, ...ofBins];
}

function binsOf({ fieldKey, label, bins }: ScoreAttribute): AttributeBins {
  const isText =
    bins.every(({ low, high }) => low === null && high === null) && bins.some(({ texts }) => texts.length > 0);
  return isText
    ? { kind: 'text', fieldKey, label, groups: bins.map(({ texts }) => texts) }
    : { kind: 'number', fieldKey, label, lows: bins.map(({ low }) => low ?? Number.MIN_SAFE_INTEGER) };
}
