import { describe, expect, it, test } from '@jest/globals';
import { namesOf } from '../../../salesforce/plugin/src/org/package-names.ts';
import { readSince, soqlInstant } from '../../../salesforce/plugin/src/org/since.ts';
import { putTogether } from '../../../salesforce/plugin/src/org/text-parts.ts';

describe('a time to begin with', () => {
  const now = Date.UTC(2026, 10, 21, 12);

  it('is a span before now or a date', () => {
    expect(readSince('12h', now)).toBe(Date.UTC(2026, 10, 21, 0));
    expect(readSince('30d', now)).toBe(Date.UTC(2026, 9, 22, 12));
    expect(readSince('2w', now)).toBe(Date.UTC(2026, 10, 7, 12));
    expect(readSince('2026-11-01', now)).toBe(Date.UTC(2026, 10, 1));
    expect(readSince('2026-11-01T09:30:00+02:00', now)).toBe(Date.UTC(2026, 10, 1, 7, 30));
    expect(soqlInstant(Date.UTC(2026, 10, 1))).toBe('2026-11-01T00:00:00.000Z');
  });

  it.each(['', 'yesterday', '0d', '30', '30m', '2026-13-01', "2026-11-01' OR Id != '", '2026-11-01T09:30:00'])(
    'is not "%s"',
    (text) => {
      expect(() => readSince(text, now)).toThrow('SFP006');
    },
  );
});

test('names of a package are those of its namespace, where it has one', () => {
  const names = namesOf('acme');
  expect(names.inOrg('SbxRule__c')).toBe('acme__SbxRule__c');
  expect(names.inOrg('Id')).toBe('Id');
  expect(names.local('acme__RuleName__c')).toBe('RuleName__c');
  expect(names.local('Name')).toBe('Name');
  expect(names.address('/signalbox/decide')).toBe('/services/apexrest/acme/signalbox/decide');
  expect(namesOf(null).inOrg('SbxRule__c')).toBe('SbxRule__c');
  expect(namesOf(null).address('/signalbox/decide')).toBe('/services/apexrest/signalbox/decide');
});

test('parts of a text come together as whole lines, whatever a field made of its line breaks', () => {
  expect(putTogether(['[', '["rule",{}]\r\n]'])).toBe('[\n["rule",{}]\n]\n');
});
