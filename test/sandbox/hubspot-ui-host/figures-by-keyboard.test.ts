import { expect, test } from '@jest/globals';
import { tabTo } from './by-keyboard.ts';
import { demo, describeInBrowser, heardNow } from './in-browser.ts';

describeInBrowser('figures', (host) => {
  test('a table is sorted and paged by keyboard', async () => {
    const extension = await host().open(demo('figures-alone.tsx'), { location: 'home' });
    const { page } = extension;
    const press = async (name: string): Promise<unknown[][]> => {
      await tabTo(page, page.getByRole('button', { name, exact: true }));
      await page.keyboard.press('Enter');
      return heardNow(extension);
    };
    await heardNow(extension);
    expect(await press('Rule')).toEqual([['TableHeader', 'ascending']]);
    expect(await page.getByRole('columnheader', { name: 'Rule' }).getAttribute('aria-sort')).toBe('ascending');
    expect(await press('Rule')).toEqual([['TableHeader', 'descending']]);
    expect(await page.getByRole('button', { name: 'Fixed' }).isDisabled()).toBe(true);
    expect(await press('Next')).toEqual([['Table.onPageChange', 2]]);
    expect(await press('Page 3')).toEqual([['Table.onPageChange', 3]]);
    expect(await page.getByRole('button', { name: 'Page 3' }).getAttribute('aria-current')).toBe('page');
    expect(await press('Last')).toEqual([['Table.onPageChange', 9]]);
    expect(await press('Next')).toEqual([]);
    const pages = await page.getByRole('button', { name: /^Page/ }).allInnerTexts();
    expect(pages).toEqual(['7', '8', '9']);
    await extension.close();
  });

  test('scores, progress and charts say their numbers', async () => {
    const extension = await host().open(demo('figures-alone.tsx'), { location: 'home' });
    const { page } = extension;
    const meters = page.getByRole('meter');
    expect(await meters.allInnerTexts()).toEqual(['82', '50', '12', '--']);
    expect(await meters.last().getAttribute('aria-valuetext')).toBe('no score');
    expect(await meters.first().getAttribute('aria-valuenow')).toBe('82');
    const load = page.getByRole('progressbar', { name: 'Load' });
    expect(await load.getAttribute('aria-valuenow')).toBe('150');
    expect(await load.getAttribute('aria-valuetext')).toBe('150 out of 250');
    const chart = page.getByRole('figure', { name: 'Leads by month' });
    await tabTo(page, chart.getByText('Numbers of this chart'));
    await page.keyboard.press('Enter');
    const rows = await chart.getByRole('row').allInnerTexts();
    expect(rows.map((each) => each.split(/\s*\t\s*/))).toEqual([
      ['Month', 'Small companies', 'Enterprise'],
      ['Jan', '31', '12'],
      ['Feb', '44', '20'],
    ]);
    await extension.close();
  });
});
