import { printClass } from '../../../salesforce/compiler/apex/print-class.ts';
import { compile, type CompiledClass } from '../../../salesforce/compiler/compile.ts';
import { intrinsicFiles } from '../../../salesforce/compiler/engine-files.ts';
import { readEngine, root } from '../../../salesforce/compiler/read-program.ts';
import type { Texts } from '../answer.ts';
import { compareTexts } from '../compare-texts.ts';
import { apexEngine } from '../decide-in-apex.ts';
import { expectedTexts } from '../decide-in-typescript.ts';
import { generatePairs } from '../generate-pairs.ts';
import { loadKept } from '../keep-pairs.ts';
import type { Pair } from '../pair.ts';
import type { Mutation } from './mutations.ts';
import { rewriteClass } from './rewrite.ts';

/** What became of a faulty engine: the first pair that told it from the right one, or the failure it ended with. */
export type Trial =
  | { readonly kind: 'caught'; readonly by: string; readonly leads: number }
  | { readonly kind: 'missed' }
  /** The fault is nowhere in the engine, or makes Apex that does not compile: it says nothing about the comparer. */
  | { readonly kind: 'void'; readonly why: string };

/** Tries mutations one by one on the same pairs. */
export class MutationTrials {
  readonly #classes: readonly CompiledClass[];
  readonly #pairs: readonly { pair: Pair; expected: Texts }[];

  constructor() {
    const { program, modules } = readEngine();
    this.#classes = compile(program, modules, root).classes;
    const pairs = [...loadKept().map((kept) => kept.pair), ...generatePairs({ seed: 5, policies: 12, leadsEach: 25 })];
    this.#pairs = pairs.map((pair) => ({ pair, expected: expectedTexts(pair) }));
  }

  try(mutation: Mutation): Trial {
    let changed = 0;
    const files = this.#classes.map(({ apexClass }): [string, string] => {
      const mutated = printClass(rewriteClass(apexClass, mutation.rewriting));
      if (mutated !== printClass(apexClass)) changed += 1;
      return [`${apexClass.name}.cls`, mutated];
    });
    if (changed === 0) return { kind: 'void', why: 'it changes nothing' };
    let engine: (pair: Pair) => Texts;
    try {
      engine = apexEngine(new Map([...files, ...intrinsicFiles()]));
    } catch (error) {
      return { kind: 'void', why: `it does not compile: ${(error as Error).message}` };
    }
    let leads = 0;
    for (const { pair, expected } of this.#pairs) {
      leads += pair.leads.length;
      const by = this.#differenceOf(engine, pair, expected);
      if (by !== null) return { kind: 'caught', by, leads };
    }
    return { kind: 'missed' };
  }

  /** An engine that fails where the right one answers is told from it as well. */
  #differenceOf(engine: (pair: Pair) => Texts, pair: Pair, expected: Texts): string | null {
    let texts: Texts;
    try {
      texts = engine(pair);
    } catch {
      return 'failure';
    }
    return compareTexts(expected, texts)?.part ?? null;
  }
}
