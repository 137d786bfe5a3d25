import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { OpenExtension } from '../../browser/ui-host.ts';
import { describedBy, isFocused, tabTo } from './by-keyboard.ts';
import { demo, describeInBrowser, heardNow } from './in-browser.ts';

describeInBrowser('inputs, used by keyboard alone', (host) => {
  let extension: OpenExtension;
  let page: Page;
  const heard = (): Promise<unknown[][]> => heardNow(extension);
  const type = (words: string): Promise<void> => page.keyboard.type(words);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  /** On the way there other inputs tell of coming and going. */
  const pressAt = async (target: Locator, key: string): Promise<void> => {
    await tabTo(page, target);
    await heard();
    await press(key);
  };
  const field = (name: string): Locator => page.getByLabel(name, { exact: true });

  beforeEach(async () => {
    extension = await host().open(demo('inputs-alone.tsx'), { location: 'settings' });
    page = extension.page;
  });
  afterEach(async () => {
    expect(await extension.problems()).toEqual([]);
    await extension.close();
  });

  test('Input tells of every letter, and of its value when it is left', async () => {
    await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
    expect(await heard()).toEqual([['Input.onFocus', 'Ada']]);
    await press('End');
    await type('7');
    expect(await heard()).toEqual([['Input.onInput', 'Ada7']]);
    const name = page.getByRole('textbox', { name: 'Name' });
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    expect(await describedBy(name)).toBe('As the person wrote it A name has letters');
    await press('Backspace');
    await type(' L');
    await heard();
    await press('Tab');
    expect(await heard()).toEqual([
      ['Input.onChange', 'Ada L'],
      ['Input.onBlur', 'Ada L'],
    ]);
    expect(await name.getAttribute('aria-invalid')).toBeNull();
    expect(await name.inputValue()).toBe('Ada L');
  });

  test('typing is not disturbed by what the extension sends back late', async () => {
    await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
    await press('End');
    await page.keyboard.type(' Lovelace of London and elsewhere');
    await press('Tab');
    await heard();
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ada Lovelace of London and elsewhere');
  });

  test('a hint opens with the focus and closes with Escape', async () => {
    await tabTo(page, page.getByRole('button', { name: 'More about Name' }));
    const hint = page.getByRole('tooltip').filter({ hasText: 'Nobody changes it' });
    expect(await hint.isVisible()).toBe(true);
    await press('Escape');
    expect(await hint.isVisible()).toBe(false);
  });

  test('Enter sends the form with the values of all inputs, what was typed last among them', async () => {
    await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
    await press('End');
    await type('h');
    await heard();
    await press('Enter');
    const events = await heard();
    expect(events.map((each) => each[0])).toEqual(['Input.onChange', 'submit']);
    const [, event, reactions] = events[1]!;
    expect(reactions).toBe('reactions');
    expect(event).toEqual({
      type: 'submit',
      bubbles: true,
      timeStamp: expect.any(Number),
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      targetValue: {
        name: 'Adah',
        secret: '',
        note: '',
        search: '',
        share: 12.5,
        weight: 2,
        due: null,
        from: null,
        plan: 'starter',
        regions: ['north'],
        locked: 'on',
        channel: 'email',
        live: false,
        stubborn: false,
        days: ['mo'],
        mode: 'observe',
      },
    });
  });

  test('Password, TextArea and SearchInput give text', async () => {
    expect(await field('Password').getAttribute('type')).toBe('password');
    await tabTo(page, field('Password'));
    await type('hush');
    await tabTo(page, field('Note'));
    expect(await heard()).toContainEqual(['Password', 'hush']);
    await type('two\nlines');
    await tabTo(page, field('Search'));
    expect(await heard()).toContainEqual(['TextArea', 'two\nlines']);
    await type('ea');
    expect(await heard()).toEqual([
      ['SearchInput', 'e'],
      ['SearchInput', 'ea'],
    ]);
    await pressAt(page.getByRole('button', { name: 'Clear Search' }), 'Enter');
    expect(await heard()).toContainEqual(['SearchInput', '']);
    expect(await isFocused(field('Search'))).toBe(true);
  });

  test('NumberInput and CurrencyInput give numbers, rounded as they are told', async () => {
    await tabTo(page, field('Employees'));
    await type('500.4');
    await tabTo(page, field('Budget'));
    expect(await heard()).toContainEqual(['NumberInput', 500]);
    expect(await field('Employees').inputValue()).toBe('500');
    await type('12.345');
    await press('Tab');
    expect(await heard()).toContainEqual(['CurrencyInput', 12.35]);
    expect(await field('Budget').inputValue()).toBe('12.35');
  });

  test('StepperInput goes up and down within its bounds, and says when there is no further', async () => {
    const up = page.getByRole('button', { name: 'Increase Weight' });
    await pressAt(up, 'Enter');
    expect(await heard()).toEqual([['StepperInput', 3]]);
    await press('Enter');
    expect(await heard()).toEqual([]);
    expect(await describedBy(up)).toBe('Three is the most');
    expect(await up.getAttribute('aria-disabled')).toBe('true');
  });

  test('DateInput gives a day with its month counted from 0, and says what is out of its bounds', async () => {
    await tabTo(page, field('Due'));
    await heard();
    await type('09042026');
    await press('Tab');
    expect(await heard()).toEqual([
      ['DateInput', { year: 2026, month: 8, date: 4, formattedDate: 'September 4, 2026' }],
    ]);
    await pressAt(page.getByRole('button', { name: 'Clear', exact: true }), 'Enter');
    expect(await heard()).toEqual([['DateInput', null]]);
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, field('Due'));
    await type('09041986');
    await press('Tab');
    await heard();
    expect(await describedBy(field('Due'))).toBe('Not before 2026');
  });

  test('TimeInput gives hours and minutes', async () => {
    await tabTo(page, field('From'));
    await type('0915AM');
    expect(await heard()).toContainEqual(['TimeInput', { hours: 9, minutes: 15 }]);
  });

  test('Select gives the value of the option, whatever its type', async () => {
    await pressAt(field('Plan'), 'ArrowDown');
    expect(await heard()).toEqual([['Select', 2]]);
    await press('ArrowDown');
    expect(await heard()).toEqual([['Select', true]]);
  });

  test('MultiSelect gives all that are chosen, and Escape closes its list', async () => {
    const button = page.getByRole('button', { name: 'Regions North' });
    await pressAt(button, 'Enter');
    await pressAt(page.getByRole('checkbox', { name: 'East' }), 'Space');
    expect(await heard()).toEqual([['MultiSelect', ['north', 'east']]]);
    await press('Escape');
    const after = page.getByRole('button', { name: 'Regions North, East' });
    expect(await isFocused(after)).toBe(true);
    expect(await after.getAttribute('aria-expanded')).toBe('false');
  });

  test('Checkbox gives its state and its value; one that is read-only cannot be reached', async () => {
    await pressAt(page.getByRole('checkbox', { name: 'Agreed' }), 'Space');
    expect(await heard()).toEqual([['Checkbox', true, 'yes']]);
    expect(await page.getByRole('checkbox', { name: 'Always on' }).isDisabled()).toBe(true);
  });

  test('RadioButton: arrow keys choose', async () => {
    await pressAt(page.getByRole('radio', { name: 'email' }), 'ArrowDown');
    expect(await heard()).toEqual([['RadioButton', true, 'phone']]);
    expect(await page.getByRole('radio', { name: 'phone' }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: 'email' }).isChecked()).toBe(false);
  });

  test('Toggle gives its state, and shows what the extension holds', async () => {
    await pressAt(page.getByRole('switch', { name: 'Live' }), 'Space');
    expect(await heard()).toEqual([['Toggle', true]]);
    expect(await page.getByRole('switch', { name: 'Live' }).isChecked()).toBe(true);
    await pressAt(page.getByRole('switch', { name: 'Stubborn' }), 'Space');
    expect(await heard()).toEqual([['Stubborn', true]]);
    await page.waitForTimeout(150);
    expect(await page.getByRole('switch', { name: 'Stubborn' }).isChecked()).toBe(false);
  });

  test('ToggleGroup gives all checked boxes in their order, or the one radio', async () => {
    const days = page.getByRole('group', { name: 'Days' });
    expect(await describedBy(days)).toBe('Choose at least two');
    await pressAt(page.getByRole('checkbox', { name: 'Tuesday' }), 'Space');
    expect(await heard()).toEqual([['ToggleGroup.checkboxes', ['mo', 'tu']]]);
    await pressAt(page.getByRole('radio', { name: 'Observe' }), 'ArrowDown');
    expect(await heard()).toEqual([['ToggleGroup.radios', 'live']]);
  });

  test('Reset brings back what the page holds, and leaves what the extension holds', async () => {
    await tabTo(page, field('Note'));
    await type('gone soon');
    await pressAt(page.getByRole('checkbox', { name: 'Agreed' }), 'Space');
    await pressAt(page.getByRole('button', { name: 'Reset' }), 'Enter');
    expect(await field('Note').inputValue()).toBe('');
    expect(await page.getByRole('checkbox', { name: 'Agreed' }).isChecked()).toBe(false);
    expect(await page.getByRole('checkbox', { name: 'Always on' }).isChecked()).toBe(true);
  });

  test('LoadingButton keeps the focus while it works, does nothing then, and says so', async () => {
    const save = page.getByRole('button', { name: 'Save' });
    await pressAt(save, 'Enter');
    await page.getByRole('button', { name: 'Save (working)' }).waitFor();
    await press('Enter');
    expect(await isFocused(save)).toBe(true);
    await page.waitForTimeout(500);
    expect(await heard()).toEqual([['LoadingButton']]);
    expect(await save.getAttribute('aria-busy')).toBe('false');
  });
});
