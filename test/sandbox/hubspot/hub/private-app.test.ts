import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ProjectError } from '../../../../sandbox/hubspot/hub/apps/project-error.ts';
import type { NewPortal } from '../../../../sandbox/hubspot/hub/hub-options.ts';
import { startHubSpot, type StandInHubSpot } from '../../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import { ana, bodyOf } from './hub-with-app.ts';
import { PrivateProject } from './private-project.ts';

let hubSpot: StandInHubSpot;
let project: PrivateProject;

beforeEach(async () => {
  hubSpot = await startHubSpot({ seed: 7 });
  project = new PrivateProject(['crm.objects.contacts.read', 'crm.objects.contacts.write', 'crm.objects.leads.read']);
});
afterEach(async () => {
  await hubSpot.close();
  project.remove();
});

const addPortal = (portal: Partial<NewPortal> = {}) =>
  hubSpot.addPortal({ tier: 'enterprise', users: [ana], ...portal });
const uploadTo = (portalId: number) => hubSpot.uploadProject(project.folder, {}, null, portalId);
const call = (token: string, method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${hubSpot.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ProjectError) return error.problems.map(({ code, message }) => `${code} ${message}`);
    throw error;
  }
  return [];
}

describe('an app of a company’s own', () => {
  test('is for the account that it was uploaded into, and for no other', async () => {
    const [home, other] = [addPortal(), addPortal()];
    const app = uploadTo(home.portalId);
    const elsewhere = await hubSpot.install(other.portalId, app.appId);
    expect([elsewhere.status, elsewhere.accessToken]).toEqual([403, null]);
    expect(hubSpot.isInstalled(other.portalId, app.appId)).toBe(false);
    expect((await hubSpot.install(home.portalId, app.appId)).status).toBe(200);
    const twin = uploadTo(other.portalId);
    expect(twin.appId).not.toBe(app.appId);
    expect(uploadTo(home.portalId).appId).toBe(app.appId);
  });

  test('keeps its token when it is installed again with other scopes', async () => {
    const { portalId } = addPortal();
    const { appId } = uploadTo(portalId);
    const { accessToken } = await hubSpot.install(portalId, appId);
    expect((await call(accessToken!, 'GET', '/crm/v3/objects/companies')).status).toBe(403);
    const richer = new PrivateProject(['crm.objects.companies.read']);
    hubSpot.uploadProject(richer.folder, {}, null, portalId);
    richer.remove();
    expect((await hubSpot.install(portalId, appId)).accessToken).toBe(accessToken);
    expect((await call(accessToken!, 'GET', '/crm/v3/objects/companies')).status).toBe(200);
  });

  test('has of its scopes those that the plan has, and is refused what needs the others', async () => {
    const { portalId } = addPortal({ tier: 'starter' });
    const { accessToken } = await hubSpot.install(portalId, uploadTo(portalId).appId);
    expect((await call(accessToken!, 'GET', '/crm/v3/objects/contacts')).status).toBe(200);
    const refused = await call(accessToken!, 'GET', '/crm/v3/objects/leads');
    expect(refused.status).toBe(403);
    expect(await bodyOf(refused)).toMatchObject({ category: 'MISSING_SCOPES' });
  });

  test('may call 100 times in ten seconds on a small plan and 190 times on a large one', async () => {
    for (const [tier, most] of [
      ['starter', '100'],
      ['enterprise', '190'],
    ] as const) {
      const { portalId } = addPortal({ tier });
      const { accessToken } = await hubSpot.install(portalId, uploadTo(portalId).appId);
      const answer = await call(accessToken!, 'GET', '/crm/v3/objects/contacts');
      expect(answer.headers.get('x-hubspot-ratelimit-max')).toBe(most);
    }
  });

  test('changes records under its own id', async () => {
    const portal = addPortal();
    const { appId } = uploadTo(portal.portalId);
    const { accessToken } = await hubSpot.install(portal.portalId, appId);
    const body = { properties: { email: 'lee@example.org' } };
    const { id } = await bodyOf(await call(accessToken!, 'POST', '/crm/v3/objects/contacts', body));
    const [version] = portal.records.findRecord('contacts', String(id))!.history('email');
    expect(version!.source).toEqual({ sourceType: 'INTEGRATION', sourceId: String(appId), userId: null });
  });
});

describe('functions', () => {
  test('need an Enterprise plan, and public ones Content Hub Enterprise', () => {
    project.addFunction('plain', 'exports.main = async () => 1;');
    const pro = addPortal({ tier: 'pro', hubs: { content: 'enterprise' } });
    expect(problemsOf(() => uploadTo(pro.portalId))).toEqual([
      'PRJ008 functions need an Enterprise plan; the account is on pro',
    ]);
    const enterprise = addPortal();
    expect(uploadTo(enterprise.portalId).functions.map(({ uid }) => uid)).toEqual(['plain']);
    project.addFunction('public', 'exports.main = async () => 1;', { endpoint: { path: 'in', methods: ['POST'] } });
    expect(problemsOf(() => uploadTo(enterprise.portalId))).toEqual([
      'PRJ008 a public endpoint needs Content Hub Enterprise; the account has free',
    ]);
    const content = addPortal({ hubs: { content: 'enterprise' } });
    expect(uploadTo(content.portalId).functions).toMatchObject([
      { uid: 'plain', endpoint: null },
      { uid: 'public', endpoint: { path: 'in', methods: ['POST'] } },
    ]);
  });

  test('are not known to version 2025.2, and their metadata is checked', () => {
    const { portalId } = addPortal();
    project.addFunction('plain', 'exports.main = async () => 1;', { secretKeys: 'TOKEN' });
    expect(problemsOf(() => uploadTo(portalId))[0]).toMatch(/^PRJ002 secretKeys: /);
    project.addFunction('plain', 'exports.main = async () => 1;');
    project.write('hsproject.json', { name: 'own', srcDir: 'src', platformVersion: '2025.2' });
    expect(problemsOf(() => uploadTo(portalId))[0]).toMatch(/^PRJ002 version 2025.2 .* has no functions/);
  });
});
