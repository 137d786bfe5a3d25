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
  {
    code: 'APX001',
    what: 'a statement that only computes',
    rejected: `${ints}export function idle(amount: Int): Int { amount + 1; return amount; }`,
    accepted: `${ints}export function idle(amount: Int): Int { amount += 1; return amount; }`,
  },
  {
    code: 'APX001',
    what: 'an assignment to a length',
    rejected: 'export function empty(words: string[]): void { words.length = 0; }',
    accepted: 'export function empty(words: string[]): void { while (words.length > 0) { words.pop(); } }',
  },
  {
    code: 'APX001',
    what: 'a result of a function that has none',
    rejected: 'export function one(): void { return two(); }\nfunction two(): void { return; }',
    accepted: 'export function one(): void { two(); }\nfunction two(): void { return; }',
  },
  {
    code: 'APX006',
    what: 'a condition of a loop that is no boolean',
    rejected: `${ints}export function count(amount: Int): Int { let left = amount; while (left) { left -= 1; } return left; }`,
    accepted: `${ints}export function count(amount: Int): Int { let left = amount; while (left > 0) { left -= 1; } return left; }`,
  },
  {
    code: 'APX007',
    what: 'two interfaces that TypeScript merges',
    rejected:
      'interface Thing { one: string }\ninterface Thing { two: string }\nexport function read(thing: Thing): string { return thing.one; }',
    accepted:
      'interface Thing { one: string; two: string }\nexport function read(thing: Thing): string { return thing.one; }',
  },
  {
    code: 'APX008',
    what: 'a name with two underscores',
    rejected: `${ints}export function more(one__two: Int): Int { return one__two; }`,
    accepted: `${ints}export function more(one_two: Int): Int { return one_two; }`,
  },
  {
    code: 'APX010',
    what: 'a switch without default at the end of a function',
    rejected: `type Mode = 'on' | 'off';\nexport function tell(mode: Mode): string { switch (mode) { case 'on': return 'a'; case 'off': return 'b'; } }`,
    accepted: `type Mode = 'on' | 'off';\nexport function tell(mode: Mode): string { switch (mode) { case 'on': return 'a'; default: return 'b'; } }`,
  },
  {
    code: 'APX011',
    what: 'a loop that changes what it walks',
    rejected:
      "export function grow(words: string[]): void { for (const word of words) { if (word === 'a') { words.push('b'); } } }",
    accepted:
      "export function grow(words: string[], more: string[]): void { for (const word of words) { if (word === 'a') { more.push('b'); } } }",
  },
  {
    code: 'APX015',
    what: 'an index that is computed for reading and for writing',
    rejected: `${ints}export function add(amounts: Int[], places: Int[]): void { amounts[places.pop()!]! += 2; }`,
    accepted: `${ints}export function add(amounts: Int[], places: Int[]): void { const place: Int = places.pop()!; amounts[place]! += 2; }`,
  },
  {
    code: 'APX015',
    what: 'a field of a record that would be made twice',
    rejected:
      'type Bag = { words: string[] };\nexport function last(): string { return bag().words.pop()!; }\nfunction bag(): Bag { return { words: ["a"] }; }',
    accepted:
      'type Bag = { words: string[] };\nexport function last(): string { const one = bag(); return one.words.pop()!; }\nfunction bag(): Bag { return { words: ["a"] }; }',
  },
  {
    code: 'APX018',
    what: 'a step inside an expression',
    rejected: `${ints}export function next(start: Int): Int { let at: Int = start; const found: Int = at++; return found + at; }`,
    accepted: `${ints}export function next(start: Int): Int { let at: Int = start; const found: Int = at; at++; return found + at; }`,
  },
  {
    code: 'APX022',
    what: 'a Long that is given as an Int',
    rejected: `${ints}export function narrow(amount: Long): Int { return amount; }`,
    accepted: `import { toInt, type Int, type Long } from '../model/number.ts';\nexport function narrow(amount: Long): Int { return toInt(amount); }`,
  },
  {
    code: 'APX022',
    what: 'a record of another type with the same fields',
    rejected:
      'type One = { label: string };\ntype Other = { label: string };\nexport function pass(one: One): Other { return one; }',
    accepted:
      'type One = { label: string };\ntype Other = { label: string };\nexport function pass(one: One): Other { return { label: one.label }; }',
  },
  {
    code: 'APX022',
    what: 'a list of Int that is given as a list of Long',
    rejected: `${ints}export function wider(amounts: Int[]): Long[] { return amounts; }`,
    accepted: `${ints}export function wider(amounts: Int[]): Long[] { const all: Long[] = []; for (const amount of amounts) { all.push(amount); } return all; }`,
  },
  {
    code: 'APX023',
    what: 'a product that leaves 32 bits before it is a Long',
    rejected: `${ints}export function millis(minutes: Int): Long { return minutes * 60_000; }`,
    accepted: `import { toLong, type Int, type Long } from '../model/number.ts';\nexport function millis(minutes: Int): Long { return toLong(minutes) * 60_000; }`,
  },
  {
    code: 'APX023',
    what: 'a product of Ints beside a Long',
    rejected: `${ints}export function isLate(at: Long, minutes: Int): boolean { return minutes * 60_000 < at; }`,
    accepted: `${ints}export function isLate(at: Long, minutes: Long): boolean { return minutes * 60_000 < at; }`,
  },
  {
    code: 'APX024',
    what: 'an element that may be outside its array',
    rejected: 'export function first(words: string[]): string { return words[0] ?? "none"; }',
    accepted: 'export function first(words: string[]): string { return words.length === 0 ? "none" : words[0]!; }',
  },
  {
    code: 'APX024',
    what: 'an entry of a Map that may be missing',
    rejected:
      'export function isIn(table: Map<string, string>): boolean { const found = table.get("a"); return found !== null; }',
    accepted:
      'export function isIn(table: Map<string, string>): boolean { const found = table.get("a") ?? null; return found !== null; }',
  },
  {
    code: 'APX025',
    what: 'a condition that may be null',
    rejected: 'export function tell(isSo: boolean | null): string { return isSo ? "yes" : "no"; }',
    accepted: 'export function tell(isSo: boolean | null): string { return (isSo ?? false) ? "yes" : "no"; }',
  },
  {
    code: 'APX025',
    what: 'an operand of && that may be null',
    rejected: 'export function isBoth(one: boolean, other: boolean | null): boolean | null { return one && other; }',
    accepted:
      'export function isBoth(one: boolean, other: boolean | null): boolean { return one && (other ?? false); }',
  },
  {
    code: 'APX025',
    what: 'a text in a template that may be null',
    rejected: 'export function tell(name: string | null): string { return `${name}`; }',
    accepted: 'export function tell(name: string | null): string { return `${name ?? "nobody"}`; }',
  },
  {
    code: 'APX025',
    what: 'a sum of texts, one of which may be null',
    rejected: 'export function tell(name: string | null): string { return "a" + name; }',
    accepted: 'export function tell(name: string | null): string { return "a" + (name ?? "nobody"); }',
  },
  {
    code: 'APX025',
    what: 'a promise about an element that may be null',
    rejected: 'export function isA(names: (string | null)[]): boolean { return names[0]! === "a"; }',
    accepted: 'export function isA(names: (string | null)[]): boolean { return (names[0] ?? null) === "a"; }',
  },
  {
    code: 'APX025',
    what: 'a list with nulls that is joined',
    rejected: 'export function joined(names: (string | null)[]): string { return names.join(","); }',
    accepted: 'export function joined(names: string[]): string { return names.join(","); }',
  },
  {
    code: 'APX025',
    what: 'a choice that may be null',
    rejected:
      'type Mode = "on" | "off";\nexport function isOn(text: string | null): boolean { const mode = text as Mode; return mode === "on"; }',
    accepted:
      'type Mode = "on" | "off";\nexport function isOn(text: string): boolean { const mode = text as Mode; return mode === "on"; }',
  },
  {
    code: 'APX026',
    what: 'a name that hides one of an outer block',
    rejected: `${ints}export function most(one: Int): Int { if (one > 0) { const one: Int = 2; return one; } return one; }`,
    accepted: `${ints}export function most(one: Int): Int { if (one > 0) { const two: Int = 2; return two; } const two: Int = 3; return one + two; }`,
  },
  {
    code: 'APX027',
    what: 'a constant that is changed',
    rejected: 'const seen: string[] = [];\nexport function note(word: string): void { seen.push(word); }',
    accepted: 'export function note(seen: string[], word: string): void { seen.push(word); }',
  },
  {
    code: 'APX027',
    what: 'a field of a constant that is assigned',
    rejected: `${ints}type Tally = { count: Int };\nconst tally: Tally = { count: 0 };\nexport function step(): void { tally.count += 1; }`,
    accepted: `${ints}type Tally = { count: Int };\nexport function step(tally: Tally): void { tally.count += 1; }`,
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

  test('APX009: a module with the class of one that is written by hand', () => {
    const { diagnostics } = compileTogether({
      'core/src/decide/model/text.ts': 'export function isPlain(text: string): boolean { return text === ""; }',
      'core/src/decide/score/text.ts': 'export function two(): string { return "2"; }',
    });
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
