import { callOn } from '../apex/tree.ts';
import { boolean, nothing, type Type } from '../types/type.ts';
import type { BuiltinMethod } from './method.ts';

/** The Map methods of the subset, for one type of map; null where there is no such method. */
export function mapMethod(name: string, map: Type & { kind: 'map' }): BuiltinMethod | null {
  switch (name) {
    case 'get':
      return { parameters: [map.key], returns: map.value, write: (of, args) => callOn(of, 'get', ...args) };
    case 'has':
      return { parameters: [map.key], returns: boolean, write: (of, args) => callOn(of, 'containsKey', ...args) };
    case 'set':
      return { parameters: [map.key, map.value], returns: nothing, write: (of, args) => callOn(of, 'put', ...args) };
    default:
      return null;
  }
}
