import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import type { LightningServer } from '../../../sandbox/salesforce/lightning/serve/serve-lightning.ts';
import { servePagesOf, usersOf } from '../../../sandbox/salesforce/start/serve-pages.ts';
import { newInstallation } from '../../bench/salesforce/new-installation.ts';
import { prepareCardScenes, runApex, type CardScenes } from './card-scenes.ts';
import { PageVisits, whyNoPages, whyNoPagesWhereRequired } from './page-visits.ts';

// The first time on a machine the base components are compiled, which takes half a minute.
jest.setTimeout(240_000);

const reason = whyNoPages();
if (reason !== null) console.warn(`The pages of an installation were not opened. ${reason}`);

test('what the pages of an installation need is there where it is required', () => {
  expect(whyNoPagesWhereRequired()).toBeNull();
});

(reason === null ? describe : describe.skip)('the pages of an installation that decides', () => {
  let installation: Installation;
  let scenes: CardScenes;
  let server: LightningServer;
  let visits: PageVisits;

  beforeAll(async () => {
    installation = await newInstallation();
    scenes = await prepareCardScenes(installation, 300);
    server = await servePagesOf(installation, { port: 0, leads: [], users: await usersOf(installation) });
    visits = await PageVisits.start();
  });
  afterAll(async () => {
    await visits?.close();
    await server?.close();
    await installation?.close();
  });
  afterEach(() => visits?.closePage());

  const open = (name: string, width = 1280) => visits.open(`${server.address}/${name}`, width);

  const sendFirstRuleTo = (destination: string): Promise<void> =>
    runApex(
      installation,
      'SbxRule__c rule = [SELECT Id FROM SbxRule__c WHERE IsActive__c = TRUE ORDER BY Position__c LIMIT 1]; ' +
        `rule.DestinationName__c = '${destination}'; update rule;`,
    );

  for (const width of [1280, 390]) {
    test(`setup says what is left to do, in words and never by colour alone, at ${width} pixels`, async () => {
      const page = await open('setup', width);
      await page.getByText('Revision 2 of "Starter policy", in mode live.').waitFor();
      await page.getByText('Next: In Setup, Queues, add the people who look into them.').waitFor();
      await visits.see(`installed-setup-${width}`);
    });

    test(`review lists the most urgent ten and more when asked, by the names that people know, at ${width} pixels`, async () => {
      const page = await open('review', width);
      const cases = page.locator('c-sbx-review-case');
      await cases.first().waitFor();
      expect(await cases.count()).toBe(10);
      expect(await page.locator('c-sbx-review-queue').innerText()).not.toMatch(/\b[a-z]+-queue\b/);
      await visits.see(`installed-review-${width}`);
      await page.getByRole('button', { name: /^Show \d+ more of \d+$/ }).click();
      await cases.nth(10).waitFor();
    });

    test(`a lead is found by the name of who has it, at ${width} pixels`, async () => {
      const page = await open('search', width);
      await page.getByLabel('Given to').fill(scenes.hot.givenTo);
      await visits.press('Search');
      await page.getByText(/^(Page 1, )?\d+ decisions?\.$/).waitFor();
      await page
        .getByText(new RegExp(`· ${scenes.hot.givenTo} ·`))
        .first()
        .waitFor();
      await visits.see(`installed-search-${width}`);
    });

    test(`the lists can be filled, at ${width} pixels`, async () => {
      const page = await open('lists', width);
      await page.getByLabel('Entries: one mail domain a line, at most 10,000').fill(`rival-${width}.example`);
      await visits.press('Add');
      await page.getByText(/1 added/).waitFor();
      await visits.see(`installed-lists-${width}`);
    });
  }

  test('rules with a mistake cannot be published, and mended ones are live after publishing', async () => {
    await sendFirstRuleTo('nowhere');
    let page = await open('publish', 390);
    await page.getByText('What keeps the rules from being published').waitFor();
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
    await visits.see('installed-publish-findings-390');
    await sendFirstRuleTo('review');
    page = await open('publish');
    await page.getByText('Revision 2 is live; the rules differ from it.').waitFor();
    await visits.see('installed-publish-changes');
    await page.getByLabel('Why do these rules change?').fill('A person looks at these first.');
    await visits.press('Publish');
    await page.getByText('Revision 3 is live; the rules are the same.').waitFor();
    await visits.see('installed-published');
  });
});
