import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startHubSpot, type StandInHubSpot } from '../../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import { ana, ben, bodyOf } from './hub-with-app.ts';
import { PrivateProject } from './private-project.ts';

const east = { id: '1', name: 'East', isPrimary: true };
const west = { id: '2', name: 'West', isPrimary: false };

let hubSpot: StandInHubSpot;

beforeEach(async () => {
  hubSpot = await startHubSpot({ seed: 7 });
});
afterEach(() => hubSpot.close());

async function connect(scopes: readonly string[]) {
  const cleo = { firstName: 'Cleo', lastName: 'Diaz', email: 'cleo.diaz@example.com', roleIds: ['77'] };
  const users = [ana, { ...ben, isSuperAdmin: true, teams: [east, west] }, cleo];
  const portal = hubSpot.addPortal({ tier: 'pro', users });
  const project = new PrivateProject(scopes);
  const { appId } = hubSpot.uploadProject(project.folder, {}, null, portal.portalId);
  project.remove();
  const { accessToken } = await hubSpot.install(portal.portalId, appId);
  const get = (path: string): Promise<Response> =>
    fetch(`${hubSpot.url}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
  return { portal, get };
}

test('the settings know users with their teams, roles and who is a super admin', async () => {
  const { portal, get } = await connect(['settings.users.read']);
  const [one, two, three] = portal.users.map(({ userId }) => String(userId));
  const common = { roleIds: [], secondaryTeamIds: [] };
  const all = [
    { ...common, id: one, email: ana.email, firstName: 'Ana', lastName: 'Lima', superAdmin: true },
    {
      ...common,
      id: two,
      email: ben.email,
      firstName: 'Ben',
      lastName: 'Okafor',
      primaryTeamId: '1',
      secondaryTeamIds: ['2'],
      superAdmin: true,
    },
    {
      ...common,
      id: three,
      email: 'cleo.diaz@example.com',
      firstName: 'Cleo',
      lastName: 'Diaz',
      roleIds: ['77'],
      roleId: '77',
      superAdmin: false,
    },
  ];
  for (const base of ['/settings/v3/users', '/settings/users/2026-09']) {
    expect(await bodyOf(await get(base))).toEqual({ results: all });
    expect(await bodyOf(await get(`${base}/${two}`))).toEqual(all[1]);
    expect(await bodyOf(await get(`${base}/CLEO.diaz@example.com?idProperty=EMAIL`))).toEqual(all[2]);
    expect(await bodyOf(await get(`${base}?limit=2`))).toEqual({
      results: all.slice(0, 2),
      paging: { next: { after: two } },
    });
    expect(await bodyOf(await get(`${base}?limit=2&after=${two}`))).toEqual({ results: all.slice(2) });
  }
});

test('a user who was deactivated is no user of the settings', async () => {
  const { portal, get } = await connect(['settings.users.read']);
  const { userId, ownerId } = portal.users[1]!;
  portal.records.deactivateOwner(ownerId);
  expect((await get(`/settings/v3/users/${userId}`)).status).toBe(404);
  expect((await bodyOf(await get('/settings/v3/users')))['results']).toHaveLength(2);
});

test('users are hidden from an app without the scope', async () => {
  const { get } = await connect(['crm.objects.contacts.read']);
  const refused = await get('/settings/v3/users');
  expect([refused.status, (await bodyOf(refused))['category']]).toEqual([403, 'MISSING_SCOPES']);
});
