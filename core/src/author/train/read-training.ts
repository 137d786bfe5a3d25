import * as z from 'zod';
import { readJsonFile, schemaMessages } from '../run/read-json-file.ts';
import { RunError } from '../run/run-message.ts';
import type { CardWatch, WatchedCard, WatchedTraining } from '../learn/watch.ts';

const calibrationForm = z.object({
  method: z.enum(['none', 'intercept', 'platt', 'isotonic']),
  version: z.int(),
  outcomes: z.int(),
  knots: z.array(z.object({ points: z.number(), logOdds: z.number() })).min(1),
});

const cardForm = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('learned'),
    axis: z.enum(['fit', 'engagement']),
    calibration: calibrationForm,
    labelled: z.object({ count: z.int().min(1), wonCount: z.int().min(1) }),
  }),
  z.object({ kind: z.literal('refused') }),
]);

const trainingForm = z.object({
  format: z.literal(1),
  asOf: z.number(),
  calibratedAt: z.number().optional(),
  horizon: z.object({ days: z.int().min(1) }),
  landmarkDays: z.int().min(0),
  fit: cardForm,
  engagement: cardForm,
});

/** Reads what a training wrote beside its draft, as far as watching it takes. */
export function readTraining(file: string): WatchedTraining {
  const read = readJsonFile(file, '--training');
  const parsed = trainingForm.safeParse(read.value);
  if (!parsed.success) {
    throw new RunError(schemaMessages('TRN005', read, parsed.error, 'give the training.json that "train" wrote.'));
  }
  const { asOf, calibratedAt, horizon, landmarkDays, fit, engagement } = parsed.data;
  return {
    asOf,
    calibratedAt: calibratedAt ?? asOf,
    horizonDays: horizon.days,
    landmarkDays,
    cards: [fit, engagement].flatMap((card): WatchedCard[] =>
      card.kind === 'refused'
        ? []
        : [
            {
              axis: card.axis,
              calibration: card.calibration,
              averageChance: card.labelled.wonCount / card.labelled.count,
            },
          ],
    ),
  };
}

/** The same file with the calibrations renewed, so that the next look judges them from here on. */
export function renewTraining(file: string, watches: readonly CardWatch[], calibratedAt: number): string {
  const training = readJsonFile(file, '--training').value as Record<string, Record<string, unknown>>;
  const renewed = watches.map(({ axis, calibration }) => [axis, { ...training[axis], calibration }] as const);
  return `${JSON.stringify({ ...training, ...Object.fromEntries(renewed), calibratedAt })}\n`;
}
