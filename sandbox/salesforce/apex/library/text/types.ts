import type { BuiltinType } from '../define.ts';
import { blobBuiltin } from './blob-type.ts';
import { idBuiltin } from './id-type.ts';
import { stringBuiltin } from './string-type.ts';

/** Text, ids and bytes. */
export const textTypes: readonly BuiltinType[] = [stringBuiltin, idBuiltin, blobBuiltin];
