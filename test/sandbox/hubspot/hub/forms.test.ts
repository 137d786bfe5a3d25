import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PortalForm } from '../../../../sandbox/hubspot/hub/forms/portal-form.ts';
import { bodyOf, startHubWithApp, type HubWithApp } from './hub-with-app.ts';

let now = Date.UTC(2026, 10, 20, 9);
let hub: HubWithApp;
let form: PortalForm;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 20, 9);
  hub = await startHubWithApp('pro', { now: () => now });
  form = hub.hubSpot.addForm(hub.portal.portalId, { name: 'Book a demo', fields: ['email', 'firstname', 'company'] });
});
afterEach(() => hub.close());

const send = (body: unknown, kind = 'submit', token = ''): Promise<Response> =>
  fetch(`${hub.hubSpot.url}/submissions/v3/integration/${kind}/${hub.portal.portalId}/${form.formGuid}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
const fields = (values: Record<string, string>): { objectTypeId: string; name: string; value: string }[] =>
  Object.entries(values).map(([name, value]) => ({ objectTypeId: '0-1', name, value }));
const contact = (email: string) => hub.portal.records.findRecord('contacts', email, 'email')!;

test('a first submission makes a contact that says where it came from', async () => {
  const answer = await send({
    fields: fields({ email: 'Lee@Example.org', firstname: 'Lee', company: 'Example' }),
    context: { pageName: 'Pricing', pageUri: 'https://example.com/pricing', hutk: 'abc' },
  });
  expect(answer.status).toBe(200);
  expect(await bodyOf(answer)).toEqual({ inlineMessage: 'Thanks for submitting the form.' });
  const lee = contact('lee@example.org');
  expect(lee.history('firstname')[0]).toMatchObject({
    value: 'Lee',
    source: { sourceType: 'FORM', sourceId: form.formGuid, userId: null },
  });
  expect(Date.parse(lee.value('recent_conversion_date')!)).toBe(now);
  expect(Date.parse(lee.value('first_conversion_date')!)).toBe(now);
  expect(lee.value('recent_conversion_event_name')).toBe('Pricing: Book a demo');
  expect(lee.value('num_conversion_events')).toBe('1');
  expect(lee.value('hs_latest_source')).toBe('DIRECT_TRAFFIC');
});

test('a later submission writes over the contact and counts on', () => {
  const { portalId } = hub.portal;
  const first = hub.hubSpot.submitForm(portalId, form.formGuid, { email: 'lee@example.org', firstname: 'Lee' });
  now += 60_000;
  const other = hub.hubSpot.addForm(portalId, { name: 'Newsletter', fields: ['email'] });
  const again = hub.hubSpot.submitForm(portalId, other.formGuid, { email: 'LEE@example.org' });
  expect(again).toBe(first);
  const lee = contact('lee@example.org');
  expect(lee.value('num_conversion_events')).toBe('2');
  expect(lee.value('num_unique_conversion_events')).toBe('2');
  expect(lee.value('first_conversion_event_name')).toBe('Book a demo');
  expect(lee.value('recent_conversion_event_name')).toBe('Newsletter');
  expect(Date.parse(lee.value('recent_conversion_date')!)).toBe(now);
  expect(Date.parse(lee.value('first_conversion_date')!)).toBe(now - 60_000);
  expect(lee.value('hs_latest_source')).toBe('OFFLINE');
});

describe('a submission that the form does not take', () => {
  test.each([
    ['INVALID_EMAIL', { email: 'nobody' }],
    ['REQUIRED_FIELD', { firstname: 'Lee' }],
    ['FIELD_NOT_IN_FORM_DEFINITION', { email: 'lee@example.org', phone: '1' }],
  ])('is refused with %s and changes nothing', async (errorType, values) => {
    const answer = await send({ fields: fields(values) });
    expect(answer.status).toBe(400);
    expect(await bodyOf(answer)).toMatchObject({ status: 'error', errors: [{ errorType }] });
    expect(hub.portal.records.listRecords('contacts')).toEqual([]);
  });

  test('is taken without its unknown fields where it asks for no validation', async () => {
    const answer = await send({ fields: fields({ email: 'lee@example.org', phone: '1' }), skipValidation: true });
    expect(answer.status).toBe(200);
    expect(contact('lee@example.org').value('phone')).toBeNull();
  });

  test('to a form that is not there is not found', async () => {
    const answer = await fetch(`${hub.hubSpot.url}/submissions/v3/integration/submit/${hub.portal.portalId}/none`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fields: [] }),
    });
    expect(answer.status).toBe(404);
  });
});

test('the secure address wants a token of the portal and its scope', async () => {
  const { access_token } = await hub.connect();
  const body = { fields: fields({ email: 'lee@example.org' }) };
  expect((await send(body, 'secure/submit', 'nonsense')).status).toBe(401);
  expect((await send(body, 'secure/submit', access_token)).status).toBe(200);
});

test('fifty thousand contacts are imported within seconds, and a wrong row leaves the others alone', () => {
  const rows = Array.from({ length: 50_000 }, (_each, index) => ({
    email: index === 7 ? 'no address' : `lead${index}@example${index % 500}.org`,
    firstname: 'Lead',
    company: `Example ${index % 500}`,
  }));
  const begun = performance.now();
  const outcome = hub.hubSpot.importContacts(hub.portal.portalId, [...rows, { ...rows[0]!, firstname: 'Lee' }]);
  expect(performance.now() - begun).toBeLessThan(15_000);
  expect(outcome).toMatchObject({ created: 49_999, updated: 1, refused: [{ row: 7 }] });
  expect(contact('lead0@example0.org').history('firstname')[0]).toMatchObject({
    value: 'Lee',
    source: { sourceType: 'IMPORT' },
  });
});
