import { execution } from '../../run/execution.ts';
import { ApexDate } from '../time/apex-date.ts';
import { ApexDatetime } from '../time/apex-datetime.ts';

const millisecondsOfDay = 86_400_000;

/** System.now(): the run's own instant, so that a run can be repeated. */
export function now(): ApexDatetime {
  return new ApexDatetime(execution().now());
}

/** System.today(): the day it is for the running user. At 2026-01-01T03:00Z it still is 31 December in Los Angeles. */
export function today(): ApexDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: execution().timeZone }).format(execution().now());
  return new ApexDate(Date.parse(`${parts}T00:00:00Z`) / millisecondsOfDay);
}
