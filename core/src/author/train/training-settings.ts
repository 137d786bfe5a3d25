import * as z from 'zod';
import type { Policy } from '../../decide/model/policy.ts';
import { defaultFields } from '../learn/default-fields.ts';
import type { TrainingSettings } from '../learn/training.ts';
import { similarNames } from '../policy/similar-names.ts';
import { readJsonFile, schemaMessages } from '../run/read-json-file.ts';
import { RunError } from '../run/run-message.ts';

const settingsSchema = z.strictObject({
  /** Which axis a field teaches, and which way a number may work; null keeps a field out. */
  fields: z
    .record(
      z.string(),
      z
        .strictObject({
          axis: z.enum(['fit', 'engagement']),
          direction: z.enum(['any', 'up', 'down']).default('any'),
        })
        .nullable(),
    )
    .default({}),
  horizonDays: z.int().min(1).max(3_650).nullable().default(null),
  landmarkDays: z.int().min(0).max(365).default(0),
  seed: z.int().min(1).max(2_147_483_647).default(1),
});

/** What the command line says over the file. */
export type NamedSettings = { horizonDays: number | null; landmarkDays: number | null };

/** Reads a file of settings over the defaults. A field that the policy does not have would be left out without a word. */
export function readTrainingSettings(file: string | null, named: NamedSettings, policy: Policy): TrainingSettings {
  const read = file === null ? null : readJsonFile(file, '--settings');
  const parsed = settingsSchema.safeParse(read?.value ?? {});
  if (!parsed.success) {
    throw new RunError(schemaMessages('TRN003', read!, parsed.error, 'correct it there. Nothing was trained.'));
  }
  const { fields, horizonDays, landmarkDays, seed } = parsed.data;
  const usual = defaultFields(policy);
  const known = usual.map(({ fieldKey }) => fieldKey);
  const unknown = Object.keys(fields).filter((fieldKey) => !known.includes(fieldKey));
  if (unknown.length > 0) {
    throw new RunError(
      unknown.map((fieldKey) => {
        const similar = similarNames(fieldKey, known);
        return {
          code: 'TRN004',
          about: read!.place(['fields', fieldKey]),
          found: `no field "${fieldKey}" can teach${similar.length === 0 ? '' : `; similar: ${similar.join(', ')}`}`,
          next: `use one of ${known.join(', ')}. Nothing was trained.`,
        };
      }),
    );
  }
  return {
    horizonDays: named.horizonDays ?? horizonDays,
    landmarkDays: named.landmarkDays ?? landmarkDays,
    seed,
    fields: usual.flatMap((field) => {
      const chosen = Object.hasOwn(fields, field.fieldKey) ? fields[field.fieldKey] : field;
      return chosen === null || chosen === undefined ? [] : [{ ...field, ...chosen }];
    }),
  };
}
