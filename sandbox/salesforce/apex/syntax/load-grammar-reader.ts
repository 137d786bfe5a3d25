import { createRequire } from 'node:module';
import type * as grammarReader from './read-with-grammar.ts';

const load = createRequire(import.meta.url);

/** The reader that knows all of the language, loaded when something is met that needs it. */
export function loadGrammarReader(): typeof grammarReader {
  return load('./read-with-grammar.ts') as typeof grammarReader;
}
