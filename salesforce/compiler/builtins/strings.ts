import { callOn, type Expression } from '../apex/tree.ts';
import { boolean, integer, string } from '../types/type.ts';
import type { BuiltinMethod } from './method.ts';

/** The text methods of the subset, which both platforms define on UTF-16 code units. */
export const stringMethods: ReadonlyMap<string, BuiltinMethod> = new Map<string, BuiltinMethod>([
  ['indexOf', { parameters: [string, integer], optional: 1, returns: integer, write: same('indexOf') }],
  ['lastIndexOf', { parameters: [string], returns: integer, write: same('lastIndexOf') }],
  ['startsWith', { parameters: [string], returns: boolean, write: same('startsWith') }],
  ['endsWith', { parameters: [string], returns: boolean, write: same('endsWith') }],
  ['includes', { parameters: [string], returns: boolean, write: same('contains') }],
  [
    'substring',
    {
      parameters: [integer, integer],
      optional: 1,
      returns: string,
      isReadTwice: (args) => args.length === 1,
      write: writeSubstring,
    },
  ],
  ['charCodeAt', { parameters: [integer], returns: integer, write: same('charAt') }],
]);

function same(name: string): BuiltinMethod['write'] {
  return (of, args) => callOn(of, name, ...args);
}

/**
 * JavaScript draws places outside a text in, where Apex's substring fails. `left` and `mid` draw in as well, so they stand
 * where they mean the same for every place; only between two places that are computed is it up to the author.
 */
function writeSubstring(of: Expression, args: readonly Expression[]): Expression {
  const [start, end] = args;
  if (end === undefined) return fromPlaceOn(of, start!);
  const from = literalOf(start!);
  const to = literalOf(end);
  if (from === 0) return callOn(of, 'left', end);
  if (from === null || to === null || to < from) return callOn(of, 'substring', start!, end);
  return callOn(of, 'mid', start!, literal(to - from));
}

/** The end of a text is `right` where its size is written out. */
function fromPlaceOn(of: Expression, start: Expression): Expression {
  const isFromEnd =
    start.kind === 'binary' && start.operator === '-' && JSON.stringify(start.left) === JSON.stringify(lengthOf(of));
  const size = isFromEnd ? literalOf(start.right) : null;
  return size === null ? callOn(of, 'mid', start, lengthOf(of)) : callOn(of, 'right', literal(size));
}

function literal(whole: number): Expression {
  return { kind: 'literal', text: String(whole) };
}

function lengthOf(text: Expression): Expression {
  return text.kind === 'string' ? literal(text.value.length) : callOn(text, 'length');
}

function literalOf(place: Expression): number | null {
  return place.kind === 'literal' ? Number(place.text) : null;
}
