import { enumBuiltin, objectBuiltin } from '../run/object-type.ts';
import { collectionTypes } from './collection/types.ts';
import type { BuiltinType } from './define.ts';
import { exceptionTypes } from './exception/types.ts';
import { laterTypes, type LaterTypes } from './later-types.ts';
import { numberTypes } from './number/types.ts';
import { recordTypes } from './record/types.ts';
import { systemTypes } from './system/types.ts';
import { textTypes } from './text/types.ts';

const commonTypes: readonly BuiltinType[] = [
  objectBuiltin,
  enumBuiltin,
  ...textTypes,
  ...numberTypes,
  ...collectionTypes,
  ...exceptionTypes,
  ...recordTypes,
  ...systemTypes,
];

const found = new Map<string, BuiltinType>(commonTypes.map((each) => [each.name.toLowerCase(), each]));
const later = new Map<string, LaterTypes>(
  laterTypes.flatMap((each) => each.names.map((name) => [name.toLowerCase(), each] as const)),
);

/** A type of the platform by its canonical name in lower case: findBuiltinType('system.json'). */
export function findBuiltinType(lowerName: string): BuiltinType | null {
  const missing = later.get(lowerName);
  if (missing !== undefined) {
    for (const each of missing.load()) {
      found.set(each.name.toLowerCase(), each);
      later.delete(each.name.toLowerCase());
    }
  }
  return found.get(lowerName) ?? null;
}

/** Every type of the platform that this runtime knows. */
export function builtinTypes(): readonly BuiltinType[] {
  return [...commonTypes, ...laterTypes.flatMap((each) => each.load())];
}
