import type { Block, Expression } from '../syntax/nodes.ts';

/** Methods of the platform that count something, so they never give null. */
const counting = new Set([
  'size',
  'length',
  'indexof',
  'hashcode',
  'compareto',
  'ordinal',
  'isempty',
  'contains',
  'containskey',
]);

const arithmetic = new Set(['-', '*', '/', '&', '|', '^', '<<', '>>', '>>>']);
const answering = new Set(['==', '!=', '===', '!==', '<>', '<', '<=', '>', '>=', '&&', '||']);

/**
 * The lower-case names of locals in a body that are declared with a value and only ever given values that cannot be null:
 * loop counters, sums, lengths. A name declared twice counts as one. What is in doubt is left out: `sourceMethods` are the
 * names of all methods that source declares, which may give null whatever they are called.
 */
export function findNeverNull(body: Block, sourceMethods: ReadonlySet<string>): ReadonlySet<string> {
  const given = new Map<string, (Expression | null)[]>();
  collect(body, given);
  const names = new Set(given.keys());
  for (let before = -1; before !== names.size;) {
    before = names.size;
    for (const name of names) {
      const isSafe = given.get(name)?.every((each) => each !== null && neverNull(each, names, sourceMethods)) ?? false;
      if (!isSafe) {
        names.delete(name);
      }
    }
  }
  return names;
}

function note(given: Map<string, (Expression | null)[]>, name: string, value: Expression | null): void {
  const lower = name.toLowerCase();
  const values = given.get(lower);
  if (values === undefined) {
    given.set(lower, [value]);
  } else {
    values.push(value);
  }
}

type Walkable = { readonly kind?: string; readonly place?: unknown };

function collect(node: unknown, given: Map<string, (Expression | null)[]>): void {
  if (Array.isArray(node)) {
    for (const each of node) {
      collect(each, given);
    }
    return;
  }
  if (typeof node !== 'object' || node === null) {
    return;
  }
  const one = node as Walkable & Record<string, unknown>;
  if (one.kind === 'assign') {
    const { target, operator, value } = node as Extract<Expression, { kind: 'assign' }>;
    if (target.kind === 'name' && operator === '=') {
      note(given, target.name, value);
    }
  } else if (one.kind === 'forEach' || (one.kind === 'type' && 'name' in one)) {
    note(given, String(one['name']), null);
  } else if (Array.isArray(one['variables'])) {
    for (const each of one['variables'] as { name: string; value: Expression | null }[]) {
      note(given, each.name, each.value);
    }
  } else if (Array.isArray(one['catches'])) {
    for (const each of one['catches'] as { name: string }[]) {
      note(given, each.name, null);
    }
  }
  for (const key in one) {
    if (key !== 'place' && key !== 'kind') {
      collect(one[key], given);
    }
  }
}

/** Compound assignments and steps fail on null, so what they leave is none; only what `=` gives can be. */
function neverNull(value: Expression, names: ReadonlySet<string>, sourceMethods: ReadonlySet<string>): boolean {
  switch (value.kind) {
    case 'literal':
      return value.type !== 'null';
    case 'name':
      return names.has(value.name.toLowerCase());
    case 'unary':
    case 'postfix':
    case 'new':
    case 'newItems':
    case 'newPairs':
    case 'newSized':
    case 'instanceOf':
      return true;
    case 'binary':
      return value.operator === '+' || arithmetic.has(value.operator) || answering.has(value.operator);
    case 'conditional':
      return neverNull(value.then, names, sourceMethods) && neverNull(value.otherwise, names, sourceMethods);
    case 'assign':
      return value.operator !== '=' || neverNull(value.value, names, sourceMethods);
    case 'call':
      return (
        value.of !== null &&
        !value.isSafe &&
        value.arguments.length <= 1 &&
        counting.has(value.name.toLowerCase()) &&
        !sourceMethods.has(value.name.toLowerCase())
      );
    default:
      return false;
  }
}
