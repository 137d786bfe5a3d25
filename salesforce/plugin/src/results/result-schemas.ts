import * as z from 'zod';
import { decideResult } from './decide-result.ts';
import { evaluateResult, hygieneResult, outcomesResult, trainResult } from './learn-results.ts';
import { policyDiffResult, policyPublishResult, policyPullResult, policyPushResult } from './policy-results.ts';
import { replayResult } from './replay-result.ts';
import { verifyResult } from './verify-result.ts';

/** What each command gives as `result` with --json. */
export const resultSchemas: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['signalbox decide', decideResult],
  ['signalbox evaluate', evaluateResult],
  ['signalbox hygiene', hygieneResult],
  ['signalbox outcomes', outcomesResult],
  ['signalbox policy diff', policyDiffResult],
  ['signalbox policy publish', policyPublishResult],
  ['signalbox policy pull', policyPullResult],
  ['signalbox policy push', policyPushResult],
  ['signalbox replay', replayResult],
  ['signalbox train', trainResult],
  ['signalbox verify', verifyResult],
]);

/** The schemas as files of the folder schemas, by name. Example: `signalbox-verify.json`. */
export function schemaFiles(): Map<string, string> {
  return new Map(
    [...resultSchemas].map(([command, schema]) => [
      `${command.replaceAll(' ', '-')}.json`,
      `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`,
    ]),
  );
}
