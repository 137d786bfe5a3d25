import * as z from 'zod';
import { readDuration } from './read-duration.ts';

/** What an action said came of it. */
export type ActionResult =
  | { readonly state: 'succeeded' | 'failed'; readonly outputs: Readonly<Record<string, string>> }
  | { readonly state: 'blocked'; readonly expiresInMillis: number };

const outputsSchema = z.looseObject({
  outputFields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
});

const aWeek = 7 * 24 * 60 * 60_000;

/** Reads the answer of an action. One without outputs, or with something else in it, is a success without outputs. */
export function readActionAnswer(body: string, outputNames: readonly string[]): ActionResult {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    return { state: 'succeeded', outputs: {} };
  }
  return readOutputs(content, outputNames);
}

/** The same of what completes a callback. */
export function readOutputs(content: unknown, outputNames: readonly string[]): ActionResult {
  const parsed = outputsSchema.safeParse(content);
  const fields = parsed.success ? parsed.data.outputFields : {};
  const state = fields['hs_execution_state'];
  if (state === 'BLOCK') {
    const expiresInMillis = readDuration(String(fields['hs_expiration_duration'] ?? '')) ?? aWeek;
    return { state: 'blocked', expiresInMillis };
  }
  const outputs: Record<string, string> = {};
  for (const name of outputNames) {
    const value = fields[name];
    if (value !== undefined && value !== null) outputs[name] = String(value);
  }
  return { state: state === 'FAIL_CONTINUE' ? 'failed' : 'succeeded', outputs };
}
