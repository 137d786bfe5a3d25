import type { BuiltinType } from '../define.ts';

export const timeTypes: readonly BuiltinType[] = [];
