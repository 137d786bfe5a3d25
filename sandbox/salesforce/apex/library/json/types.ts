import type { BuiltinType } from '../define.ts';

export const jsonTypes: readonly BuiltinType[] = [];
