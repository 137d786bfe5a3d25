import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { makePastLeads } from '../../../sandbox/salesforce/installation/past-leads.ts';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import type { LightningServer } from '../../../sandbox/salesforce/lightning/serve/serve-lightning.ts';
import { servePagesOf, usersOf } from '../../../sandbox/salesforce/start/serve-pages.ts';
import { newInstallation } from '../../bench/salesforce/new-installation.ts';
import { PageVisits, whyNoPages, whyNoPagesWhereRequired } from './page-visits.ts';

// The first time on a machine the base components are compiled, which takes half a minute.
jest.setTimeout(300_000);

const reason = whyNoPages();
if (reason !== null) console.warn(`The page Learn was not opened. ${reason}`);

test('what the page Learn needs is there where it is required', () => {
  expect(whyNoPagesWhereRequired()).toBeNull();
});

(reason === null ? describe : describe.skip)('the page Learn, on two years of the sample', () => {
  let installation: Installation;
  let server: LightningServer;
  let visits: PageVisits;

  beforeAll(async () => {
    installation = await newInstallation();
    await makePastLeads(installation);
    server = await servePagesOf(installation, { port: 0, leads: [], users: await usersOf(installation) });
    visits = await PageVisits.start();
  });
  afterAll(async () => {
    await visits?.close();
    await server?.close();
    await installation?.close();
  });
  afterEach(() => visits?.closePage());

  for (const width of [1280, 400]) {
    test(`an admin goes from the history to a draft that can be published, at ${width} pixels`, async () => {
      const page = await visits.open(`${server.address}/learn`, width);
      await page.getByText('Which statuses of a lead mean that it was lost?').waitFor();
      expect(await page.getByLabel('Closed - Not Converted').isChecked()).toBe(true);
      await visits.see(`learn-before-${width}`);
      await visits.press('Look at the history');
      await page.getByText(/^757 leads read\. /).waitFor({ timeout: 120_000 });
      await page.getByText('Know before you publish').first().waitFor();
      await visits.see(`learn-after-${width}`);
      for (const summary of await page.locator('summary').all()) await summary.click();
      await visits.see(`learn-points-${width}`);
      await visits.press('Put into the draft');
      await page.getByText(/^It is in the draft: /).waitFor();
      await visits.see(`learn-draft-${width}`);
      await page.goto(`${server.address}/publish`);
      await page.getByText('the rules differ from it').waitFor();
      await visits.see(`learn-publish-${width}`);
      await page.goto(`${server.address}/learn`);
      await visits.press('Take it back');
      await page.getByText('The draft has the cards of the live revision again.').waitFor();
      await page.goto(`${server.address}/publish`);
      await page.getByText('the rules are the same').waitFor();
    });
  }
});
