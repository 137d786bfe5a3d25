import * as z from 'zod';

const trialDecision = z.strictObject({
  subjectId: z.string(),
  state: z.string().describe('What the org says of it: decided, repeated, left, failed or waiting.'),
  failure: z.string().nullable(),
  fingerprint: z.string().nullable().describe('Of the decision part of the record.'),
  headline: z.string().nullable().describe('The decision in one line; null where it would not be decided.'),
  sections: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()) })),
});

export const decideResult = z.strictObject({ decisions: z.array(trialDecision) });

/** How one lead would be decided. `headline` is null, and there are no sections, where it would not be. */
export type TrialDecision = z.infer<typeof trialDecision>;
export type DecideResult = z.infer<typeof decideResult>;
