import type { Construct } from '../emit/constructs.ts';
import { unsupported, type BuiltinType, type Implementation } from '../library/define.ts';

/** SUPPORT.md: what of the language and of the platform's library runs here, and what only fails loudly. */
export function supportTable(constructs: readonly Construct[], types: readonly BuiltinType[]): string {
  const described = types.map((each) => membersOf(each)).toSorted((a, b) => compare(a.name, b.name));
  const supported = sum(described, (each) => each.supported.length);
  const missing = sum(described, (each) => each.missing.length);
  return [
    '# What is supported',
    '',
    '<!-- Written by `node sandbox/salesforce/apex/runner/write-support.ts` from what is built. -->',
    '',
    `${supported} members of ${types.length} types of the platform run here; ${missing} more are documented by the platform,`,
    'compile, and fail with APEX100 when they are reached. A type or member in neither list is unknown to the compiler.',
    '',
    '## Language',
    '',
    ...constructs.filter((each) => each.supported).map(lineOf),
    '',
    'Not supported:',
    '',
    ...constructs.filter((each) => !each.supported).map(lineOf),
    '',
    '## Library',
    '',
    ...described.flatMap(sectionOf),
  ].join('\n');
}

type Described = {
  readonly name: string;
  readonly kind: BuiltinType['kind'];
  readonly supported: readonly string[];
  readonly missing: readonly string[];
  readonly values: readonly string[];
};

function membersOf(type: BuiltinType): Described {
  const supported: string[] = [];
  const missing: string[] = [];
  const add = (text: string, implementation: unknown): void => {
    (implementation === unsupported ? missing : supported).push(text);
  };
  for (const [signature, implementation] of Object.entries(type.constructors ?? {})) {
    add(`new ${signature}`, implementation);
  }
  for (const [signature, implementation] of Object.entries(type.statics ?? {})) {
    add(`static ${signature}`, implementation);
  }
  for (const [signature, property] of Object.entries(type.staticProperties ?? {})) {
    add(`static ${signature}`, property.get);
  }
  for (const [signature, implementation] of Object.entries<Implementation | typeof unsupported>(type.methods ?? {})) {
    add(signature, implementation);
  }
  for (const [signature, property] of Object.entries(type.properties ?? {})) {
    add(property.set === undefined ? signature : `${signature} { get; set; }`, property.get);
  }
  return { name: type.name, kind: type.kind, supported, missing, values: type.values ?? [] };
}

function sectionOf(type: Described): string[] {
  const lines = [`### ${type.name}`, ''];
  if (type.values.length > 0) {
    lines.push(`Constants: ${type.values.map(code).join(', ')}`, '');
  }
  lines.push(...listOf('', type.supported));
  lines.push(...listOf('Not supported:', type.missing));
  if (lines.length === 2) {
    lines.push(`${type.kind === 'interface' ? 'An interface' : 'A class'} without members of its own.`, '');
  }
  return lines;
}

function listOf(title: string, members: readonly string[]): string[] {
  if (members.length === 0) {
    return [];
  }
  return [...(title === '' ? [] : [title, '']), ...members.map((each) => `- ${code(each)}`), ''];
}

function code(text: string): string {
  return `\`${text}\``;
}

function lineOf({ name, note }: Construct): string {
  return note === '' ? `- ${name}` : `- ${name}. ${note}`;
}

function sum(types: readonly Described[], count: (type: Described) => number): number {
  return types.reduce((total, each) => total + count(each), 0);
}

/** By code units, so that the file is the same under every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
