import type { Bin, EngagementSignal, ScoreAttribute, Scorecard } from '../../../decide/model/scorecard.ts';
import { firstBinCode, missingCode, otherCode } from '../bins/attribute-bins.ts';
import type { Calibration } from '../calibrate/calibration.ts';
import { agreementTable } from '../confidence/agreement.ts';
import type { AdditiveCard, AttributePoints } from '../fit/additive-card.ts';
import type { LearnedAxis } from '../training.ts';
import { layScoreTable } from './score-table.ts';

/** What a card needs besides its points to become a part of a policy. */
export type ScorecardParts = {
  axis: LearnedAxis;
  card: AdditiveCard;
  calibration: Calibration;
  averageLogOdds: number;
  trainedOn: number;
};

/** The card as the engine takes it: rows of whole numbers that ops can read. */
export function scorecardOf({ axis, card, calibration, averageLogOdds, trainedOn }: ScorecardParts): Scorecard {
  const { least, most } = reach(card);
  return {
    axis,
    basis: 'trained',
    basePoints: card.basePoints,
    attributes: card.attributes.map(attributeOf),
    ...layScoreTable(calibration, averageLogOdds, card.basePoints, least, most),
    agreementTable: agreementTable(),
    isCalibrated: true,
    trainedOn,
  };
}

function attributeOf({ bins, points, evidence, varianceHundredths }: AttributePoints): ScoreAttribute {
  const binAt = (code: number, range: Pick<Bin, 'low' | 'high' | 'texts'>): Bin => ({
    ...range,
    points: points[code]!,
    evidence: evidence[code]!,
    varianceHundredths: varianceHundredths[code]!,
  });
  return {
    attributeKey: bins.fieldKey,
    label: bins.label.slice(0, 1).toUpperCase() + bins.label.slice(1),
    fieldKey: bins.fieldKey,
    bins:
      bins.kind === 'number'
        ? bins.lows.map((low, place) =>
            binAt(firstBinCode + place, {
              low: place === 0 ? null : low,
              high: place + 1 < bins.lows.length ? bins.lows[place + 1]! - 1 : null,
              texts: [],
            }),
          )
        : bins.groups.map((texts, place) => binAt(firstBinCode + place, { low: null, high: null, texts })),
    otherPoints: points[otherCode]!,
    missingPoints: points[missingCode]!,
  };
}

/** The fewest and the most points that any lead can have. */
function reach(card: AdditiveCard): { least: number; most: number } {
  let least = card.basePoints;
  let most = card.basePoints;
  for (const { points } of card.attributes) {
    least += Math.min(...points);
    most += Math.max(...points);
  }
  for (const { points, capPoints } of card.signals) {
    least -= points < 0 ? capPoints : 0;
    most += points > 0 ? capPoints : 0;
  }
  return { least, most };
}

/**
 * The policy's signals with learned points. Where the present points were the prior, one that too few leads showed keeps them in the new
 * scale; where they were not, it counts nothing: a guess beside figures would mislead.
 */
export function signalsOf(
  present: readonly EngagementSignal[],
  card: AdditiveCard,
  priorScale: number | null,
): EngagementSignal[] {
  return present.map((signal) => {
    const learned = card.signals.find(({ signalKey }) => signalKey === signal.signalKey);
    return learned === undefined
      ? {
          ...signal,
          points: Math.round(signal.points * (priorScale ?? 0)),
          capPoints: Math.min(1_000, Math.round(signal.capPoints * (priorScale ?? 0))),
        }
      : { ...signal, points: learned.points, halfLifeDays: learned.halfLifeDays, capPoints: learned.capPoints };
  });
}
