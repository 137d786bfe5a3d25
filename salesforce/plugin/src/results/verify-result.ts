import * as z from 'zod';

const count = z.int().min(0);

/** The codes of what verifying finds; those of the command line's own verify mean the same. */
const verifyCode = z.enum([
  'VER001',
  'VER003',
  'VER004',
  'VER006',
  'VER008',
  'VER009',
  'VER011',
  'VER012',
  'VER015',
  'VER016',
]);

export const verification = z.strictObject({
  revisions: count,
  snapshots: count,
  decisions: count,
  decidedAgain: count,
  erased: count,
  sealed: count,
  unsealed: count.describe('Decided, but not sealed yet: the sealing job has not come by.'),
  firstSealNumber: z
    .int()
    .nullable()
    .describe('The first sealed row that was looked at. Where it is not 1, those before are gone or older.'),
  lastSeal: z.string().nullable(),
  findings: z
    .array(z.strictObject({ code: verifyCode, about: z.string(), found: z.string() }))
    .describe('What is not as it was published, decided or sealed.'),
});

export const verifyResult = z.strictObject({
  isSound: z.boolean().describe('Whether nothing was found.'),
  ...verification.shape,
});

export type VerifyCode = z.infer<typeof verifyCode>;
/** What verifying looked at and found. An org is sound where there is no finding. */
export type Verification = z.infer<typeof verification>;
export type VerifyResult = z.infer<typeof verifyResult>;
