import { describe, expect, test } from '@jest/globals';
import { diagnosticTexts, printDiagnostic, type DiagnosticCode } from '../../../salesforce/compiler/diagnostics.ts';
import { compileSnippets, compileTogether } from './compile-snippets.ts';

type Example = { code: DiagnosticCode; what: string; rejected: string; accepted: string };

const ints = "import type { Int, Long } from '../model/number.ts';\n";
const wideFields = Array.from({ length: 33 }, (_, place) => `field${place}: Int`).join('; ');
const wideValues = Array.from({ length: 33 }, (_, place) => `field${place}: ${place}`).join(', ');
const manyParameters = Array.from({ length: 33 }, (_, place) => `part${place}: Int`).join(', ');

const examples: Example[] = [
  {
    code: 'APX001',
    what: 'syntax without a counterpart',
    rejected: `${ints}export function twice(amount: Int): Int { const act = (each: Int): Int => each * 2; return act(amount); }`,
    accepted: `${ints}export function twice(amount: Int): Int { return amount * 2; }`,
  },
  {
    code: 'APX001',
    what: 'a class',
    rejected: 'export class Thing {}',
    accepted:
      'export type Thing = { label: string };\nexport function nameIt(thing: Thing): string { return thing.label; }',
  },
  {
    code: 'APX002',
    what: 'a type without a counterpart',
    rejected: 'export function half(amount: number): number { return amount; }',
    accepted: `${ints}export function half(amount: Int): Int { return amount; }`,
  },
  {
    code: 'APX003',
    what: 'a member that only JavaScript has',
    rejected: 'export function tidy(text: string): string { return text.trim(); }',
    accepted: 'export function tidy(text: string): string { return text.substring(1); }',
  },
  {
    code: 'APX004',
    what: 'a function of no module',
    rejected: 'export function tidy(text: string): string { return String(text); }',
    accepted:
      'export function tidy(text: string): string { return same(text); }\nfunction same(text: string): string { return text; }',
  },
  {
    code: 'APX005',
    what: 'a record literal that goes to no type',
    rejected: 'export function size(): boolean { const thing = { label: "a" }; return thing.label === "a"; }',
    accepted:
      'type Thing = { label: string };\nexport function size(): boolean { const thing: Thing = { label: "a" }; return thing.label === "a"; }',
  },
  {
    code: 'APX006',
    what: 'an operator for texts that Apex reads otherwise',
    rejected: 'export function isBefore(one: string, other: string): boolean { return one < other; }',
    accepted: `${ints}export function isBefore(one: Int, other: Int): boolean { return one < other; }`,
  },
  {
    code: 'APX007',
    what: 'two names that differ by case',
    rejected: `${ints}const limitOf: Int = 1;\nexport function more(limitof: Int): Int { return limitof + limitOf; }`,
    accepted: `${ints}const limitOf: Int = 1;\nexport function more(most: Int): Int { return most + limitOf; }`,
  },
  {
    code: 'APX008',
    what: 'a reserved word',
    rejected: `${ints}export function more(group: Int): Int { return group; }`,
    accepted: `${ints}export function more(members: Int): Int { return members; }`,
  },
  {
    code: 'APX010',
    what: 'a case that falls through',
    rejected: `${ints}export function pick(mode: string): Int { let found: Int = 0; switch (mode) { case 'a': found = 1; default: found = 2; } return found; }`,
    accepted: `${ints}export function pick(mode: string): Int { let found: Int = 0; switch (mode) { case 'a': found = 1; break; default: found = 2; } return found; }`,
  },
  {
    code: 'APX011',
    what: 'a loop over the characters of a text',
    rejected: `${ints}export function size(text: string): Int { let found: Int = 0; for (const each of text) { found += each.length; } return found; }`,
    accepted: `${ints}export function size(texts: string[]): Int { let found: Int = 0; for (const each of texts) { found += each.length; } return found; }`,
  },
  {
    code: 'APX012',
    what: 'an import from outside the engine',
    rejected: "import ts from 'typescript';\nexport function version(): string { return ts.version; }",
    accepted: "import { fold } from '../model/fold.ts';\nexport function version(): string { return fold('A'); }",
  },
  {
    code: 'APX014',
    what: 'a number with a fraction',
    rejected: `${ints}export function half(): Int { return 0.5; }`,
    accepted: `${ints}export function half(): Long { return 9_000_000_000; }`,
  },
  {
    code: 'APX015',
    what: 'a list that would be computed twice',
    rejected:
      'export function last(): string { return lists().pop() ?? "none"; }\nfunction lists(): string[] { return ["a"]; }',
    accepted:
      'export function last(): string { const all = lists(); return all.pop() ?? "none"; }\nfunction lists(): string[] { return ["a"]; }',
  },
  {
    code: 'APX016',
    what: 'what TypeScript refuses',
    rejected: 'export function wrong(): string { return 5; }',
    accepted: 'export function right(): string { return "5"; }',
  },
  {
    code: 'APX017',
    what: 'too many parameters',
    rejected: `${ints}export function much(${manyParameters}): Int { return part0; }`,
    accepted: `${ints}export function much(${manyParameters.split(', ').slice(0, 32).join(', ')}): Int { return part0; }`,
  },
  {
    code: 'APX018',
    what: 'an assignment inside an expression',
    rejected: `${ints}export function step(start: Int): Int { let to: Int = 0; const found: Int = (to = start) + 1; return found + to; }`,
    accepted: `${ints}export function step(start: Int): Int { let to: Int = 0; to = start; return to + 1; }`,
  },
  {
    code: 'APX001',
    what: 'a spread in a record literal',
    rejected:
      'type One = { label: string; other: string };\nexport function make(known: One): One { const made: One = { ...known }; return made; }',
    accepted:
      'type One = { label: string; other: string };\nexport function make(known: One): One { const made: One = { label: known.label, other: "" }; return made; }',
  },
  {
    code: 'APX020',
    what: 'fields that are computed in another order',
    rejected:
      'type Pair = { one: string; two: string };\nexport function pair(parts: string[]): Pair { return { two: parts.pop()!, one: parts.pop()! }; }',
    accepted:
      'type Pair = { one: string; two: string };\nexport function pair(parts: string[]): Pair { return { one: parts.pop()!, two: parts.pop()! }; }',
  },
  {
    code: 'APX021',
    what: 'a wide record without a name',
    rejected: `${ints}type Wide = { ${wideFields} };\nexport function wide(): Wide { return { ${wideValues} }; }`,
    accepted: `${ints}type Wide = { ${wideFields} };\nexport function wide(): Wide { const made: Wide = { ${wideValues} }; return made; }`,
  },
];

/** These need more than one small module. */
const ofPrograms: readonly DiagnosticCode[] = ['APX009', 'APX013', 'APX019'];

const sources = new Map(
  examples.flatMap(({ rejected, accepted }, place): [string, string][] => [
    [`rejected-${place}`, rejected],
    [`accepted-${place}`, accepted],
  ]),
);
const compiled = compileSnippets(sources);

describe('a program outside the subset is refused with a code, a place and a remedy', () => {
  test.each(examples.map((each, place) => ({ ...each, place })))('$code: $what', ({ code, place }) => {
    const rejected = compiled.get(`rejected-${place}`)!;
    expect(rejected.classes).toEqual([]);
    expect(rejected.diagnostics.map((each) => each.code)).toContain(code);
    const found = rejected.diagnostics.find((each) => each.code === code)!;
    expect(found.file).toBe(`core/src/decide/snippet/rejected-${place}.ts`);
    expect(found.line).toBeGreaterThan(0);
    expect(printDiagnostic(found)).toMatch(/:[0-9]+:[0-9]+ APX[0-9]{3} .+\. [A-Z].+\.$/);
    const accepted = compiled.get(`accepted-${place}`)!;
    expect(accepted.diagnostics).toEqual([]);
    expect(accepted.classes.map((each) => each.file)).toContain(`core/src/decide/snippet/accepted-${place}.ts`);
  });

  test('every code has an example', () => {
    const shown = new Set([...examples.map((each) => each.code), ...ofPrograms]);
    expect([...shown].sort()).toEqual(Object.keys(diagnosticTexts).sort());
  });

  test('APX009: two modules that would be one class', () => {
    const { diagnostics } = compileTogether({
      'core/src/decide/route/turn-table.ts': 'export function one(): string { return "1"; }',
      'core/src/decide/score/turn-table.ts': 'export function two(): string { return "2"; }',
    });
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['APX009', 'core/src/decide/score/turn-table.ts'],
    ]);
  });

  test('APX009: a class name of more than 40 characters', () => {
    const file = `core/src/decide/route/${'very-'.repeat(9)}long.ts`;
    const { diagnostics } = compileTogether({ [file]: 'export function one(): string { return "1"; }' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['APX009']);
  });

  test('APX013: an intrinsic that the compiler does not know', () => {
    const { diagnostics } = compileTogether({
      'core/src/decide/model/text.ts': 'export function reverseText(text: string): string { return text; }',
      'core/src/decide/score/mirror.ts':
        "import { reverseText } from '../model/text.ts';\nexport function mirror(text: string): string { return reverseText(text); }",
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['APX013']);
  });

  test('APX019: a class that is too long for Apex', () => {
    const { diagnostics } = compileTogether({
      'core/src/decide/score/long-text.ts': `export function longText(): string { return '${'a'.repeat(1_000_000)}'; }`,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['APX019']);
  });

  test('one run lists all problems of a module, in the order of their places', () => {
    const source = [
      'export function one(amount: number): boolean {',
      "  return 'a' < 'b';",
      '}',
      'export class Two {}',
    ].join('\n');
    const { diagnostics } = compileSnippets(new Map([['many', source]])).get('many')!;
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['APX002', 1],
      ['APX006', 2],
      ['APX001', 4],
    ]);
  });
});
