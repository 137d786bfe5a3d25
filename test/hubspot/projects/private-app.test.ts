import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { webhookSubscriptions } from '../../../hubspot/handlers/events/webhook-subscriptions.ts';
import { driftedAppObjects } from '../../../hubspot/projects/app-objects.ts';
import { requiredScopes as marketplaceScopes } from '../../../hubspot/server/installing/scopes.ts';
import { buildWithFixtures } from './built-projects.ts';

const readme = readFileSync('hubspot/private-app/README.md', 'utf8');
const inTables = readme
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

async function configOf(file: string, features: string[] = []): Promise<Record<string, unknown>> {
  const { files } = await buildWithFixtures({ edition: 'private', features });
  return (JSON.parse(files.get(file)!) as { config: Record<string, unknown> }).config;
}

describe('the private app', () => {
  test('asks for each scope once, and says of each what it is for and what is lost without it', async () => {
    const { auth } = (await configOf('src/app/app-hsmeta.json', ['leads'])) as { auth: Record<string, string[]> };
    expect(Object.keys(auth)).toEqual(['type', 'requiredScopes']);
    const scopes = auth['requiredScopes']!;
    expect(new Set(scopes).size).toBe(scopes.length);
    for (const scope of scopes) {
      const row = inTables.find(([, name]) => name!.includes(`\`${scope}\``));
      expect([scope, row?.[2], row?.[3]]).toEqual([scope, expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
    }
  });

  test('may do all that the other edition must be able to do', async () => {
    const { auth } = (await configOf('src/app/app-hsmeta.json')) as { auth: { requiredScopes: string[] } };
    expect(marketplaceScopes.filter((scope) => !auth.requiredScopes.includes(scope))).toEqual([]);
  });

  test.each(['ui', 'action', 'endpoint'])('says of each secret of the function %s what it is for', async (name) => {
    const { secretKeys } = (await configOf(`src/app/functions/${name}-hsmeta.json`, ['webhooks'])) as {
      secretKeys: string[];
    };
    expect(secretKeys.length).toBeGreaterThan(0);
    for (const secret of secretKeys) {
      const row = inTables.find(([, cell]) => cell === `\`${secret}\``);
      expect([secret, row?.[2], row?.[3]]).toEqual([secret, expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
    }
  });

  test('is told of the same changes as the other edition, where it is told', async () => {
    const config = await configOf('src/app/webhooks/webhooks-hsmeta.json', ['webhooks']);
    const { crmObjects, hubEvents } = webhookSubscriptions();
    expect(config['subscriptions']).toEqual({ crmObjects: crmObjects, legacyCrmObjects: [], hubEvents: hubEvents });
    const { endpoint } = (await configOf('src/app/functions/endpoint-hsmeta.json')) as { endpoint: { path: string } };
    expect(config['settings']).toMatchObject({ targetUrl: `\${SITE_ORIGIN}/hs/serverless/${endpoint.path}` });
  });
});

test('the app objects of the rules are what the code makes of them where there are none', () => {
  expect(driftedAppObjects('.')).toEqual([]);
});
