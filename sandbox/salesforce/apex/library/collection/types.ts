import type { BuiltinType } from '../define.ts';

export const collectionTypes: readonly BuiltinType[] = [];
