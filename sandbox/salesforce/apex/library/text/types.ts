import type { BuiltinType } from '../define.ts';

export const textTypes: readonly BuiltinType[] = [];
