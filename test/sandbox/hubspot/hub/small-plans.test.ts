import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { canGrant } from '../../../../sandbox/hubspot/hub/oauth/scopes-by-tier.ts';
import { bodyOf, startHubWithApp, type HubWithApp } from './hub-with-app.ts';

let hub: HubWithApp;
let token: string;

beforeEach(async () => {
  hub = await startHubWithApp('free');
  token = (await hub.connect()).access_token;
});
afterEach(() => hub.close());

const call = (method: string, path: string, body?: unknown): Promise<Response> => hub.call(method, path, token, body);
const lastOf = async (answer: Response): Promise<unknown[]> => [answer.status, (await bodyOf(answer))['category']];

describe('a free account', () => {
  test('grants what every account has, and leaves out what it lacks', async () => {
    const answer = await hub.post('/oauth/2026-09/token/introspect', {
      client_id: hub.app.clientId,
      client_secret: hub.app.clientSecret,
      token,
    });
    const { scopes } = await bodyOf(answer);
    expect((scopes as string[]).toSorted()).toEqual([...hub.app.requiredScopes].toSorted());
  });

  test('refuses custom objects, lead records and workflows with the scopes that it does not have', async () => {
    for (const [method, path, body] of [
      ['GET', '/crm-object-schemas/2026-09/schemas', undefined],
      ['POST', '/crm-object-schemas/2026-09/schemas', {}],
      ['GET', '/crm/objects/2026-09/leads', undefined],
      ['GET', '/automation/v4/flows', undefined],
    ] as const) {
      expect(await lastOf(await call(method, path, body))).toEqual([403, 'MISSING_SCOPES']);
    }
  });

  test('has nothing of it for its own people either', () => {
    const { portal, hubSpot } = hub;
    const person = { sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };
    const contact = portal.records.createRecord('contacts', {}, person);
    const lead = (): unknown =>
      portal.records.createRecord('leads', { hs_lead_name: 'Lee' }, person, [{ toTypeId: '0-1', toId: contact.id }]);
    expect(lead).toThrow(expect.objectContaining({ status: 403, category: 'MISSING_SCOPES' }));
    const workflow = { objectType: 'contact', enrolOn: { manual: true }, steps: [] } as const;
    const add = (): unknown => hubSpot.addWorkflow(portal.portalId, workflow);
    expect(add).toThrow(expect.objectContaining({ code: 'WFL001' }));
  });

  test('knows its users’ hours, and neither teams nor times out of office', () => {
    const { portal } = hub;
    const dev = { firstName: 'Dev', lastName: 'Shah', email: 'dev.shah@example.com' };
    const workingHours = [{ days: 'MONDAY_TO_FRIDAY', startMinute: 540, endMinute: 1020 }];
    const { recordId } = portal.addUser({ ...dev, workingHours, availability: 'away' });
    const user = portal.records.findRecord('users', recordId)!;
    expect(user.value('hs_availability_status')).toBe('away');
    expect(user.value('hs_working_hours')).toContain('MONDAY_TO_FRIDAY');
    for (const more of [{ teams: [] }, { outOfOffice: [] }]) {
      expect(() => portal.addUser({ ...dev, ...more })).toThrow(expect.objectContaining({ code: 'HUB006' }));
    }
  });
});

test('an account may have a limit of properties, and says how many it has', async () => {
  const portal = hub.hubSpot.addPortal({ tier: 'free', mostCustomProperties: 2, users: [{ ...user }] });
  const { url } = await hub.hubSpot.install(portal.portalId, hub.app.appId);
  const granted = await hub.post('/oauth/2026-09/token', {
    client_id: hub.app.clientId,
    client_secret: hub.app.clientSecret,
    grant_type: 'authorization_code',
    redirect_uri: hub.app.redirectUrls[0]!,
    code: new URL(url).searchParams.get('code')!,
  });
  token = String((await bodyOf(granted))['access_token']);
  const add = (name: string): Promise<Response> =>
    call('POST', '/crm/properties/2026-09/contacts', {
      name,
      label: name,
      type: 'string',
      fieldType: 'text',
      groupName: 'contactinformation',
    });
  expect([(await add('one')).status, (await add('two')).status]).toEqual([201, 201]);
  expect(await lastOf(await add('three'))).toEqual([400, 'VALIDATION_ERROR']);
  expect(await bodyOf(await call('GET', '/crm/v3/limits/custom-properties'))).toMatchObject({
    overallLimit: 2,
    overallUsage: 2,
    overallPercentage: 100,
    byObjectType: [{ objectTypeId: '0-1', limit: 2, usage: 2, percentage: 100 }],
  });
});

const user = { firstName: 'Eve', lastName: 'Novak', email: 'eve.novak@example.com' };

test.each([
  ['crm.objects.contacts.read', 'free'],
  ['crm.objects.users.read', 'free'],
  ['settings.users.read', 'free'],
  ['files', 'free'],
  ['forms', 'free'],
  ['crm.objects.goals.read', 'starter'],
  ['automation', 'pro'],
  ['crm.objects.leads.write', 'pro'],
  ['settings.users.teams.read', 'pro'],
  ['automation.sequences.enrollments.write', 'pro'],
  ['crm.objects.custom.read', 'enterprise'],
  ['crm.schemas.custom.write', 'enterprise'],
  ['crm.objects.contacts.sensitive.read', 'enterprise'],
  ['crm.objects.contacts.highly_sensitive.read.v2', 'enterprise'],
] as const)('the scope %s comes with %s', (scope, least) => {
  const tiers = ['free', 'starter', 'pro', 'enterprise'] as const;
  expect(tiers.filter((tier) => canGrant(tier, scope))).toEqual(tiers.slice(tiers.indexOf(least)));
});
