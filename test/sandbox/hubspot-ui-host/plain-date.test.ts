import { expect, test } from '@jest/globals';
import {
  describeDate,
  readDate,
  todayIn,
  writeDate,
} from '../../../sandbox/hubspot/ui-host/browser/parts/plain-date.ts';

const day = { year: 1986, month: 8, date: 4 };

test('a day counts its month from 0', () => {
  expect(writeDate(day)).toBe('1986-09-04');
  expect(readDate('1986-09-04')).toEqual(day);
  expect(writeDate(null)).toBe('');
  expect(readDate('4.9.1986')).toBeNull();
});

test.each([
  ['short', '09/04/1986'],
  ['L', '09/04/1986'],
  ['medium', 'Sep 4, 1986'],
  ['ll', 'Sep 4, 1986'],
  ['long', 'September 4, 1986'],
  ['LL', 'September 4, 1986'],
  ['standard', '1986-09-04'],
  ['YYYY-MM-DD', '1986-09-04'],
])('%s is written as HubSpot documents it', (format, words) => {
  expect(describeDate(day, format)).toBe(words);
});

test('today is that of the portal where it is asked for', () => {
  const moment = new Date('2026-01-01T02:00:00Z');
  const at = (timezone: string): object => todayIn({ portal: { id: 1, timezone } }, 'portalTz', moment);
  expect(at('America/New_York')).toEqual({ year: 2025, month: 11, date: 31 });
  expect(at('Europe/Madrid')).toEqual({ year: 2026, month: 0, date: 1 });
});
