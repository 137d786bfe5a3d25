import * as z from 'zod';

const count = z.int().min(0);
const move = z.strictObject({ from: z.string(), to: z.string(), leads: count });
const load = z.strictObject({ owner: z.string(), label: z.string(), before: count, after: count });
const fairness = z.strictObject({
  pool: z.string(),
  turnsBefore: count,
  turnsAfter: count,
  largestDeviationBefore: z.number().describe('Of any member from their share, in leads.'),
  largestDeviationAfter: z.number(),
});
const example = z.strictObject({
  decision: z.string(),
  subjectId: z.string().nullable(),
  before: z.string().describe('The decision in one line, as it was.'),
  after: z.string().describe('The decision in one line, as it would be.'),
});

export const replaySummary = z.strictObject({
  leads: count.describe('Decided again by the draft.'),
  erased: count.describe('Not decided again, because the personal part was erased.'),
  unreadable: count.describe('Not decided again, because the record or something it names cannot be read.'),
  firstDecidedAt: z.int().nullable().describe('UTC milliseconds.'),
  lastDecidedAt: z.int().nullable().describe('UTC milliseconds.'),
  moved: count.describe('Leads with another destination, owner or clock.'),
  destinations: z.array(move),
  owners: z.array(move),
  clocks: z.strictObject({ promises: z.array(move), earlier: count, later: count, same: count }),
  load: z.array(load).describe('Leads of each owner.'),
  fairness: z.array(fairness),
  examples: z
    .array(example)
    .describe('The first leads that move: those with another destination or owner before those with another clock.'),
});

export const replayResult = z.strictObject({
  fingerprint: z.string().describe('Of the draft.'),
  ...replaySummary.shape,
});

/** So many leads that go from one place to another. */
export type Move = z.infer<typeof move>;
export type Load = z.infer<typeof load>;
export type Fairness = z.infer<typeof fairness>;
export type Example = z.infer<typeof example>;
/** What a draft would have done otherwise with past leads. */
export type ReplaySummary = z.infer<typeof replaySummary>;
export type ReplayResult = z.infer<typeof replayResult>;
