import { describe, expect, it } from '@jest/globals';
import { instantOf, zoneOf } from '../../../../../sandbox/salesforce/apex/library/time/zone.ts';
import { standardZoneName, zoneName } from '../../../../../sandbox/salesforce/apex/library/time/zone-name.ts';

const losAngeles = zoneOf('America/Los_Angeles');
const hours = (count: number): number => count * 3_600_000;

describe('zones', () => {
  it('follow the rules of each year', () => {
    const newYork = zoneOf('America/New_York');
    expect(newYork.offsetAt(Date.UTC(2000, 10, 1))).toBe(hours(-5));
    expect(newYork.offsetAt(Date.UTC(2012, 10, 1))).toBe(hours(-4));
  });

  it('are exact to the second at a change of clocks', () => {
    const change = Date.UTC(2026, 2, 8, 10);
    expect(losAngeles.offsetAt(change - 1)).toBe(hours(-8));
    expect(losAngeles.offsetAt(change)).toBe(hours(-7));
    const oddChange = Date.UTC(2010, 2, 14, 3, 31);
    expect(zoneOf('America/St_Johns').offsetAt(oddChange - 1)).toBe(hours(-3.5));
    expect(zoneOf('America/St_Johns').offsetAt(oddChange)).toBe(hours(-2.5));
  });

  it('may be an offset from GMT', () => {
    expect([zoneOf('GMT-8').id, zoneOf('GMT+0530').offsetAt(0)]).toEqual(['GMT-08:00', hours(5.5)]);
  });

  it("understand Java's short names", () => {
    expect(zoneOf('PST').offsetAt(Date.UTC(2026, 6, 1))).toBe(hours(-7));
    expect(zoneOf('IST').offsetAt(0)).toBe(hours(5.5));
  });

  it('are GMT where there is none of that name', () => {
    expect([zoneOf('Nowhere/Else').id, zoneOf('+05:00').id, zoneOf('').id]).toEqual(['GMT', 'GMT', 'GMT']);
  });

  it('have names', () => {
    expect(zoneName(losAngeles, Date.UTC(2026, 6, 1), 'en-US', 'short')).toBe('PDT');
    expect(standardZoneName(losAngeles, Date.UTC(2026, 6, 1), 'en-US')).toBe('Pacific Standard Time');
    expect(standardZoneName(zoneOf('Australia/Sydney'), 0, 'en-US')).toBe('Australian Eastern Standard Time');
    expect(zoneName(zoneOf('GMT-8'), 0, 'en-US', 'short')).toBe('GMT-08:00');
    const summer = (id: string): string => zoneName(zoneOf(id), Date.UTC(2026, 6, 1), 'en-US', 'short');
    expect(['Europe/Paris', 'Asia/Kolkata', 'Asia/Dubai', 'UTC', 'GMT'].map(summer)).toEqual([
      'CEST',
      'IST',
      'GMT+04:00',
      'UTC',
      'GMT',
    ]);
  });
});

describe('a time on a clock', () => {
  it('is put forward where clocks leave it out', () => {
    expect(instantOf(losAngeles, Date.UTC(2026, 2, 8, 2, 30))).toBe(Date.UTC(2026, 2, 8, 10, 30));
  });

  it('is the later one where clocks show it twice', () => {
    expect(instantOf(losAngeles, Date.UTC(2026, 10, 1, 1, 30))).toBe(Date.UTC(2026, 10, 1, 9, 30));
  });

  it('is found on both sides of a change', () => {
    expect(instantOf(losAngeles, Date.UTC(2026, 10, 1, 0, 30))).toBe(Date.UTC(2026, 10, 1, 7, 30));
    expect(instantOf(losAngeles, Date.UTC(2026, 10, 1, 12))).toBe(Date.UTC(2026, 10, 1, 20));
    expect(instantOf(losAngeles, Date.UTC(2026, 2, 8, 1, 59))).toBe(Date.UTC(2026, 2, 8, 9, 59));
    expect(instantOf(losAngeles, Date.UTC(2026, 2, 8, 3))).toBe(Date.UTC(2026, 2, 8, 10));
  });
});
