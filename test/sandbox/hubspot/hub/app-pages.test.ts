import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { HubSpotApp } from '../../../../sandbox/hubspot/hub/apps/hubspot-app.ts';
import type { HubPortal } from '../../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { startHubSpot, type StandInHubSpot } from '../../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import { findChromium, openBrowser } from '../../../browser/open-browser.ts';
import { projectWithPages } from './app-with-pages.ts';
import { ana, ben } from './hub-with-app.ts';
import type { PrivateProject } from './private-project.ts';

jest.setTimeout(60_000);

const person = { sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };
const chromium = findChromium();
if (chromium === null) console.warn('The pages of apps were not opened: no Chromium was found.');

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let hubSpot: StandInHubSpot;
let project: PrivateProject;
let portal: HubPortal;
let app: HubSpotApp;
let leeId: string;
let miaId: string;

async function prepare(hasUiHost: boolean): Promise<void> {
  hubSpot = await startHubSpot({ seed: 7, hasUiHost, searchDelayMillis: 0 });
  project = projectWithPages();
  portal = hubSpot.addPortal({ tier: 'enterprise', timeZone: 'Europe/Berlin', users: [ana, ben] });
  app = hubSpot.uploadProject(project.folder, { REGION: 'eu' }, null, portal.portalId);
  await hubSpot.install(portal.portalId, app.appId);
  const create = (email: string, lastname: string): string =>
    portal.records.createRecord('contacts', { email, lastname }, person).id;
  leeId = create('lee@example.org', 'Lee');
  miaId = create('mia@example.org', 'Mia');
}

async function cleanUp(): Promise<void> {
  await hubSpot.close();
  project.remove();
}

const address = (place: string): string => `${hubSpot.url}/portal/${portal.portalId}${place}`;
const get = async (place: string, cookie = ''): Promise<string> =>
  (await fetch(address(place), { headers: { cookie } })).text();
const framesOf = (html: string): URL[] =>
  [...html.matchAll(/<iframe[^>]* src="([^"]*)"/g)].map(
    ([, src]) => new URL(src!.replaceAll('&#38;', '&'), hubSpot.url),
  );

describe('the pages, as they are sent', () => {
  beforeAll(() => prepare(true));
  afterAll(cleanUp);

  test('show each card of an installed app on the records that it is for, and to whom it is shown', async () => {
    const ben = portal.users[1]!;
    const page = await get(`/objects/0-1/${leeId}`, `actingUser=${ben.userId}`);
    expect(framesOf(page).map((url) => Object.fromEntries(url.searchParams))).toEqual(
      ['card', 'glance'].map((component) => ({
        bare: '',
        portalId: String(portal.portalId),
        appId: String(app.appId),
        component,
        userId: String(ben.userId),
        objectTypeId: '0-1',
        objectIds: leeId,
      })),
    );
    const company = portal.records.createRecord('companies', { name: 'Example' }, person);
    expect(framesOf(await get(`/objects/0-2/${company.id}`))).toEqual([]);
    hubSpot.uninstall(portal.portalId, app.appId);
    expect(framesOf(await get(`/objects/0-1/${leeId}`))).toEqual([]);
    await hubSpot.install(portal.portalId, app.appId);
  });

  test('lead from the connected apps to their home and their settings', async () => {
    expect(await get('/apps')).toContain(`/apps/${app.appId}/settings`);
    const [settings] = framesOf(await get(`/apps/${app.appId}/settings`));
    const [home] = framesOf(await get(`/apps/${app.appId}`));
    expect([settings, home].map((url) => url?.searchParams.get('component'))).toEqual(['settings', 'home']);
    expect((await fetch(address('/apps/1/settings'))).status).toBe(404);
  });

  test('hand the selected records to a bulk action', async () => {
    const list = await get('/objects/0-1');
    expect(list).toContain(`aria-label="Select Mia"`);
    const action = encodeURIComponent(`${app.appId}:route`);
    const [frame] = framesOf(await get(`/objects/0-1?ids=${leeId}&ids=${miaId}&action=${action}`));
    expect(frame!.searchParams.get('objectIds')).toBe(`${leeId},${miaId}`);
    expect(await get(`/objects/0-1?action=${action}`)).toContain('Nothing is selected.');
    expect(await get('/objects/0-2')).not.toContain('With the selected records');
  });

  test('are looked at by whom the address says, from then on', async () => {
    const ben = portal.users[1]!;
    const answer = await fetch(address(`/objects/0-1?page=1&user=${ben.userId}`), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      `/portal/${portal.portalId}/objects/0-1?page=1`,
    ]);
    const [cookie] = answer.headers.getSetCookie();
    const page = await get('/apps', cookie!.split(';')[0]);
    expect(page).toMatch(new RegExp(`<option value="${ben.userId}" selected`));
    expect((await fetch(address('/apps?user=1'), { redirect: 'manual' })).status).toBe(200);
  });
});

test('the pages say so where nothing runs the user interface of apps', async () => {
  await prepare(false);
  const page = await get(`/objects/0-1/${leeId}`);
  expect(page).toContain('aria-label="Score, tab"');
  expect(page).toContain('No host for it is here.');
  expect(framesOf(page)).toEqual([]);
  await cleanUp();
});

describe('a frame', () => {
  beforeAll(() => prepare(true));
  afterAll(cleanUp);

  const query = (component: string, more: Record<string, string> = {}): string =>
    new URLSearchParams({
      portalId: String(portal.portalId),
      appId: String(app.appId),
      component,
      userId: String(portal.users[0]!.userId),
      ...more,
    }).toString();
  const open = async (component: string, more: Record<string, string> = {}) => {
    const page = await (await fetch(`${hubSpot.url}/ui-host/frame?${query(component, more)}`)).text();
    const [, data] = /id="ui-host-frame">(.*?)<\/script>/.exec(page)!;
    return JSON.parse(data!) as { id: string; location: string; context: Record<string, unknown> };
  };
  const ask = async (id: string, port: string, asked: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${hubSpot.url}/ui-host/frames/${id}/ports/${port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  const openCard = () => open('card', { objectTypeId: '0-1', objectIds: leeId });

  test('knows portal, user, app, variables and record', async () => {
    const { location, context } = await openCard();
    expect(location).toBe('crm.record.tab');
    expect(context).toMatchObject({
      user: {
        id: portal.users[0]!.userId,
        email: 'ana.lima@example.com',
        firstName: 'Ana',
        permissions: ['integrations-management-write'],
      },
      portal: { id: portal.portalId, timezone: 'Europe/Berlin' },
      variables: { REGION: 'eu' },
      extension: { appId: app.appId, appName: 'Own', cardTitle: 'Score' },
      crm: { objectId: Number(leeId), objectTypeId: '0-1' },
    });
    const bulk = await open('route', { objectTypeId: '0-1', objectIds: `${leeId},${miaId}` });
    expect(bulk).toMatchObject({
      location: 'crm.bulkActions',
      context: { crm: { objectTypeId: '0-1', objectIds: [Number(leeId), Number(miaId)] } },
    });
    const other = await open('settings', { userId: String(portal.users[1]!.userId) });
    expect(other).toMatchObject({ location: 'settings', context: { user: { firstName: 'Ben', permissions: [] } } });
    expect(other.context).not.toHaveProperty('crm');
  });

  test('reads its record, what belongs to it, and others', async () => {
    const { id } = await openCard();
    const company = portal.records.createRecord('companies', { name: 'Example', industry: 'BANKING' }, person);
    portal.records.associate('contacts', leeId, { toTypeId: '0-2', toId: company.id }, person);
    expect(await ask(id, 'crmProperties', { names: ['lastname', 'phone', 'unknown'] })).toEqual({
      value: { lastname: 'Lee', phone: null },
    });
    const owner = portal.users[1]!;
    portal.records.updateRecord('contacts', leeId, { hubspot_owner_id: owner.ownerId }, person);
    const formatted = { names: ['hubspot_owner_id'], wishes: { propertiesToFormat: 'all' } };
    expect(await ask(id, 'crmProperties', formatted)).toEqual({ value: { hubspot_owner_id: 'Ben Okafor' } });
    const associated = await ask(id, 'associations', { toObjectType: 'companies', properties: ['name'] });
    expect(associated['value']).toMatchObject({
      // The portal associated the company of the address by itself.
      results: [
        { associationTypes: [{ typeId: 279 }, { typeId: 1, label: 'Primary' }], properties: { name: 'example.org' } },
        { toObjectId: Number(company.id), associationTypes: [{ typeId: 279 }], properties: { name: 'Example' } },
      ],
      hasMore: false,
      nextOffset: 2,
    });
    const first = { toObjectType: 'companies', properties: [], pageLength: 1 };
    expect((await ask(id, 'associations', first))['value']).toMatchObject({ hasMore: true, nextOffset: 1 });
    const found = await ask(id, 'crmSearch', {
      objectType: 'contacts',
      properties: ['lastname'],
      filterGroups: [{ filters: [{ propertyName: 'lastname', operator: 'EQ', value: 'Mia' }] }],
    });
    expect(found['value']).toEqual({
      results: [{ objectId: Number(miaId), properties: { lastname: 'Mia' } }],
      total: 1,
      hasMore: false,
    });
    expect(await ask(id, 'crmSearch', { objectType: 'spaceships' })).toEqual({
      error: 'Unable to infer object type from: spaceships',
    });
  });

  test('calls the functions of its own app with the properties of its record', async () => {
    const { id } = await openCard();
    expect(await ask(id, 'serverless', { name: 'who', parameters: { a: 1 }, propertiesToSend: ['email'] })).toEqual({
      value: { parameters: { a: 1 }, propertiesToSend: { email: 'lee@example.org' } },
    });
    expect((await ask(id, 'serverless', { name: 'nothing' }))['error']).toContain("doesn't exist");
    expect((await ask(id, 'fetch', { url: 'https://elsewhere.example/' }))['error']).toContain('permittedUrls.fetch');
  });

  test.each([
    ['of another portal', { portalId: '9' }],
    ['of nobody', { userId: '1' }],
    ['of an app that is not installed', { appId: '1' }],
    ['of a record that is not there', { objectTypeId: '0-1', objectIds: '999999' }],
    ['of no record where one is needed', {}],
  ])('%s is not opened', async (_what, more) => {
    expect((await fetch(`${hubSpot.url}/ui-host/frame?${query('card', more)}`)).status).toBe(404);
  });
});

(chromium === null ? describe.skip : describe)('in a browser', () => {
  const screenshots = path.join(__dirname, '..', '..', '..', '..', 'out', 'hubspot');
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  type Audit = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await openBrowser(chromium!);
    await prepare(true);
  });
  afterAll(async () => {
    await browser?.close();
    await cleanUp();
  });
  afterEach(async () => {
    await page?.close();
    expect(problems.splice(0)).toEqual([]);
  });

  const open = async (place: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<void> => {
    page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(address(place));
  };

  test('a card shows the record, asks its function, and sees what somebody else changes', async () => {
    await open(`/objects/0-1/${leeId}`);
    const card = page.frameLocator('iframe[title="Score"]');
    await card.getByText('Lead Lee').waitFor();
    await page.frameLocator('iframe[title="Glance"]').getByText('Glance for Ana').waitFor();
    await card.getByRole('button', { name: 'Ask' }).click();
    await card.getByText('{"parameters":{"a":1},"propertiesToSend":{"email":"lee@example.org"}}').waitFor();
    await page.screenshot({ path: path.join(screenshots, 'app-cards.png') });
    portal.records.updateRecord('contacts', leeId, { lastname: 'Leeson' }, person);
    await card.getByText('Lead Leeson').waitFor();
  });

  test.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('the pages have no serious barrier in %i pixels when it is %s', async (width, colorScheme) => {
    for (const place of ['/apps', `/apps/${app.appId}/settings`, '/objects/0-1', `/objects/0-1/${leeId}`]) {
      await page?.close();
      await open(place, width, colorScheme);
      await page.addScriptTag({ content: axe });
      // What is in the frames is the host's, and tested there.
      const { violations } = await page.evaluate<Audit>(`axe.run({ exclude: ['iframe'] }, { iframes: false })`);
      const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
      expect(serious.map(({ id, nodes }) => [place, id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
  });

  test('settings, home and a bulk action are found by their names', async () => {
    await open('/apps');
    await page.getByRole('link', { name: 'Settings of Own' }).click();
    await page.frameLocator('iframe').getByText('Settings of the app for Ana').waitFor();
    await page.screenshot({ path: path.join(screenshots, 'app-settings.png') });
    await page.getByRole('link', { name: 'Home of Own' }).click();
    await page.frameLocator('iframe').getByText('Home of the app for Ana').waitFor();
    await page.getByRole('link', { name: 'Contacts' }).click();
    await page.getByLabel('You are').selectOption({ label: 'Ben Okafor' });
    await page.getByLabel('Select Mia').check();
    // The list looks for news every two seconds and must not forget what was chosen.
    portal.records.updateRecord('contacts', leeId, { company: 'News' }, person);
    await page.locator('#list').getByText('News').waitFor({ timeout: 10_000 });
    await page.getByRole('button', { name: 'Route' }).click();
    await page.frameLocator('iframe[title="Route"]').getByText(`Routes ${miaId}`).waitFor();
    expect(await page.getByLabel('Select Mia').isChecked()).toBe(true);
    await page.screenshot({ path: path.join(screenshots, 'bulk-action.png') });
  });
});
