import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { mustSave } from '../../../sandbox/salesforce/installation/must-save.ts';
import type { LightningServer } from '../../../sandbox/salesforce/lightning/serve/serve-lightning.ts';
import type { ShownLead } from '../../../sandbox/salesforce/start/choose-leads.ts';
import { servePagesOf, usersOf } from '../../../sandbox/salesforce/start/serve-pages.ts';
import { newInstallation } from '../../bench/salesforce/new-installation.ts';
import { runApex } from './card-scenes.ts';
import { PageVisits, whyNoPages, whyNoPagesWhereRequired } from './page-visits.ts';

// The first time on a machine the base components are compiled, which takes half a minute.
jest.setTimeout(240_000);

const reason = whyNoPages();
if (reason !== null) console.warn(`No page with scripts in its fields was opened. ${reason}`);

test('what pages with scripts in their fields need is there where it is required', () => {
  expect(whyNoPagesWhereRequired()).toBeNull();
});

const run = 'globalThis.wasRun=true';

/** What somebody types into a form who hopes that a page takes it for more than text. */
const hostile: readonly Record<string, string>[] = [
  {
    LastName: `<script>${run}</script>`,
    Company: `"><img src=x onerror="${run}">`,
    Website: `javascript:${run}`,
    Title: `</dd><svg onload="${run}">`,
    SbxMessage__c: `<iframe srcdoc="<script>top.wasRun=true</script>"></iframe> [here](javascript:${run}) <a href="javascript:${run}">us</a>`,
  },
  {
    FirstName: `\${${run}}`,
    LastName: `{{constructor.constructor('${run}')()}}`,
    Company: `' onfocus='${run}' autofocus='`,
    Website: `data:text/html,<script>${run}</script>`,
    Title: `--><script>${run}</script><!--`,
    SbxMessage__c: `<details open ontoggle="${run}">Bitte melden Sie sich.</details>`,
  },
];

(reason === null ? describe : describe.skip)('a script in a field is text', () => {
  let installation: Installation;
  let leads: ShownLead[];
  let server: LightningServer;
  let visits: PageVisits;
  let dialogs: string[];

  beforeAll(async () => {
    installation = await newInstallation();
    const records = hostile.map((each, place) => ({
      ...each,
      Email: `hostile${place}@plant.example`,
      NumberOfEmployees: 150,
      SbxChannel__c: 'webForm',
    }));
    const ids = mustSave('leads', await installation.admin.sobject('Lead').create(records));
    await installation.connected.settled();
    await runApex(
      installation,
      `SbxRep__c rep = [SELECT Id FROM SbxRep__c WHERE RepName__c = 'ana' LIMIT 1]; rep.Name = '<script>${run}</script>'; update rep;` +
        `SbxRule__c rule = [SELECT Id FROM SbxRule__c WHERE IsActive__c = TRUE ORDER BY Position__c LIMIT 1]; ` +
        `rule.Label__c = '<img src=x onerror=${run}>'; update rule;`,
    );
    leads = hostile.map((each, place) => ({
      id: ids[place]!,
      name: [each.FirstName, each.LastName].filter((name) => name !== undefined).join(' '),
      company: each.Company!,
      destination: each.Title!,
      givenTo: each.Website!,
    }));
    server = await servePagesOf(installation, { port: 0, leads, users: await usersOf(installation) });
    visits = await PageVisits.start();
  });
  afterAll(async () => {
    await visits?.close();
    await server?.close();
    await installation?.close();
  });
  afterEach(() => visits?.closePage());

  const open = async (place: string) => {
    dialogs = [];
    const page = await visits.open(`${server.address}${place}`);
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    return page;
  };

  /** Nothing has run, nothing of it became an element, and nothing that can be pressed would run it. */
  const isHarmless = async (): Promise<void> => {
    const { page } = visits;
    expect(await page.evaluate('globalThis.wasRun')).toBeUndefined();
    expect(dialogs).toEqual([]);
    for (const element of [
      'img[src="x"]',
      'iframe[srcdoc]',
      'svg[onload]',
      'details[ontoggle]',
      '[onfocus]',
      'a[href^="javascript:" i]',
    ]) {
      expect([element, await page.locator(element).count()]).toEqual([element, 0]);
    }
  };

  test.each([0, 1])('on the score card of lead %i', async (place) => {
    const page = await open(`/record/Lead/${leads[place]!.id}`);
    await page.getByText('In their words').waitFor();
    const words = hostile[place]!.SbxMessage__c!.slice(0, 20);
    expect(await page.locator('c-sbx-score-card').innerText()).toContain(words);
    await isHarmless();
    await visits.see(`scripts-in-fields-${place}`);
  });

  test('in the search', async () => {
    const page = await open('/search');
    await page.getByLabel('Name, company or e-mail').fill('<script>');
    await visits.press('Search');
    await page.getByText(`<script>${run}</script>`).first().waitFor();
    await isHarmless();
  });

  test.each([
    ['in the review', '/review', `<script>${run}</script>`],
    ['in the rules that change', '/publish', '<img src=x onerror'],
    ['in what the setup says', '/setup', 'in mode'],
  ])('%s', async (_, place, words) => {
    const page = await open(place);
    await page.getByText(words).first().waitFor();
    await isHarmless();
  });
});
