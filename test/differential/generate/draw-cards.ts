import type { FieldDefinition } from '../../../core/src/decide/model/condition.ts';
import type {
  Axis,
  Bin,
  EngagementSignal,
  ScoreAttribute,
  Scorecard,
} from '../../../core/src/decide/model/scorecard.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { drawFactAmount, drawFactValue, type PolicyNames } from './field-values.ts';
import { drawLabel } from './wordings.ts';

const noNames: PolicyNames = { tierKeys: [], territoryKeys: [] };

/** A score card of any number of attributes, with expert points or with tables as training may make them. */
export function drawCard(dice: Dice, axis: Axis, fields: readonly FieldDefinition[], isCrowded: boolean): Scorecard {
  const isTrained = dice.chance(35);
  const length = isCrowded ? 64 : dice.pick([0, 1, 3, 5, 8]);
  const attributes = Array.from({ length }, (_, place) => drawAttribute(dice, place, fields, isTrained));
  const tableStart = isTrained ? dice.pick([-300, -60, -20, 0, 40]) : 0;
  return {
    axis,
    basis: isTrained ? 'trained' : 'expert',
    basePoints: dice.chance(80) ? dice.between(-20, 60) : dice.pick([-1_000, 0, 1_000]),
    attributes,
    tableStart,
    scoreTable: isTrained ? drawScoreTable(dice) : [],
    agreementTable: isTrained ? drawAgreementTable(dice) : [],
    isCalibrated: dice.chance(85),
    trainedOn: isTrained ? dice.pick([0, 40, 9_000, 10_000_000]) : 0,
  };
}

function drawScoreTable(dice: Dice): number[] {
  const length = dice.pick([1, 2, 50, 301]);
  const isSteep = dice.chance(30);
  return Array.from({ length }, (_, place) => {
    const rising = Math.floor((place * 100) / length);
    return isSteep ? (rising < 50 ? 0 : 100) : rising;
  });
}

function drawAgreementTable(dice: Dice): number[] {
  const length = dice.pick([1, 5, 51]);
  return Array.from({ length }, (_, place) => 50 + Math.floor((place * 50) / length));
}

function drawAttribute(
  dice: Dice,
  place: number,
  fields: readonly FieldDefinition[],
  isTrained: boolean,
): ScoreAttribute {
  const field = dice.pick(fields);
  const plain = `Attribute ${place + 1}`;
  return {
    attributeKey: dice.chance(90) ? `attribute-${place}` : `Attribute-${place}`,
    label: drawLabel(dice, plain),
    fieldKey: field.fieldKey,
    bins: Array.from({ length: dice.pick([0, 1, 2, 3, 5]) }, () => drawBin(dice, field, isTrained)),
    otherPoints: dice.chance(60) ? 0 : dice.between(-20, 20),
    missingPoints: dice.chance(60) ? 0 : dice.between(-30, 30),
  };
}

function drawBin(dice: Dice, field: FieldDefinition, isTrained: boolean): Bin {
  const isNumber = field.fieldType === 'number';
  const ends = [drawFactAmount(dice, field.fieldKey), drawFactAmount(dice, field.fieldKey)].sort(
    (one, other) => one - other,
  );
  return {
    low: isNumber ? dice.orNull(25, () => ends[0]!) : null,
    high: isNumber ? dice.orNull(25, () => ends[1]!) : null,
    texts: isNumber ? [] : drawBinTexts(dice, field),
    points: dice.chance(92) ? dice.between(-25, 40) : dice.pick([-1_000, 1_000]),
    evidence: isTrained ? dice.pick([0, 1, 30, 5_000, 10_000_000]) : 0,
    varianceHundredths: isTrained ? dice.pick([0, 1, 100, 2_500, 1_000_000]) : 0,
  };
}

function drawBinTexts(dice: Dice, field: FieldDefinition): string[] {
  if (field.fieldType === 'flag') {
    return [dice.pick(['yes', 'no', 'YES'])];
  }
  return Array.from({ length: dice.between(1, 4) }, () => drawFactValue(dice, field.fieldKey, noNames));
}

/** Signals by keys that differ in case alone, of every half-life and cap; a crowd of them is as many as a policy may have. */
export function drawSignals(dice: Dice, isCrowded: boolean): EngagementSignal[] {
  const count = isCrowded ? 200 : dice.pick([0, 1, 3, 6]);
  return Array.from({ length: count }, (_, place) => ({
    signalKey: place === 1 ? 'Signal-0' : `signal-${place}`,
    label: drawLabel(dice, `signal ${place}`),
    points: dice.chance(85) ? dice.between(-10, 30) : dice.pick([-1_000, 0, 1_000]),
    halfLifeDays: dice.pick([1, 7, 14, 30, 3_650]),
    capPoints: dice.pick([0, 1, 10, 40, 1_000]),
    isProductUsage: dice.chance(30),
  }));
}

/** Shares left after each sixteenth of a half-life: the usual table, and tables that end early. */
export function drawDecayTable(dice: Dice, usual: readonly number[]): number[] {
  return dice.chance(70) ? [...usual] : dice.pick([[1_000], [1_000, 500], usual.slice(0, 17), [999, 1, 0]]);
}
