import type { BuiltinType } from '../define.ts';

export const recordTypes: readonly BuiltinType[] = [];
