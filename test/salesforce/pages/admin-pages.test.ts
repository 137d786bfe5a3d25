import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { serveLightning, type LightningServer } from '../../../sandbox/salesforce/lightning/serve/serve-lightning.ts';
import type { LightningPage } from '../../../sandbox/salesforce/lightning/serve/page.ts';
import { answerApexOf } from '../../../sandbox/salesforce/start/answer-apex.ts';
import { deployApp, type AppProgram } from '../app/app-program.ts';
import { PageVisits, whyNoPages, whyNoPagesWhereRequired } from './page-visits.ts';

// The first time on a machine the base components are compiled, which takes half a minute.
jest.setTimeout(180_000);

const reason = whyNoPages();
if (reason !== null) console.warn(`The admin's pages were not opened. ${reason}`);

test('what the admin’s pages need is there where it is required', () => {
  expect(whyNoPagesWhereRequired()).toBeNull();
});

const pages: LightningPage[] = [
  { path: '/app/setup', title: 'Setup', components: [{ name: 'sbxSetup', region: 'main' }] },
  { path: '/app/publish', title: 'Publish', components: [{ name: 'sbxPublish', region: 'main' }] },
  {
    path: '/app/search',
    title: 'Search',
    components: [
      { name: 'sbxDecisionSearch', region: 'main' },
      { name: 'sbxRecords', region: 'main' },
    ],
  },
  { path: '/app/lists', title: 'Lists', components: [{ name: 'sbxLists', region: 'main' }] },
];

(reason === null ? describe : describe.skip)('the admin’s pages, on the package in the stand-in org', () => {
  let app: AppProgram;
  let adminId: string;
  let server: LightningServer;
  let visits: PageVisits;
  let page: Page;

  beforeAll(async () => {
    visits = await PageVisits.start();
  });
  afterAll(() => visits?.close());

  beforeEach(async () => {
    app = deployApp();
    const { org, program } = app;
    org.transact(() => program.begin({ isTest: true }).call('SbxTestUsers', 'admin', []));
    adminId = [...org.store.recordsOf('User')].find((each) => each.fields.get('alias') === 'sbx1')!.id;
    server = await serveLightning({
      folder: path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'app'),
      port: 0,
      pages,
      users: [{ id: adminId, name: 'Ada Admin', timeZone: 'Europe/Berlin' }],
      answerApex: answerApexOf(app),
    });
  });

  afterEach(async () => {
    await visits.closePage();
    await server.close();
  });

  const prepare = (data: string): void => {
    app.org.transact(() => app.program.begin({ isTest: true }).call('SbxAdminPagesData', data, []));
  };
  const open = async (name: string): Promise<void> => {
    page = await visits.open(`${server.address}/app/${name}`);
  };

  test('setting up goes from an empty org to a published policy, and on to live after asking', async () => {
    await open('setup');
    await page.getByText('Nothing is published, so nothing is decided.').waitFor();
    await visits.see('setup-empty');
    await visits.press('Set up what is missing');
    await page.getByText('Revision 1 of "Starter policy", in mode observe.').waitFor();
    await page.getByText('Live: give leads their owners, tasks and clocks').click();
    await page.getByText('An owner whom a person has chosen is kept.').waitFor();
    await visits.see('setup-going-live');
    await visits.press('Change to live');
    await page.getByText('Revision 2 of "Starter policy", in mode live.').waitFor();
    await visits.see('setup-live');
  });

  test('a changed rule is shown in words, published with a reason, and taken back', async () => {
    prepare('changeARule');
    await open('publish');
    await page.getByText('Revision 1 is live; the rules differ from it.').waitFor();
    await page.getByText('(not active)').waitFor();
    await visits.see('publish-changes');
    await page.getByLabel('Why do these rules change?').fill('Paused for the fair.');
    await visits.press('Publish');
    await page.getByText('Revision 2 is live; the rules are the same.').waitFor();
    await page.getByRole('button', { name: 'Bring back' }).nth(1).click();
    await page.getByText('Revision 2 is live; the rules differ from it.').waitFor();
    await visits.see('publish-brought-back');
  });

  test('a rule with a mistake keeps the rules from being published', async () => {
    prepare('breakARule');
    await open('publish');
    await page.getByText('The rules have problems and cannot be published.').waitFor();
    await visits.see('publish-problems');
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
  });

  test('a decision is found by a person’s name, and the log is checked', async () => {
    prepare('decideSomething');
    await open('search');
    await page.getByLabel('Name, company or e-mail').fill('weber');
    await visits.press('Search');
    await page.getByText('1 decision.').waitFor();
    await visits.press('Check');
    await page.getByText('Checked: 1, all sound. Erased: 0.').waitFor();
    await visits.see('search');
  });

  test('entries are added to a list', async () => {
    await open('lists');
    await page.getByLabel('Entries: one mail domain a line, at most 10,000').fill('rival.example\nnot a domain');
    await visits.press('Add');
    await page.getByText('1 added, 1 refused.').waitFor();
    await visits.see('lists');
  });
});
