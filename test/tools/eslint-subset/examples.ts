/** For each code one file that is in the subset, and files that are not, each for that reason. */
export interface Example {
  readonly accepted: string;
  readonly rejected: readonly string[];
}

const int = "import { type Int } from '../model/number.ts';\n";
const body = (text: string) =>
  `${int}export function run(n: Int, s: string, items: Int[], names: string[], byName: Map<string, Int>, flag: boolean): void {\n${text}\n}\n`;

export const examples: Readonly<Record<string, Example>> = {
  SUB001: {
    accepted: "export type Band = 'hot' | 'cold';",
    rejected: ['export class Band {}', 'export enum Band { Hot }', 'export namespace Bands {}'],
  },
  SUB002: {
    accepted: 'function one(): boolean { return true; }\nexport function two(): boolean { return one(); }',
    rejected: [
      body('const f = () => 1;'),
      body('const f = function (): Int { return 1; };'),
      body('function inner(): void { return; }'),
    ],
  },
  SUB003: {
    accepted: body('const i = names.length;'),
    rejected: [
      'export type Check = (s: string) => boolean;',
      'function one(): void { return; }\nexport function two(): void { const f = one; }',
    ],
  },
  SUB004: { accepted: body("const at = s.indexOf('@');"), rejected: [body('const pattern = /a+/;')] },
  SUB005: {
    accepted: body('const seen = new Map<string, Int>();'),
    rejected: [
      body('const now = Date.now();'),
      body('const big = Math.max(1, 2);'),
      body('const nothing = undefined;'),
    ],
  },
  SUB006: {
    accepted: 'export function run(): boolean { return true; }',
    rejected: [
      'export async function run(): Promise<void> { return; }',
      'export function* run(): Generator { return; }',
    ],
  },
  SUB007: {
    accepted: 'export function run(): string | null { return null; }',
    rejected: [body("throw 'no';"), body('try { n = 1; } finally { n = 2; }')],
  },
  SUB008: {
    accepted: `${int}export interface Row { readonly id: Int; readonly tags: readonly string[]; readonly owner: string | null; readonly points: Map<string, Int>; }`,
    rejected: [
      'export type Row = { id: number };',
      'export type Row = { id: any };',
      'export type Row = { id: unknown };',
      'export type Row = { id: string | undefined };',
      'export type Row = { inner: { id: string } };',
      'export type One = { id: string };\nexport type Row = { inner: One | string };',
      'export type Row = { pair: [string, string] };',
      'export type Row = { rest: Record<string, string> };',
      'export type Row = { rest: Map<boolean, string> };',
      'export function run(s: string) { return s; }',
    ],
  },
  SUB009: {
    accepted: body('items.push(n);'),
    rejected: [body('const more = [...items];'), 'export function run(...names: string[]): void { return; }'],
  },
  SUB010: {
    accepted: `${body('const first = items[0]!;')}\nexport type Mode = 'a' | 'b';\nexport function read(text: string): Mode {\n  return text as Mode;\n}`,
    rejected: [body('const [first] = items;'), body('const { length } = items;')],
  },
  SUB011: {
    accepted: 'export function first(names: string[]): string { return names[0]!; }',
    rejected: ['export function first<T>(list: T[]): T { return list[0]!; }', 'export type Box<T> = { inside: T };'],
  },
  SUB012: {
    accepted: 'export type Row = { owner: string | null };',
    rejected: [
      'export type Row = { owner?: string };',
      'export function run(s?: string): void { return; }',
      "export function run(s: string = ''): void { return; }",
      'export type Row = { id: string };\nexport function run(row: Row | null): void { const id = row?.id; }',
    ],
  },
  SUB013: {
    accepted: body('const m = 1_000 + 0xff;'),
    rejected: [body('const m = 1.5;'), body('const m = 1e3;'), body('const m = 10n;')],
  },
  SUB014: {
    accepted: body('const m = -n * 2 + items.length - 1;\nconst isSmall = !flag && m <= 3;'),
    rejected: [
      body('const m = n / 2;'),
      body('const m = n % 2;'),
      body('const m = n | 1;'),
      body('const b = n == 1;'),
      body('const t = typeof n;'),
      body('n **= 2;'),
      body('n ||= 2;'),
      body('const c = (n, s);'),
    ],
  },
  SUB015: {
    accepted: body(
      "for (const each of items) { n = each; }\nfor (let i: Int = 0; i < n; i++) { continue; }\nwhile (n > 0) { n -= 1; }\nswitch (s) { case 'a': case 'b': n = 1; break; default: n = 2; }",
    ),
    rejected: [
      body('for (const k in items) { n = 1; }'),
      body('do { n -= 1; } while (n > 0);'),
      body('outer: for (const each of items) { break outer; }'),
      body("switch (s) { case 'a': n = 1; default: n = 2; }"),
      body('for (const each of s) { n = 1; }'),
      body('var m = 1;'),
    ],
  },
  SUB016: {
    accepted: body('const t = `${s}: ${n}`;'),
    rejected: ['function tag(s: string): string { return s; }\nexport function run(): void { const t = tag`a`; }'],
  },
  SUB017: {
    accepted: body(
      "const a = s.length + s.indexOf('a') + s.charCodeAt(0) + items.length + byName.size;\nconst b = s.startsWith('a') && names.includes(s) && byName.has(s);\nitems.push(a);\nbyName.set(s, a);\nconst c = names.join(s) + s.substring(1, 2);",
    ),
    rejected: [
      body('const t = s.toLowerCase();'),
      body('const t = s.trim();'),
      body("const t = s.split(',');"),
      body('items.sort();'),
      body('const b = items.includes(1);'),
      body('items.push(1, 2);'),
      body('const length = items.push(1);'),
      body('byName.clear();'),
    ],
  },
  SUB018: {
    accepted: body(
      'const a = byName.get(s) ?? null;\nconst b = items.pop() ?? null;\nconst c = byName.get(s) ?? 0;\nconst d = items.pop()!;\nitems.pop();',
    ),
    rejected: [body('const a = byName.get(s);'), body('const b = items.pop();')],
  },
  SUB019: {
    accepted: body(
      "let t = '';\nt = t + s;\nconst parts: string[] = [];\nfor (const each of names) { parts.push(each); t = each + s; n += 1; }",
    ),
    rejected: [
      body("let t = '';\nfor (const each of names) { t += each; }"),
      body("let t = '';\nwhile (flag) { t = s + t; }"),
      body("let t = '';\nwhile (flag) { t = `${t}${s}`; }"),
    ],
  },
  SUB020: {
    accepted: 'export type Row = { id: string };\nexport function run(id: string): Row { return { id }; }',
    rejected: [
      "export type Row = { 'a-b': string };",
      'export type Row = { id: string };\nexport function run(row: Row): string { return row["id"]; }',
      body('const c = s[0];'),
    ],
  },
  SUB021: {
    accepted: `${body('const first = items[0]!;')}\nexport type Mode = 'a' | 'b';\nexport function read(text: string): Mode {\n  return text as Mode;\n}`,
    rejected: [
      body('const t = n as Int;'),
      body("const t = ['a'] as const;"),
      body('const t = byName!;'),
      body('const t = n satisfies Int;'),
    ],
  },
  SUB022: {
    accepted: 'export type Row = { kind: string; count: string };',
    rejected: [
      'export type Row = { Group: string };',
      'export function run(limit: string): void { return; }',
      'export function Merge(): void { return; }',
      'export type List = { id: string };',
    ],
  },
  SUB023: {
    accepted: 'export type Row = { account: string; lead: string };',
    rejected: [
      'export type Lead = { id: string };',
      'export function run(account: string): void { return; }',
      'export type TASK = { id: string };',
    ],
  },
  SUB024: {
    accepted: 'export const MAX_DEPTH = 3;',
    rejected: [
      'export const $depth = 3;',
      'export const _depth = 3;',
      'export const max__depth = 3;',
      'export const größe = 3;',
    ],
  },
  SUB025: {
    accepted: body('for (const a of items) { n = a; }\nfor (const a of items) { n = a; }'),
    rejected: [
      'export const depth = 1;\nexport const Depth = 2;',
      'export type Row = { id: string; ID: string };',
      body('const a = 1;\nif (flag) { const a = 2; }'),
    ],
  },
  SUB026: {
    accepted: body("if (n !== 0 && s !== '' && !flag) { n = 1; }"),
    rejected: [
      body('if (n) { n = 1; }'),
      body('while (s) { n = 1; }'),
      body('const b = !n;'),
      body('const b = flag && s;'),
    ],
  },
  SUB027: {
    accepted: body('const m = n - 1 < 3;\nconst t = s + n;'),
    rejected: [body("const b = s < 'a';"), body('const t = s + flag;'), body('const t = s + items;')],
  },
  SUB028: {
    accepted: `${int}export { quotient } from '../model/number.ts';\nexport const steps: Int[] = [1];`,
    rejected: [
      "import * as numbers from '../model/number.ts';",
      "export * from '../model/number.ts';",
      "import { quotient as divide } from '../model/number.ts';",
      'export let depth = 1;',
      "import { quotient } from '../model/number.ts';\nquotient(1, 1);",
    ],
  },
  SUB029: {
    accepted: body('const seen = new Map<string, Int>();'),
    rejected: [body('const seen = new Map();'), body('const seen = new Set<string>();')],
  },
  SUB030: {
    accepted: 'export interface Row { id: string }',
    rejected: [
      'export interface One { id: string }\nexport interface Two extends One { other: string }',
      body('debugger;'),
      'export type Row = { [key: string]: string };',
    ],
  },
};
