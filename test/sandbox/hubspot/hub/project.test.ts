import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ProjectError } from '../../../../sandbox/hubspot/hub/apps/project-error.ts';
import { actionMetadata, appMetadata, webhooksMetadata } from './sample-app.ts';
import { startHubWithApp, type HubWithApp } from './hub-with-app.ts';

let hub: HubWithApp;

beforeEach(async () => {
  hub = await startHubWithApp();
});
afterEach(() => hub.close());

const upload = (variables = hub.sample.variables, profile: string | null = null) =>
  hub.hubSpot.uploadProject(hub.sample.folder, variables, profile);

function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ProjectError)
      return error.problems.map(({ code, file, message }) => `${code} ${file} ${message}`);
    throw error;
  }
  return [];
}

test('an app is what its metadata says, with the variables filled in and inactive subscriptions left out', () => {
  const { app } = hub;
  expect(app).toMatchObject({
    name: 'Sample',
    distribution: 'marketplace',
    redirectUrls: [`${hub.sample.url}/oauth/callback`],
    permittedUrls: { fetch: [hub.sample.url], iframe: [], img: [] },
    webhooks: { targetUrl: `${hub.sample.url}/hooks?from=hubspot`, maxConcurrentRequests: 10 },
  });
  expect(
    app.webhooks!.subscriptions.map(({ subscriptionType, propertyName }) => [subscriptionType, propertyName]),
  ).toEqual([
    ['object.creation', null],
    ['object.deletion', null],
    ['object.merge', null],
    ['object.propertyChange', 'lastname'],
    ['object.propertyChange', 'recent_conversion_date'],
    ['object.creation', null],
    ['contact.privacyDeletion', null],
  ]);
  expect(app.actions).toMatchObject([
    { uid: 'route', outputs: ['owner_id', 'reason'], requestedProperties: ['email'] },
  ]);
});

test('an upload of the same project changes the app and keeps what identifies it', () => {
  hub.sample.write('src/app/workflow-actions/route-hsmeta.json', actionMetadata());
  const again = upload();
  const { appId, clientId, clientSecret, webhooks } = hub.app;
  expect(again).toMatchObject({ appId, clientId, clientSecret, webhooks });
  expect(again.actions[0]!.version).toBe(2);
});

test('variables come from the profile, and what is given comes before it', () => {
  hub.sample.write('hsprofile.test.json', { accountId: 1, variables: { ORIGIN: 'https://app.example' } });
  expect(upload({}, 'test').redirectUrls).toEqual(['https://app.example/oauth/callback']);
  expect(upload({ ORIGIN: 'https://other.example' }, 'test').redirectUrls).toEqual([
    'https://other.example/oauth/callback',
  ]);
});

describe('a broken project is refused', () => {
  const withSubscription = (subscription: object): Record<string, unknown> => {
    const metadata = webhooksMetadata() as { config: { subscriptions: { crmObjects: object[] } } };
    metadata.config.subscriptions.crmObjects.push(subscription);
    return metadata;
  };

  test('without a variable or without hsproject.json', () => {
    expect(problemsOf(() => upload({}))[0]).toMatch(/^PRJ003 src.app.app-hsmeta.json .*ORIGIN/);
    expect(problemsOf(() => hub.hubSpot.uploadProject(`${hub.sample.folder}/src`))[0]).toMatch(
      /^PRJ001 hsproject.json /,
    );
    expect(hub.hubSpot.apps).toEqual([hub.app]);
  });

  test.each<[string, string, () => void]>([
    ['PRJ001', 'with a file that is no JSON', () => hub.sample.write('src/app/app-hsmeta.json', '{"uid":')],
    [
      'PRJ002',
      'with an unknown type',
      () => hub.sample.write('src/app/cards/x-hsmeta.json', { uid: 'x', type: 'home', config: {} }),
    ],
    [
      'PRJ002',
      'with an unknown key',
      () => hub.sample.write('src/app/cards/x-hsmeta.json', { uid: 'x', type: 'card', config: {}, extra: 1 }),
    ],
    [
      'PRJ002',
      'with plain http to elsewhere',
      () => hub.sample.write('src/app/app-hsmeta.json', appMetadata({ redirectUrls: ['http://example.com/'] })),
    ],
    [
      'PRJ002',
      'without a redirect URL',
      () => hub.sample.write('src/app/app-hsmeta.json', appMetadata({ redirectUrls: [] })),
    ],
    [
      'PRJ002',
      'with a property subscription without a property',
      () =>
        hub.sample.write(
          'src/app/webhooks/webhooks-hsmeta.json',
          withSubscription({ subscriptionType: 'object.propertyChange', objectType: 'contact', active: true }),
        ),
    ],
    [
      'PRJ002',
      'with a subscription to leads',
      () =>
        hub.sample.write(
          'src/app/webhooks/webhooks-hsmeta.json',
          withSubscription({ subscriptionType: 'object.creation', objectType: 'lead', active: true }),
        ),
    ],
    [
      'PRJ002',
      'with a function in an app with oauth',
      () => hub.sample.write('src/app/functions/f-hsmeta.json', { uid: 'f', type: 'app-function', config: {} }),
    ],
    [
      'PRJ004',
      'with a component in the wrong folder',
      () => hub.sample.write('src/app/cards/deep/x-hsmeta.json', { uid: 'x', type: 'card', config: {} }),
    ],
    [
      'PRJ005',
      'with the same uid twice',
      () => hub.sample.write('src/app/cards/x-hsmeta.json', { uid: 'route', type: 'card', config: {} }),
    ],
    [
      'PRJ006',
      'with two webhooks',
      () => hub.sample.write('src/app/webhooks/more-hsmeta.json', { ...webhooksMetadata(), uid: 'more' }),
    ],
    ['PRJ006', 'with two apps', () => hub.sample.write('src/app/more-hsmeta.json', { ...appMetadata(), uid: 'more' })],
    [
      'PRJ007',
      'without the file of an entry point',
      () =>
        hub.sample.write('src/app/cards/x-hsmeta.json', {
          uid: 'x',
          type: 'card',
          config: { entrypoint: '/app/cards/none.tsx' },
        }),
    ],
  ])('%s %s', (code, _what, breakIt) => {
    breakIt();
    expect(problemsOf(() => upload())[0]).toMatch(new RegExp(`^${code} `));
    expect(hub.hubSpot.apps).toEqual([hub.app]);
  });

  test('with everything that is wrong with it at once', () => {
    hub.sample.write('src/app/webhooks/webhooks-hsmeta.json', { uid: 'bad uid', type: 'webhooks', config: {} });
    hub.sample.write('src/app/workflow-actions/route-hsmeta.json', {
      uid: 'route',
      type: 'workflow-action',
      config: {},
    });
    const problems = problemsOf(() => upload());
    expect(problems.some((each) => each.includes('webhooks-hsmeta.json') && each.includes('uid'))).toBe(true);
    expect(problems.some((each) => each.includes('route-hsmeta.json') && each.includes('actionUrl'))).toBe(true);
  });
});

test('the app of a customer with static authentication has its token at once', async () => {
  hub.sample.write('src/app/app-hsmeta.json', {
    ...appMetadata(),
    config: {
      name: 'Own',
      distribution: 'private',
      auth: { type: 'static', requiredScopes: ['crm.objects.contacts.read'] },
    },
  });
  const app = upload();
  const { accessToken } = await hub.hubSpot.install(hub.portal.portalId, app.appId);
  expect((await hub.call('GET', '/crm/v3/objects/contacts', accessToken!)).status).toBe(200);
  hub.hubSpot.uninstall(hub.portal.portalId, app.appId);
  expect((await hub.call('GET', '/crm/v3/objects/contacts', accessToken!)).status).toBe(401);
});
