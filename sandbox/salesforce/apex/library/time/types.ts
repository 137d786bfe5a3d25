import type { BuiltinType } from '../define.ts';
import { dateBuiltin } from './date-type.ts';
import { datetimeBuiltin } from './datetime-type.ts';
import { timeBuiltin } from './time-type.ts';
import { timeZoneBuiltin } from './time-zone-type.ts';

/** Date, Datetime, Time and TimeZone. */
export const timeTypes: readonly BuiltinType[] = [dateBuiltin, datetimeBuiltin, timeBuiltin, timeZoneBuiltin];
