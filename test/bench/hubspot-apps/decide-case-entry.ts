import { outcomeOf } from '../../cases/topics.ts';
import { decideCase } from './decide-case.ts';
import type { CaseJob } from './private/case-jobs.ts';

/**
 * A case as a function of HubSpot: for benches only, no part of the app. What decides goes the private edition's own way; what
 * calls one function of the engine calls it.
 */
export async function main({ parameters }: { readonly parameters: CaseJob }): Promise<unknown> {
  return 'question' in parameters ? await decideCase(parameters.question) : outcomeOf(parameters.callCase);
}
