import { describe, expect, test } from '@jest/globals';
import { cellText, type DraftRow } from '../../../../hubspot/handlers/rules/draft-row.ts';
import type { DraftRowForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { sectionGroups } from '../../../../hubspot/ui/settings/section-list.ts';
import { standStill } from '../home/stand-still.ts';
import { PortalBackend } from './portal-backend.ts';
import { showSettings } from './show-settings.tsx';

standStill();

/** What saving received of the rows that differ from those that were there. */
async function savedBy(work: (shown: Awaited<ReturnType<typeof showSettings>>) => Promise<void>) {
  const backend = await PortalBackend.open();
  const shown = await showSettings(backend);
  const before = (await backend.call('draft', {})) as { content: { rows: DraftRowForm[] } };
  await work(shown);
  shown.press('Save draft');
  await shown.says('Draft saved');
  const [sent] = backend.inputsOf('saveDraft');
  const known = new Set(before.content.rows.map(textOf));
  const sentTexts = new Set(sent!.rows.map((row) => textOf(row)));
  return {
    added: (sent!.rows as DraftRowForm[]).filter((row) => !known.has(textOf(row))),
    gone: before.content.rows.filter((row) => !sentTexts.has(textOf(row))),
  };
}

function textOf({ kind, position, cells }: DraftRowForm): string {
  return JSON.stringify([kind, position, cells]);
}

function cell(row: DraftRowForm | undefined, column: string): string | null {
  return row === undefined ? null : cellText(row as DraftRow, column);
}

describe('every section', () => {
  test('is drawn with the starter policy, and says nothing is wrong', async () => {
    const shown = await showSettings(await PortalBackend.open());
    for (const { sections } of sectionGroups) {
      for (const { section } of sections) {
        await shown.open(section);
        expect(shown.words()).toContain('No problems');
      }
    }
  });
});

describe('what is edited', () => {
  test('a rule: its label, destination, promise and whether it is active', async () => {
    const { added, gone } = await savedBy(async (shown) => {
      await shown.open('rules');
      shown.press('Edit A larger company that names');
      await shown.says('Conditions');
      shown.write('Label', 'Buying groups');
      shown.choose('Destination', 'triage');
      shown.choose('Response promise', 'sameDay');
      shown.toggle('Active', false);
      await shown.says('Triage: a short look before a rep');
    });
    expect(gone).toHaveLength(1);
    expect(
      added.map((row) => [row.kind, cell(row, 'label'), cell(row, 'destinationKey'), cell(row, 'slaKey')]),
    ).toEqual([['rule', 'Buying groups', 'triage', 'sameDay']]);
    expect(cell(added[0], 'isActive')).toBe('no');
  });

  test('a condition: its field, an operator that fits it, its values, and how they are joined', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('rules');
      shown.press('Edit A larger company that names');
      await shown.says('Conditions');
      shown.choose('Is met when it', 'between', 0);
      shown.write('From', '100');
      shown.write('To', '900');
      shown.choose('Field', 'inquiryType', 1);
      await shown.says('and inquiry type is known');
      shown.choose('Is met when it', 'isOneOf', 1);
      await shown.says('No value to compare with. Add at least one value. (POL117)');
      shown.chooseSeveral('Values', ['sales', 'partner']);
      shown.write('How the conditions are joined', '1 AND (2 OR 3)');
      await shown.says('employees is between 100 and 900');
    });
    const conditions = added.filter(({ kind }) => kind === 'condition');
    expect(
      conditions.map((row) => [cell(row, 'operator'), cell(row, 'low'), cell(row, 'high'), cell(row, 'texts')]),
    ).toEqual([
      ['between', '100', '900', null],
      ['isOneOf', null, null, 'sales;partner'],
    ]);
    expect(
      cell(
        added.find(({ kind }) => kind === 'rule'),
        'logic',
      ),
    ).toBe('1 AND (2 OR 3)');
  });

  test('the order of rules, by a button and by a number', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('rules');
      shown.press('Edit A larger company that names');
      await shown.says('Move to place, 1 to 14');
      shown.write('Move to place, 1 to 14', '1');
      await shown.says('Rule 1 of 14');
    });
    expect(added.filter(({ kind }) => kind === 'rule')).toHaveLength(5);
    const first = added.find((row) => row.kind === 'rule' && row.position === 0);
    expect(cell(first, 'ruleKey')).toBe('buying-group');
  });

  test('a cell of the matrix', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('matrix');
      shown.choose('High confidence: goes to', 'triage', 1);
      shown.choose('High confidence: is called', 'warm', 1);
      await shown.says('Changes not saved');
    });
    expect(added.map((row) => [row.kind, cell(row, 'destinationKey'), cell(row, 'bucket')])).toEqual([
      ['cell', 'triage', 'warm'],
    ]);
  });

  test('a pool: a member with weight, caps and the day they joined', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('pools');
      shown.press('Edit Everybody who takes inbound leads');
      await shown.says('Ramp for joiners');
      shown.write('Weight', '5', 0);
      shown.write('Most a day', '', 0);
      shown.chooseDay('Joined at', { year: 2026, month: 4, date: 2 }, 0);
      shown.choose('Overflow pool', '');
      await shown.says('Changes not saved');
    });
    const member = added.find(({ kind }) => kind === 'member');
    expect([cell(member, 'weight'), cell(member, 'dailyCap'), cell(member, 'joinedAt')]).toEqual([
      '5',
      null,
      String(Date.UTC(2026, 4, 2)),
    ]);
    expect(
      cell(
        added.find(({ kind }) => kind === 'pool'),
        'overflowPoolKey',
      ),
    ).toBeNull();
  });

  test('a promise and a step of its escalation', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('promises');
      shown.press('Edit Within 5 business minutes');
      await shown.says('What happens before and after');
      shown.write('Target minutes', '10');
      shown.choose('Action', 'alert', 0);
      shown.choose('Recipient', 'tom', 0);
      await shown.says('First touch within 10 business minutes');
    });
    expect(
      cell(
        added.find(({ kind }) => kind === 'sla'),
        'targetMinutes',
      ),
    ).toBe('10');
    expect(
      cell(
        added.find(({ kind }) => kind === 'escalation'),
        'recipientKey',
      ),
    ).toBe('tom');
  });

  test('points of a range, tried with the engine before they are saved', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('fit');
      shown.press('Edit Company size');
      await shown.says('Try a value');
      shown.write('Points', '9', 1);
      shown.type('Try a value', '30');
      await shown.says('“30” adds +9 to fit: number 2 below fits.');
    });
    expect(added.map((row) => [row.kind, cell(row, 'points')])).toEqual([['bin', '9']]);
  });

  test('a threshold, a signal, phrases and a question', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('thresholds');
      shown.write('Fit is high from', '65');
      await shown.open('signals');
      shown.press('Edit Asked for a demo');
      await shown.says('What one of it still counts');
      shown.write('Points', '30');
      await shown.open('phrases');
      shown.write('Search phrase lists', 'demorequest');
      await shown.says('#demorequest');
      shown.press('Edit Sales, 5 points');
      await shown.says('Phrases');
      shown.write('Phrases', '#demorequest\n  we want a quote ; trial');
      await shown.open('questions');
      shown.press('Edit How many people work');
      await shown.says('Question');
      shown.write('Question', 'How large is your team?');
    });
    expect(added.map((row) => [row.kind, row.cells.map(({ text }) => text)])).toEqual(
      expect.arrayContaining([
        ['setting', ['fitHigh', '65']],
        ['phraseList', expect.arrayContaining(['#demorequest;we want a quote;trial'])],
        ['question', ['employees', 'How large is your team?']],
      ]),
    );
    expect(
      cell(
        added.find(({ kind }) => kind === 'signal'),
        'points',
      ),
    ).toBe('30');
  });

  test('who a person is, when hours are open, and the options of the portal', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('people');
      shown.press('Edit Ana (ana)');
      await shown.says('User of this portal');
      shown.choose('User of this portal', 'ana@example.com');
      shown.write('Skills', 'field service\nDACH');
      await shown.open('hours');
      shown.press('Edit business');
      await shown.says('Week days');
      shown.write('Opens at', '08:30');
      await shown.open('options');
      shown.choose('Write the owner on', 'both');
      shown.toggle('Make a lead record for sales', false);
      shown.write('Our own domains', 'ours.example\nours.test');
      await shown.says('Changes not saved');
    });
    const person = added.find(({ kind }) => kind === 'person');
    expect([cell(person, 'ownerEmail'), cell(person, 'skills')]).toEqual(['ana@example.com', 'field service;DACH']);
    expect(
      cell(
        added.find(({ kind }) => kind === 'calendar'),
        'from',
      ),
    ).toBe('08:30');
    expect(added.filter(({ kind }) => kind === 'option').map((row) => row.cells.map(({ text }) => text))).toEqual([
      ['ownerOn', 'both'],
      ['isLeadCreated', 'no'],
      ['employeeDomains', 'ours.example;ours.test'],
    ]);
  });

  test('from which properties a field is read, and a field of our own', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('sources');
      await shown.says('9 of 100');
      shown.press('Sources of employees');
      await shown.says('employees is read from');
      shown.choose('First', 'number_of_depots');
      shown.press('Add field');
      await shown.says('Field 1 of 1');
    });
    expect(
      cell(
        added.find(({ kind }) => kind === 'option'),
        'optionText',
      ),
    ).toBe('{"employees":["number_of_depots","company.numberofemployees"]}');
    expect(
      cell(
        added.find(({ kind }) => kind === 'field'),
        'fieldKey',
      ),
    ).toBe('new-field');
  });

  test('a new rule with a condition, and one that is removed', async () => {
    const { added, gone } = await savedBy(async (shown) => {
      await shown.open('rules');
      shown.press('Add rule');
      await shown.says('Rule 15 of 15: New rule');
      shown.press('Add condition');
      await shown.says('When inquiry type is sales');
      shown.press('Previous');
      await shown.says('Rule 14 of 15');
      shown.press('Remove rule and');
      await shown.says('Rules are tried from the top');
    });
    expect(added.map(({ kind }) => kind)).toEqual(['rule', 'condition']);
    expect(new Set(gone.map(({ kind }) => kind))).toEqual(new Set(['rule', 'condition']));
  });

  test('a key, and everything that names it', async () => {
    const { added } = await savedBy(async (shown) => {
      await shown.open('destinations');
      shown.press('Edit Enterprise reps (enterprise)');
      await shown.says('Named in');
      shown.write('Key', 'triage');
      await shown.says('There is triage already. Choose another key. It is still enterprise.');
      shown.write('Key', 'big-accounts');
      await shown.says('Enterprise reps (big-accounts)');
    });
    expect(added.filter((row) => cell(row, 'destinationKey') === 'big-accounts').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['destination', 'rule']),
    );
  });
});
