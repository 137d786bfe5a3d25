import { Unsupported } from '../../run/apex-object.ts';
import { execution } from '../../run/execution.ts';
import type { BuiltinType } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import type { ApexId } from '../text/apex-id.ts';
import { ApexDatetime } from '../time/apex-datetime.ts';

/** Who knows the working hours of an org. Instants are UTC epoch milliseconds, durations milliseconds. */
export interface BusinessCalendar {
  /** The instant at which so much time of work has passed since `start`; with a negative duration, before it. */
  add(businessHoursId: string, start: number, duration: number): number;
  /** The time of work between two instants; negative where the second is the earlier one. */
  diff(businessHoursId: string, start: number, end: number): number;
  isWithin(businessHoursId: string, instant: number): boolean;
  /** The instant itself where it is within hours, else the next opening. */
  nextStart(businessHoursId: string, instant: number): number;
}

function calendar(): BusinessCalendar {
  const found = execution().org.calendar;
  if (found === undefined) {
    throw new Unsupported('BusinessHours', 'an org without data');
  }
  return found;
}

function add(id: ApexId | null, start: ApexDatetime | null, duration: bigint | null): ApexDatetime {
  const { milliseconds } = start ?? raiseNullArgument();
  return new ApexDatetime(
    calendar().add((id ?? raiseNullArgument()).value, milliseconds, Number(duration ?? raiseNullArgument())),
  );
}

/** Statics of System.BusinessHours. A Datetime has no zone, so add and addGmt give the same. */
export const businessHoursType: BuiltinType = {
  name: 'System.BusinessHours',
  kind: 'class',
  statics: {
    'Datetime add(Id businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
    'Datetime addGmt(Id businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
    'Long diff(Id businessHoursId, Datetime startDate, Datetime endDate)': (
      id: ApexId | null,
      start: ApexDatetime | null,
      end: ApexDatetime | null,
    ) =>
      BigInt(
        calendar().diff(
          (id ?? raiseNullArgument()).value,
          (start ?? raiseNullArgument()).milliseconds,
          (end ?? raiseNullArgument()).milliseconds,
        ),
      ),
    'Boolean isWithin(Id businessHoursId, Datetime targetDate)': (id: ApexId | null, target: ApexDatetime | null) =>
      calendar().isWithin((id ?? raiseNullArgument()).value, (target ?? raiseNullArgument()).milliseconds),
    'Datetime nextStartDate(Id businessHoursId, Datetime targetDate)': (
      id: ApexId | null,
      target: ApexDatetime | null,
    ) =>
      new ApexDatetime(
        calendar().nextStart((id ?? raiseNullArgument()).value, (target ?? raiseNullArgument()).milliseconds),
      ),
  },
};
