import { enumBuiltin, objectBuiltin } from '../run/object-type.ts';
import { collectionTypes } from './collection/types.ts';
import type { BuiltinType } from './define.ts';
import { exceptionTypes } from './exception/types.ts';
import { jsonTypes } from './json/types.ts';
import { numberTypes } from './number/types.ts';
import { recordTypes } from './record/types.ts';
import { systemTypes } from './system/types.ts';
import { textTypes } from './text/types.ts';
import { timeTypes } from './time/types.ts';

/** Every type of the platform that this runtime knows. */
export const builtinTypes: readonly BuiltinType[] = [
  objectBuiltin,
  enumBuiltin,
  ...textTypes,
  ...numberTypes,
  ...timeTypes,
  ...collectionTypes,
  ...jsonTypes,
  ...exceptionTypes,
  ...recordTypes,
  ...systemTypes,
];
