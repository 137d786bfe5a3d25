import type { BuiltinType } from '../define.ts';

export const exceptionTypes: readonly BuiltinType[] = [];
