import type { BuiltinType, Implementation } from '../define.ts';
import { withoutNull } from '../number/null-arguments.ts';
import { ApexTime } from './apex-time.ts';
import { dayLength } from './user-clock.ts';

/** Clocks start over at midnight: 23:30 and one hour are 00:30. */
function timeOf(milliseconds: number): ApexTime {
  return new ApexTime(((milliseconds % dayLength) + dayLength) % dayLength);
}

function adding(unit: number): Implementation {
  return withoutNull((self: ApexTime, count: number) => timeOf(self.milliseconds + count * unit));
}

export const timeBuiltin: BuiltinType = {
  name: 'System.Time',
  kind: 'class',
  statics: {
    'Time newInstance(Integer hour, Integer minutes, Integer seconds, Integer milliseconds)': withoutNull(
      (hour: number, minutes: number, seconds: number, milliseconds: number) =>
        timeOf(((hour * 60 + minutes) * 60 + seconds) * 1000 + milliseconds),
    ),
  },
  methods: {
    'Time addHours(Integer additionalHours)': adding(3_600_000),
    'Time addMilliseconds(Integer additionalMilliseconds)': adding(1),
    'Time addMinutes(Integer additionalMinutes)': adding(60_000),
    'Time addSeconds(Integer additionalSeconds)': adding(1000),
    'Integer hour()': (self: ApexTime) => Math.floor(self.milliseconds / 3_600_000),
    'Integer millisecond()': (self: ApexTime) => self.milliseconds % 1000,
    'Integer minute()': (self: ApexTime) => Math.floor(self.milliseconds / 60_000) % 60,
    'Integer second()': (self: ApexTime) => Math.floor(self.milliseconds / 1000) % 60,
  },
  valueClass: ApexTime,
};
