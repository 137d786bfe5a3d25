import { createRequire } from 'node:module';
import type * as grammar from '@apexdevtools/apex-parser';

export type ParserModule = typeof grammar;

let loaded: ParserModule | null = null;

/**
 * The grammar's parser, loaded when the first source is read: its tables are large, and a run whose trees all come from
 * the cache has no use for them. loadParser().ApexParserFactory makes one.
 */
export function loadParser(): ParserModule {
  loaded ??= createRequire(import.meta.url)('@apexdevtools/apex-parser') as ParserModule;
  return loaded;
}
