import type { BuiltinType } from '../define.ts';
import { blobBuiltin } from './blob-type.ts';
import { cryptoBuiltin } from './crypto-type.ts';
import { encodingBuiltin } from './encoding-type.ts';
import { idBuiltin } from './id-type.ts';
import { matcherBuiltin, patternBuiltin } from './pattern/pattern-types.ts';
import { stringBuiltin } from './string-type.ts';
import { urlBuiltin } from './url-type.ts';
import { uuidBuiltin } from './uuid-type.ts';

/** Text, and what is made of text: ids, bytes, patterns, addresses. */
export const textTypes: readonly BuiltinType[] = [
  stringBuiltin,
  idBuiltin,
  blobBuiltin,
  encodingBuiltin,
  cryptoBuiltin,
  patternBuiltin,
  matcherBuiltin,
  uuidBuiltin,
  urlBuiltin,
];
