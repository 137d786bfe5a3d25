import type { Question } from '../../cases/given.ts';
import { decideCase } from './decide-case.ts';

/** A case as a function of HubSpot: for benches only, no part of the app. */
export function main(context: {
  readonly parameters: { readonly question: Question };
}): Promise<{ decisionText: string; personalText: string }> {
  return decideCase(context.parameters.question);
}
