import type { BuiltinType } from '../define.ts';

export const systemTypes: readonly BuiltinType[] = [];
