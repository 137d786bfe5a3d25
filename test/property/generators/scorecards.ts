import type { EngagementSignal, Scorecard } from '../../../core/src/decide/model/scorecard.ts';
import type { Dice } from './dice.ts';

/** A card with other points, sometimes trained, with tables as training would make them. */
export function drawScorecard(dice: Dice, card: Scorecard): Scorecard {
  const isTrained = dice.chance(30);
  const strength = dice.chance(90) ? 1 : 20;
  return {
    ...card,
    basis: isTrained ? 'trained' : 'expert',
    basePoints: dice.chance(60) ? card.basePoints : dice.between(-1_000, 1_000),
    attributes: card.attributes.map((attribute) => ({
      ...attribute,
      missingPoints: dice.chance(80) ? attribute.missingPoints : dice.between(-30, 30),
      bins: attribute.bins.map((bin) => ({
        ...bin,
        points: bin.points * strength,
        evidence: isTrained ? dice.roll(5_000) : 0,
        varianceHundredths: isTrained ? dice.pick([0, 100, 1_000_000]) : 0,
      })),
    })),
    tableStart: isTrained ? dice.between(-300, 0) : 0,
    scoreTable: isTrained ? Array.from({ length: 301 }, (_, place) => Math.floor(place / 3)) : [],
    agreementTable: isTrained ? Array.from({ length: 51 }, (_, place) => 50 + place) : [],
    isCalibrated: dice.chance(85),
    trainedOn: isTrained ? dice.roll(10_000) : 0,
  };
}

export function drawSignal(dice: Dice, signal: EngagementSignal): EngagementSignal {
  return {
    ...signal,
    points: dice.chance(80) ? signal.points : dice.pick([-1_000, 1_000]),
    halfLifeDays: dice.pick([1, 7, 30, 3_650]),
    capPoints: dice.pick([0, 10, 1_000]),
  };
}
