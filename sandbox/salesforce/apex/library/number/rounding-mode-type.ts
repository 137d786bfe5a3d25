import type { BuiltinType } from '../define.ts';
import { roundingModes } from './round-decimal.ts';

export const roundingModeBuiltin: BuiltinType = {
  name: 'System.RoundingMode',
  kind: 'enum',
  values: roundingModes,
};
