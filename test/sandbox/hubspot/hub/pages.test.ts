import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findChromium, openBrowser } from '../../../browser/open-browser.ts';
import { SampleApp } from './sample-app.ts';
import { startHubWithApp, type HubWithApp } from './hub-with-app.ts';

jest.setTimeout(60_000);

const chromium = findChromium();
if (chromium === null) console.warn('The pages of the stand-in HubSpot were not opened: no Chromium was found.');

test('a browser is there where it is required', () => {
  expect(chromium !== null || process.env['SIGNALBOX_REQUIRE_CHROMIUM'] === undefined).toBe(true);
});

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = path.join(__dirname, '..', '..', '..', '..', 'out', 'hubspot');
const app = { sourceType: 'INTEGRATION', sourceId: '30000001', userId: null };
const nasty = '<img src=x onerror="document.title=1">"\'';

let hub: HubWithApp;
let card: SampleApp;
let contactId: string;

async function prepare(): Promise<void> {
  card = await SampleApp.start();
  card.answer = ({ url }) => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<p>Card of ${new URL(url).searchParams.get('objectId')}</p><script>document.body.dataset.ran = 'yes'</script>`,
  });
  hub = await startHubWithApp('enterprise', { cardUrl: `${card.url}/card` });
  await hub.connect();
  const { records } = hub.portal;
  records.definePropertyGroup('contacts', 'signalbox', 'Signalbox');
  const number = {
    name: 'sbx_fit_score',
    label: 'Fit',
    type: 'number',
    fieldType: 'number',
    groupName: 'signalbox',
  } as const;
  const text = {
    name: 'sbx_reasons',
    label: 'Reasons',
    type: 'string',
    fieldType: 'textarea',
    groupName: 'signalbox',
  } as const;
  records.defineProperties('contacts', [number, text]);
  const contact = records.createRecord(
    'contacts',
    { email: 'lee@example.org', lastname: nasty, sbx_reasons: nasty },
    app,
  );
  contactId = contact.id;
  records.updateRecord('contacts', contactId, { sbx_fit_score: '82' }, app);
  const company = records.createRecord('companies', { name: 'Example', domain: 'example.org' }, app);
  records.associate('contacts', contactId, { toTypeId: '0-2', toId: company.id }, app);
  const note = { hs_note_body: `<p>Rule 7 &amp; <b>Ana</b></p>${nasty}`, hs_timestamp: '2026-11-20T09:00:00Z' };
  records.createRecord('notes', note, app, [{ toTypeId: '0-1', toId: contactId }]);
  const task = { hs_task_subject: 'Call Lee', hs_timestamp: '2026-11-21T09:00:00Z', hs_task_body: 'Ask.' };
  records.createRecord('tasks', task, app, [{ toTypeId: '0-1', toId: contactId }]);
  records.defineSchema({
    name: 'rule',
    labels: { singular: 'Rule', plural: 'Rules' },
    primaryDisplayProperty: 'title',
    requiredProperties: ['title'],
    properties: [{ name: 'title', label: 'Title', type: 'string', fieldType: 'text' }],
  });
  records.createRecord('p_rule', { title: 'East enterprise' }, app);
  await hub.hubSpot.settled();
}

async function cleanUp(): Promise<void> {
  await hub.close();
  await card.close();
}

const address = (place: string): string => `${hub.hubSpot.url}/portal/${hub.portal.portalId}${place}`;
const contact = () => hub.portal.records.findRecord('contacts', contactId)!;

describe('the pages, as they are sent', () => {
  beforeEach(prepare);
  afterEach(cleanUp);

  const get = async (place: string): Promise<string> => (await fetch(address(place))).text();
  const submit = (place: string, form: Record<string, string>, cookie = ''): Promise<Response> =>
    fetch(address(place), { method: 'POST', body: new URLSearchParams(form), headers: { cookie }, redirect: 'manual' });

  test('the list of contacts has the app’s properties as columns', async () => {
    const page = await get('/objects/0-1');
    expect(page).toContain('<th scope="col">Fit</th>');
    expect(page).toContain('82');
  });

  test('nothing that somebody typed is anything but text', async () => {
    for (const place of ['/objects/0-1', `/objects/0-1/${contactId}`, '/log']) {
      expect(await get(place)).not.toContain('<img');
    }
    expect(await get(`/objects/0-1/${contactId}`)).toContain('&#60;img src=x');
  });

  test('a value that somebody saves is theirs, and the history says so', async () => {
    const ben = hub.portal.users[1]!;
    const place = `/objects/0-1/${contactId}`;
    const answer = await submit(place, { hubspot_owner_id: ben.ownerId }, `actingUser=${ben.userId}`);
    expect(answer.status).toBe(303);
    expect(contact().history('hubspot_owner_id')[0]).toMatchObject({
      value: ben.ownerId,
      source: { sourceType: 'CRM_UI', sourceId: `userId:${ben.userId}`, userId: ben.userId },
    });
    expect(await get(place)).toContain('CRM_UI, Ben Okafor');
  });

  test('a value that the portal does not take is refused in words', async () => {
    const answer = await submit(`/objects/0-1/${contactId}`, { sbx_fit_score: 'many' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('role="alert"');
    expect(contact().value('sbx_fit_score')).toBe('82');
  });

  test('a contact is created by hand, and the same address not twice', async () => {
    const answer = await submit('/objects/0-1', { email: 'mia@example.org', firstname: 'Mia', lastname: '' });
    expect(answer.status).toBe(303);
    const mia = hub.portal.records.findRecord('contacts', 'mia@example.org', 'email')!;
    expect(mia.history('firstname')[0]!.source.sourceType).toBe('CRM_UI');
    expect(answer.headers.get('location')).toContain(mia.id);
    expect((await submit('/objects/0-1', { email: 'mia@example.org' })).status).toBe(409);
  });

  test('the log shows webhooks and calls of its own portal only', async () => {
    const other = hub.hubSpot.addPortal({ tier: 'free' });
    expect(await get('/log')).toContain('object.creation');
    const page = await (await fetch(`${hub.hubSpot.url}/portal/${other.portalId}/log`)).text();
    expect(page).not.toContain('object.creation');
  });

  test('a card may call its backend through HubSpot from the page', async () => {
    hub.sample.answer = () => ({ status: 200, body: { owner: 'Ana' } });
    const answer = await fetch(address('/ui-fetch'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        userId: hub.portal.users[0]!.userId,
        url: `${hub.sample.url}/card`,
        method: 'POST',
        body: { id: 1 },
      }),
    });
    expect(await answer.json()).toEqual({ status: 200, text: '{"owner":"Ana"}' });
    expect(hub.sample.requestsTo('/card')[0]!.headers).toHaveProperty('x-hubspot-signature-v3');
  });

  test('what is not there is not found', async () => {
    for (const place of ['/objects/nothing', '/objects/0-1/999999'])
      expect((await fetch(address(place))).status).toBe(404);
    expect((await fetch(`${hub.hubSpot.url}/portal/9/log`)).status).toBe(404);
  });
});

(chromium === null ? describe.skip : describe)('the pages, in a browser', () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await openBrowser(chromium!);
    await prepare();
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

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('have no serious barrier and fit into %i pixels when it is %s', async (width, colorScheme) => {
    for (const [name, place] of [
      ['contacts', '/objects/0-1'],
      ['record', `/objects/0-1/${contactId}`],
      ['rules', `/objects/${hub.portal.records.schema.type('p_rule').objectTypeId}`],
      ['log', '/log'],
    ] as const) {
      await page?.close();
      await open(place, width, colorScheme);
      for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click();
      await page.screenshot({ path: path.join(screenshots, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      await page.addScriptTag({ content: axe });
      type Violation = { id: string; impact: string; nodes: { html: string }[] };
      const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
      const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
      expect(serious.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
  });

  test('a record’s page shows the card, the timeline and what belongs to it', async () => {
    await open(`/objects/0-1/${contactId}`);
    await page.getByText(`Card of ${contactId}`).waitFor();
    expect(await page.evaluate('document.body.dataset.ran')).toBe('yes');
    await page.getByText('Rule 7 & Ana').waitFor();
    await page.getByText('Call Lee').waitFor();
    await page.getByRole('link', { name: 'Example', exact: true }).waitFor();
  });

  test('somebody changes the owner, and a change by others appears by itself', async () => {
    await open(`/objects/0-1/${contactId}`);
    await page.getByLabel('You are').selectOption({ label: 'Ben Okafor' });
    await page.locator('#open-edit-hubspot_owner_id > summary').click();
    await page.locator('#edit-hubspot_owner_id').selectOption({ label: 'Ana Lima' });
    await page.locator('#open-edit-hubspot_owner_id').getByRole('button', { name: 'Save' }).click();
    await page.locator('#history-hubspot_owner_id > summary').click();
    await page.locator('#history-hubspot_owner_id').getByText('CRM_UI, Ben Okafor').waitFor();
    hub.portal.records.updateRecord('contacts', contactId, { sbx_reasons: 'Because of rule 9' }, app);
    await page.locator('.value', { hasText: 'Because of rule 9' }).first().waitFor({ timeout: 10_000 });
    expect(await page.locator('#history-hubspot_owner_id').getAttribute('open')).not.toBeNull();
  });
});
