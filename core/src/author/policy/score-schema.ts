import * as z from 'zod';
import { most } from './bounds.ts';
import { amount, keyName, label, listOf, percent, points, texts, whole } from './value-schema.ts';

const bin = z
  .strictObject({
    low: amount.nullable(),
    high: amount.nullable(),
    texts: texts,
    points: points,
    evidence: whole(0, most.evidence),
    varianceHundredths: whole(0, most.varianceHundredths),
  })
  .meta({
    id: 'bin',
    description: 'A range or a set of values with its points. Both ends are included; null is open.',
  });

const attribute = z
  .strictObject({
    attributeKey: keyName,
    label: label,
    fieldKey: keyName,
    bins: listOf(bin, most.bins),
    otherPoints: points,
    missingPoints: points,
  })
  .meta({
    id: 'attribute',
    description: 'One observable attribute and what each value is worth. The first bin that fits counts.',
  });

const scorecard = z
  .strictObject({
    axis: z.enum(['fit', 'engagement', 'intent', 'capacity']),
    basis: z.enum(['expert', 'trained']),
    basePoints: points,
    attributes: listOf(attribute, most.attributes),
    tableStart: whole(-most.tableStart, most.tableStart),
    scoreTable: listOf(percent, most.tableEntries),
    agreementTable: listOf(percent, most.tableEntries),
    isCalibrated: z.boolean(),
    trainedOn: whole(0, most.evidence),
  })
  .meta({ id: 'scorecard', description: 'How points of one axis become a score of 0 to 100.' });

export const scorecards = z
  .array(scorecard)
  .length(4)
  .meta({ description: 'Fit, engagement, intent and capacity, in this order. They are never blended.' });

export const signal = z.strictObject({
  signalKey: keyName,
  label: label,
  points: points,
  halfLifeDays: whole(1, most.halfLifeDays),
  capPoints: whole(0, most.points),
  isProductUsage: z.boolean(),
});

export const decayTable = listOf(whole(0, 1_000), most.tableEntries).meta({
  description: 'The share that is left, per mille, after each sixteenth of a half-life.',
});

export const thresholds = z.strictObject({
  fitHigh: whole(1, 100),
  engagementHigh: whole(1, 100),
  intentHigh: whole(1, 100),
  capacityHigh: whole(1, 100),
  lowConfidence: whole(1, 100),
  highValue: whole(1, most.money),
  minimumCoverage: percent,
  inquiryPoints: whole(1, most.points),
  inquiryMargin: whole(1, most.points),
  reactivatedAfterDays: whole(1, most.days),
  reviewSharePercent: percent,
});
