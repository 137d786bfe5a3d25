import type { ApexParserRuleContext, ApexToken } from '@apexdevtools/apex-parser';
import type { ParserModule } from './load-parser.ts';
import type { Place } from './nodes.ts';
import type { SyntaxProblem } from './problems.ts';

/** One source being read: the grammar it is read with, and what was found wrong so far. */
export type Reading = { readonly parser: ParserModule; readonly problems: SyntaxProblem[] };

/** Any rule of the grammar. */
export type Context = ApexParserRuleContext;

/** Where a rule starts. placeOf(context) → { line: 3, column: 4 }. */
export function placeOf(context: Context): Place {
  return placeOfToken(context.start);
}

/** Where a token starts. */
export function placeOfToken(token: ApexToken): Place {
  return { line: token.line, column: token.column };
}

/** Lists what is wrong at a place, so that reading can go on and find the rest. */
export function report(reading: Reading, code: string, place: Place, message: string, next: string): void {
  reading.problems.push({ code, line: place.line, column: place.column, message, next });
}
