import { callOn } from '../apex/tree.ts';
import { boolean, integer, string } from '../types/type.ts';
import type { BuiltinMethod } from './method.ts';

/** The text methods of the subset, which both platforms define on UTF-16 code units. */
export const stringMethods: ReadonlyMap<string, BuiltinMethod> = new Map<string, BuiltinMethod>([
  ['indexOf', { parameters: [string, integer], optional: 1, returns: integer, write: same('indexOf') }],
  ['lastIndexOf', { parameters: [string], returns: integer, write: same('lastIndexOf') }],
  ['startsWith', { parameters: [string], returns: boolean, write: same('startsWith') }],
  ['endsWith', { parameters: [string], returns: boolean, write: same('endsWith') }],
  ['includes', { parameters: [string], returns: boolean, write: same('contains') }],
  ['substring', { parameters: [integer, integer], optional: 1, returns: string, write: same('substring') }],
  ['charCodeAt', { parameters: [integer], returns: integer, write: same('charAt') }],
]);

function same(name: string): BuiltinMethod['write'] {
  return (of, args) => callOn(of, name, ...args);
}
