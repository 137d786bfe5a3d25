import type { BuiltinType } from '../define.ts';
import { booleanBuiltin } from './boolean-type.ts';
import { decimalBuiltin } from './decimal-type.ts';
import { doubleBuiltin } from './double-type.ts';
import { integerBuiltin } from './integer-type.ts';
import { longBuiltin } from './long-type.ts';
import { mathBuiltin } from './math-type.ts';
import { roundingModeBuiltin } from './rounding-mode-type.ts';

/** Integer, Long, Double, Decimal, Boolean, and what calculates with them. */
export const numberTypes: readonly BuiltinType[] = [
  integerBuiltin,
  longBuiltin,
  doubleBuiltin,
  decimalBuiltin,
  booleanBuiltin,
  roundingModeBuiltin,
  mathBuiltin,
];
