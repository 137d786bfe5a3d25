import { fold } from '../../../decide/model/fold.ts';
import type { EngagementSignal, Scorecard, ScoreAttribute } from '../../../decide/model/scorecard.ts';
import type { AttributeBins } from '../bins/attribute-bins.ts';
import { columnOf, type LeadColumn, type LeadTable } from '../table/lead-table.ts';
import type { AdditiveCard } from '../fit/additive-card.ts';

/**
 * A published card as training sees cards, to add up the points of many leads at once. A first range has no low in a policy; any number
 * stands for it, because what lies below all ranges is in the first.
 */
export function cardOfScorecard(
  scorecard: Scorecard,
  signals: readonly EngagementSignal[],
  table: LeadTable,
): AdditiveCard {
  return {
    basePoints: scorecard.basePoints,
    attributes: scorecard.attributes.map((attribute) => ({
      bins: binsOf(attribute, columnOf(table, attribute.fieldKey)?.kind ?? 'text'),
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

/** The first bin that lists a text counts, in the engine's own folding. */
function binsOf({ fieldKey, label, bins }: ScoreAttribute, kind: LeadColumn['kind']): AttributeBins {
  if (kind === 'number') {
    return { kind, fieldKey, label, lows: bins.map(({ low }) => low ?? Number.MIN_SAFE_INTEGER) };
  }
  const listed = new Set<string>();
  const groups = bins.map(({ texts }) =>
    texts.map(fold).filter((text) => {
      const isFirst = !listed.has(text);
      listed.add(text);
      return isFirst;
    }),
  );
  return { kind, fieldKey, label, groups };
}
