import type { BuiltinType } from '../define.ts';

export const numberTypes: readonly BuiltinType[] = [];
