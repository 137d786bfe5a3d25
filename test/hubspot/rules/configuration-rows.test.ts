import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { PortalConfiguration } from '../../../hubspot/handlers/portal/portal-settings.ts';
import { readConfiguration, rowsOfConfiguration } from '../../../hubspot/handlers/rules/configuration-rows.ts';
import type { DraftRow } from '../../../hubspot/handlers/rules/draft-row.ts';
import { fullConfiguration, plainConfiguration } from './draft-configuration.ts';

function textOf(rows: readonly DraftRow[], optionKey: string): string | null {
  const row = rows.find(({ cells }) => cells[0]!.text === optionKey)!;
  return row.cells[1]!.text;
}

function withText(rows: readonly DraftRow[], firstCell: string, column: string, text: string | null): DraftRow[] {
  return rows.map((row) =>
    row.cells[0]!.text === firstCell
      ? { ...row, cells: row.cells.map((cell) => (cell.column === column ? { column, text } : cell)) }
      : row,
  );
}

describe('what ops keep beside the policy', () => {
  test('comes back from its rows', () => {
    for (const configuration of [plainConfiguration, fullConfiguration]) {
      expect(readConfiguration(rowsOfConfiguration(configuration))).toEqual({ configuration, problems: [] });
    }
  });

  test('comes back with whatever texts people and lists hold', () => {
    const words = fc.array(fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(words, words, (customerStages, skills) => {
        const person = { ...fullConfiguration.people[0]!, skills };
        const configuration: PortalConfiguration = {
          ...fullConfiguration,
          settings: { ...fullConfiguration.settings, customerStages },
          people: [person],
        };
        expect(readConfiguration(rowsOfConfiguration(configuration)).configuration).toEqual(configuration);
      }),
    );
  });

  test('reads as words, yes and no, and lists', () => {
    const rows = rowsOfConfiguration(plainConfiguration);
    expect(textOf(rows, 'ownerOn')).toBe('contact');
    expect(textOf(rows, 'isLeadCreated')).toBe('yes');
    expect(textOf(rows, 'customerStages')).toBe('customer;evangelist');
    expect(textOf(rows, 'alertKey')).toBeNull();
    expect(textOf(rows, 'extras')).toBe('{}');
  });

  test('has its defaults where options are missing or emptied', () => {
    const rows = rowsOfConfiguration(fullConfiguration).filter(({ cells }) => cells[0]!.text !== 'ownerOn');
    const read = readConfiguration(withText(rows, 'activities', 'optionText', null));
    expect(read.problems).toEqual([]);
    expect(read.configuration.settings.ownerOn).toBe('contact');
    expect(read.configuration.settings.activities).toEqual(plainConfiguration.settings.activities);
  });

  test('lists what cannot be read, with the place and without the value', () => {
    const rows = rowsOfConfiguration(fullConfiguration);
    const broken = [
      ...withText(
        withText(withText(rows, 'ana', 'displayName', null), 'business', 'from', '25:00'),
        'isLeadCreated',
        'optionText',
        'maybe',
      ),
      ...rows.slice(1, 2),
    ];
    const { configuration, problems } = readConfiguration(broken);
    expect(problems.map(({ code, about, found }) => [code, about, found])).toEqual([
      ['HSR027', 'person row 2, repKey', 'the same key a second time'],
      ['HSR025', 'person row 1, displayName', 'nothing'],
      ['HSR026', 'calendar row 1, from', 'must be a time such as 09:00'],
      ['HSR024', 'option row 2, optionText', 'neither yes nor no'],
    ]);
    expect(configuration.people.map(({ repKey }) => repKey)).toEqual(['nurture-queue']);
    expect(configuration.settings.isLeadCreated).toBe(true);
  });

  test('refuses hours that end before they begin', () => {
    const rows = withText(rowsOfConfiguration(fullConfiguration), 'business', 'until', '08:00');
    expect(readConfiguration(rows).problems).toMatchObject([{ code: 'HSR026', about: 'calendar row 1, until' }]);
  });

  test('tells the nearest option for a name that is none', () => {
    const rows = withText(rowsOfConfiguration(plainConfiguration), 'employeeDomains', 'optionKey', 'employeDomains');
    expect(readConfiguration(rows).problems[0]!.next).toMatch(/^Known names like it: employeeDomains\. /);
  });
});
