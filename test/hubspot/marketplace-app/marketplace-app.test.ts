import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { actionDefinitions, actionKeys } from '../../../hubspot/handlers/actions/action-definition.ts';
import * as asked from '../../../hubspot/server/installing/scopes.ts';
import { webhookSubscriptions } from '../../../hubspot/handlers/events/webhook-subscriptions.ts';

const root = path.resolve('hubspot/marketplace-app');

const component = z.strictObject({ uid: z.string(), type: z.string(), config: z.record(z.string(), z.unknown()) });

const app = z.strictObject({
  name: z.string(),
  description: z.string(),
  distribution: z.literal('marketplace'),
  auth: z.strictObject({
    type: z.literal('oauth'),
    redirectUrls: z.array(z.string()).min(1),
    requiredScopes: z.array(z.string()),
    optionalScopes: z.array(z.string()),
    conditionallyRequiredScopes: z.array(z.string()),
  }),
  permittedUrls: z.strictObject({ fetch: z.array(z.string()), iframe: z.array(z.string()), img: z.array(z.string()) }),
  support: z.strictObject({ supportEmail: z.string(), documentationUrl: z.string(), supportUrl: z.string() }),
});

const subscriptions = z.array(
  z.strictObject({
    subscriptionType: z.string(),
    objectType: z.string().optional(),
    propertyName: z.string().optional(),
    active: z.boolean(),
  }),
);

const webhooks = z.strictObject({
  settings: z.strictObject({ targetUrl: z.string(), maxConcurrentRequests: z.int().min(6) }),
  subscriptions: z.strictObject({
    crmObjects: subscriptions,
    legacyCrmObjects: subscriptions,
    hubEvents: subscriptions,
  }),
});

const field = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'number', 'bool', 'datetime', 'enumeration']),
  fieldType: z.string(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
});

const texts = z.record(z.string(), z.string().min(1));

const action = z.strictObject({
  actionUrl: z.string(),
  isPublished: z.literal(true),
  supportedClients: z.tuple([z.strictObject({ client: z.literal('WORKFLOWS') })]),
  inputFields: z.array(
    z.strictObject({
      typeDefinition: field,
      supportedValueTypes: z.array(z.enum(['STATIC_VALUE', 'OBJECT_PROPERTY'])).min(1),
      isRequired: z.boolean(),
    }),
  ),
  outputFields: z.array(z.strictObject({ typeDefinition: field })),
  objectRequestOptions: z.strictObject({ properties: z.array(z.string()) }),
  labels: z.strictObject({
    en: z.strictObject({
      actionName: z.string().min(1),
      actionDescription: z.string().min(1),
      actionCardContent: z.string().min(1),
      inputFieldLabels: texts,
      inputFieldDescriptions: texts,
      outputFieldLabels: texts,
    }),
  }),
  objectTypes: z.array(z.enum(['CONTACT', 'LEAD'])),
});

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

// Build profiles lie beside src; what is in them is not built by itself.
const metadataFiles = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.split(path.sep).join('/')}`)
  .filter((file) => file.endsWith('-hsmeta.json'))
  .sort();

function configOf(file: string): unknown {
  return component.parse(read(file)).config;
}

describe('the project', () => {
  test('is one of the current platform version', () => {
    expect(read('hsproject.json')).toEqual({ name: 'signalbox', srcDir: 'src', platformVersion: '2026.09' });
  });

  test('has each component in the folder of its type, under a uid of its own', () => {
    const folders: Readonly<Record<string, string>> = {
      app: 'src/app',
      webhooks: 'src/app/webhooks',
      'workflow-action': 'src/app/workflow-actions',
    };
    const uids = new Set<string>();
    for (const file of metadataFiles) {
      const { uid, type } = component.parse(read(file));
      expect([file, folders[type]]).toEqual([file, path.posix.dirname(file)]);
      expect(uid).toMatch(/^signalbox_[a-z_]{1,50}$/);
      uids.add(uid);
    }
    expect(uids.size).toBe(metadataFiles.length);
    expect(metadataFiles).toHaveLength(2 + actionKeys.length);
  });

  test('uses exactly the variables that the example of a profile gives', () => {
    const profile = z.strictObject({ accountId: z.int(), variables: texts }).parse(read('src/hsprofile.example.json'));
    const used = new Set(
      metadataFiles.flatMap(
        (file) => readFileSync(path.join(root, file), 'utf8').match(/(?<=\$\{)[A-Z_]+(?=\})/g) ?? [],
      ),
    );
    expect([...used].sort()).toEqual(Object.keys(profile.variables).sort());
    expect(new URL(profile.variables['PUBLIC_URL']!).origin).toBe(profile.variables['PUBLIC_URL']);
  });
});

describe('the app', () => {
  const config = app.parse(configOf('src/app/app-hsmeta.json'));
  const { requiredScopes, optionalScopes } = config.auth;

  test('calls nothing but its own server', () => {
    expect(config.auth.redirectUrls).toEqual(['${PUBLIC_URL}/oauth/callback']);
    expect(config.permittedUrls).toEqual({ fetch: ['${PUBLIC_URL}'], iframe: [], img: [] });
  });

  test('asks for each scope once, and says of each what it is for', () => {
    const scopes = [...requiredScopes, ...optionalScopes];
    expect(new Set(scopes).size).toBe(scopes.length);
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const inTables = readme.split('\n').filter((line) => line.startsWith('| `'));
    expect(scopes.filter((scope) => !inTables.some((line) => line.split('|')[1]!.includes(`\`${scope}\``)))).toEqual(
      [],
    );
  });

  test('asks for the scopes for which the server sends people to HubSpot', () => {
    expect(requiredScopes).toEqual(asked.requiredScopes);
    expect(optionalScopes).toEqual(asked.optionalScopes);
  });

  test('demands nothing that only some plans have', () => {
    const ofSomePlans = /leads|custom|automation|users|files/;
    expect(requiredScopes.filter((scope) => ofSomePlans.test(scope))).toEqual([]);
    expect(requiredScopes).toContain('oauth');
  });
});

describe('the webhooks', () => {
  const config = webhooks.parse(configOf('src/app/webhooks/webhooks-hsmeta.json'));

  test('go to the server', () => {
    expect(config.settings.targetUrl).toBe('${PUBLIC_URL}/hubspot/webhooks');
  });

  test('are those that the code can act on, no more and no less', () => {
    const { crmObjects, hubEvents } = webhookSubscriptions();
    expect(config.subscriptions).toEqual({ crmObjects: crmObjects, legacyCrmObjects: [], hubEvents: hubEvents });
  });

  test('are each subscribed once, and fewer than HubSpot allows', () => {
    const all = config.subscriptions.crmObjects.map((one) => JSON.stringify(one));
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeLessThan(1000);
  });
});

describe('the workflow actions', () => {
  test('are those of the code', () => {
    const files = metadataFiles
      .filter((file) => file.includes('/workflow-actions/'))
      .map((file) => path.posix.basename(file));
    expect(files).toEqual(actionKeys.map((key) => `${key}-hsmeta.json`).sort());
  });

  test.each(actionKeys)('%s says what the code takes and gives', (key) => {
    const config = action.parse(configOf(`src/app/workflow-actions/${key}-hsmeta.json`));
    expect(config.actionUrl).toBe(`\${PUBLIC_URL}/hubspot/actions/${key}`);
    const inputs = config.inputFields.map(({ typeDefinition, isRequired }) => ({
      name: typeDefinition.name,
      type: typeDefinition.type,
      isRequired: isRequired,
      options: (typeDefinition.options ?? []).map(({ value }) => value),
    }));
    expect(inputs).toEqual(actionDefinitions[key].inputs);
    const outputs = config.outputFields.map(({ typeDefinition: { name, type } }) => ({ name: name, type: type }));
    expect(outputs).toEqual(actionDefinitions[key].outputs);
  });

  test.each(actionKeys)('%s labels each of its fields, and names only its own', (key) => {
    const config = action.parse(configOf(`src/app/workflow-actions/${key}-hsmeta.json`));
    const { en } = config.labels;
    const inputs = config.inputFields.map(({ typeDefinition }) => typeDefinition.name);
    expect(Object.keys(en.inputFieldLabels)).toEqual(inputs);
    expect(Object.keys(en.inputFieldDescriptions)).toEqual(inputs);
    expect(Object.keys(en.outputFieldLabels)).toEqual(
      config.outputFields.map(({ typeDefinition }) => typeDefinition.name),
    );
    const named = en.actionCardContent.match(/(?<=\{\{)\w+(?=\}\})/g) ?? [];
    expect(named.filter((name) => !inputs.includes(name))).toEqual([]);
    expect(config.objectTypes).toEqual(['CONTACT', 'LEAD']);
  });

  test('are told to agents in the build profile only, and are otherwise the same there', () => {
    const profiled = 'profiles/agent-tool/src/app/workflow-actions/score-and-route-hsmeta.json';
    const { supportedClients, ...rest } = component.parse(read(profiled)).config;
    const { supportedClients: usual, ...same } = configOf('src/app/workflow-actions/score-and-route-hsmeta.json') as {
      supportedClients: unknown;
    };
    expect(rest).toEqual(same);
    expect(usual).toEqual([{ client: 'WORKFLOWS' }]);
    expect(supportedClients).toEqual([
      { client: 'WORKFLOWS' },
      { client: 'AGENTS', toolType: 'TAKE_ACTION', llmConfig: { actionDescription: expect.any(String) } },
    ]);
  });

  test('have names that tell them apart', () => {
    const names = actionKeys.map(
      (key) => action.parse(configOf(`src/app/workflow-actions/${key}-hsmeta.json`)).labels.en.actionName,
    );
    expect(new Set(names).size).toBe(actionKeys.length);
  });
});
