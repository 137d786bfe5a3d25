import { loadGrammarReader } from './load-grammar-reader.ts';
import type { SourceUnit } from './nodes.ts';
import type { SyntaxProblems } from './problems.ts';
import { readQuickly } from './quick/read-quickly.ts';
import type { SourceForm } from './source-form.ts';

export type { SourceForm } from './source-form.ts';

/**
 * Reads Apex source into its tree, or lists everything that is wrong with it.
 * readSource('public class A {}', 'A.cls', 'class') → { kind: 'class', declaration: { kind: 'class', name: 'A', … } }.
 */
export function readSource(text: string, fileName: string, form: SourceForm): SourceUnit | SyntaxProblems {
  return readQuickly(text, form) ?? loadGrammarReader().readWithGrammar(text, fileName, form);
}
