import { prepare } from '../../../../core/src/decide/policy/prepare.ts';
import { standardFields, type FactSheet } from '../../../../core/src/decide/model/fact-sheet.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { Bin, ScoreAttribute, Scorecard } from '../../../../core/src/decide/model/scorecard.ts';
import type { AskedScore } from '../../../../core/src/author/learn/explain/asked-score.ts';
import { smallPolicy } from '../../policy/small-policy.ts';

export function range(low: number | null, high: number | null, points: number, evidence = 0, variance = 0): Bin {
  return { low, high, texts: [], points, evidence, varianceHundredths: variance };
}

export function texts(listed: string[], points: number, evidence = 0, variance = 0): Bin {
  return { low: null, high: null, texts: listed, points, evidence, varianceHundredths: variance };
}

export function attribute(
  fieldKey: string,
  bins: Bin[],
  other: Partial<Pick<ScoreAttribute, 'attributeKey' | 'label' | 'otherPoints' | 'missingPoints'>> = {},
): ScoreAttribute {
  return { attributeKey: fieldKey, label: fieldKey, fieldKey, bins, otherPoints: 0, missingPoints: 0, ...other };
}

export function expertCard(basePoints: number, attributes: ScoreAttribute[]): Scorecard {
  const card = smallPolicy().scorecards[0]!;
  return { ...card, basePoints, attributes };
}

/** A card as training makes it: two points of score for each point, 50 at none. */
export function trainedCard(trainedOn: number, attributes: ScoreAttribute[]): Scorecard {
  return {
    ...expertCard(0, attributes),
    basis: 'trained',
    tableStart: -25,
    scoreTable: Array.from({ length: 51 }, (_, place) => place * 2),
    agreementTable: [50, 75, 100],
    trainedOn,
  };
}

/** Facts by the key of their field: a number, or a text as the engine folds it. */
export function factsOf(known: Readonly<Record<string, string | number>>, policy: Policy = smallPolicy()): FactSheet {
  const fields = [...standardFields(), ...policy.fields];
  const values = fields.map(({ fieldKey }) => known[fieldKey] ?? null);
  return {
    texts: values.map((value) => (typeof value === 'string' ? value : null)),
    numbers: values.map((value) => (typeof value === 'number' ? value : null)),
  };
}

/** The fit of a lead by one card. */
export function ask(card: Scorecard, known: Readonly<Record<string, string | number>>, signalPoints = 0): AskedScore {
  const policy = smallPolicy();
  policy.scorecards[0] = card;
  return { prepared: prepare(policy), axis: 'fit', facts: factsOf(known), signalPoints };
}
