import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { flatten, writePolicy } from '../../../core/src/decide/index.ts';
import type { Clock } from '../../../hubspot/handlers/crm/clock.ts';
import { HubSpotCrm } from '../../../hubspot/handlers/crm/hubspot-crm.ts';
import { LocalCallBudget } from '../../../hubspot/handlers/crm/local-call-budget.ts';
import { installStarter, starterPolicy } from '../../../hubspot/handlers/rules/install-starter.ts';
import { openRuleStore } from '../../../hubspot/handlers/rules/open-rule-store.ts';
import { publishDraft, rollBack } from '../../../hubspot/handlers/rules/publish-draft.ts';
import { readValidatedDraft } from '../../../hubspot/handlers/rules/read-validated-draft.ts';
import { startHubSpot, type StandInHubSpot } from '../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import { drawVariedPolicy } from '../../differential/generate/draw-policy.ts';
import { Dice } from '../../property/generators/dice.ts';
import { plainConfiguration } from './draft-configuration.ts';

/** Of an app for portals with custom objects, and of one for those without: HubSpot installs no scope that a plan lacks. */
const scopes = {
  enterprise: [
    ...['crm.objects.contacts.read', 'crm.objects.custom.read', 'crm.objects.custom.write'],
    ...['crm.schemas.custom.read', 'crm.schemas.custom.write', 'files'],
  ],
  pro: ['crm.objects.contacts.read', 'files'],
} as const;

// Waiting moves the time of the portal on and takes none of ours.
let waitedMillis = 0;
const clock: Clock = {
  now: () => Date.now() + waitedMillis,
  sleep: (millis) => {
    waitedMillis += millis;
    return Promise.resolve();
  },
};

let hubSpot: StandInHubSpot;
const folders: string[] = [];

beforeAll(async () => {
  hubSpot = await startHubSpot({ seed: 7, now: clock.now });
});

afterAll(async () => {
  await hubSpot.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function uploadApp(tier: 'pro' | 'enterprise'): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-rules-'));
  folders.push(folder);
  const auth = { type: 'static', requiredScopes: scopes[tier] };
  const app = { uid: 'rules', type: 'app', config: { name: 'Rules', distribution: 'private', auth } };
  const project = { name: `rules-${tier}`, srcDir: 'src', platformVersion: '2026.09' };
  mkdirSync(path.join(folder, 'src', 'app'), { recursive: true });
  writeFileSync(path.join(folder, 'hsproject.json'), JSON.stringify(project));
  writeFileSync(path.join(folder, 'src', 'app', 'app-hsmeta.json'), JSON.stringify(app));
  return hubSpot.uploadProject(folder).appId;
}

async function connect(tier: 'pro' | 'enterprise'): Promise<HubSpotCrm> {
  const users = [{ firstName: 'Ana', lastName: 'Lima', email: 'ana@example.com' }];
  const { portalId } = hubSpot.addPortal({ tier, users });
  const { accessToken } = await hubSpot.install(portalId, uploadApp(tier));
  return new HubSpotCrm({
    token: () => Promise.resolve(accessToken ?? ''),
    budget: new LocalCallBudget(undefined, clock),
    clock,
    baseUrl: hubSpot.url,
  });
}

describe.each([
  ['enterprise', 'records'],
  ['pro', 'files'],
] as const)('a portal with the plan %s', (tier, form) => {
  test(`keeps rules as ${form}, from the starter policy to a rollback`, async () => {
    const crm = await connect(tier);
    const store = await openRuleStore(crm);
    expect(store.form).toBe(form);
    const given = { timeZone: 'Europe/Berlin', publishedBy: 'ops@example.com', now: clock.now() };
    const installed = await installStarter(store, given);
    if (installed.kind !== 'installed') throw new Error('There were rules already.');
    expect(installed.revision.text).toBe(writePolicy(starterPolicy()));
    const { configuration } = await store.readDraft();

    const misspelt = { ...starterPolicy(), fallbackDestinationKey: 'triagee' };
    await store.writeDraft(flatten(misspelt), configuration);
    expect(await publishDraft(store, given)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'POL130', about: 'setting fallbackDestinationKey' }],
    });

    await store.writeDraft(flatten({ ...starterPolicy(), name: 'Changed' }), configuration);
    const published = await publishDraft(store, given);
    expect(published).toMatchObject({
      kind: 'published',
      revision: { number: 2, previousHash: installed.revision.hash },
    });

    const other = await openRuleStore(crm);
    expect((await other.findLive())?.number).toBe(2);
    expect(await rollBack(other, installed.revision.hash)).toEqual({
      kind: 'rolledBack',
      revision: installed.revision,
    });
    expect(await store.findLive()).toMatchObject({ number: 1, isLive: true });
    expect((await store.listRevisions()).map(({ number, isLive }) => [number, isLive])).toEqual([
      [2, false],
      [1, true],
    ]);
  }, 60_000);

  test('gives back drawn policies byte for byte', async () => {
    const store = await openRuleStore(await connect(tier));
    for (let number = 300; number < 305; number += 1) {
      const policy = drawVariedPolicy(new Dice(number));
      await store.writeDraft(flatten(policy), plainConfiguration);
      expect((await readValidatedDraft(store)).text).toBe(writePolicy(policy));
    }
  }, 60_000);
});

test('a misspelt key that ops typed stands at its record, with the nearest name', async () => {
  const crm = await connect('enterprise');
  const store = await openRuleStore(crm);
  await installStarter(store, { timeZone: 'UTC', publishedBy: 'ops', now: clock.now() });
  const rowType = (await crm.listSchemas()).find(({ name }) => name === 'sbx_rule_row')!.objectTypeId;
  const properties = ['sbx_row_kind', 'sbx_rule_key', 'sbx_destination_key', 'sbx_problem'];
  const rows = await crm.listObjects(rowType, properties);
  const rule = rows.find((row) => row.properties['sbx_rule_key'] === 'warm-introduction')!;
  const key = `${rule.properties['sbx_destination_key']}x`;
  await crm.updateObjects(rowType, [{ id: rule.id, properties: { sbx_destination_key: key } }]);
  await store.noteProblems((await readValidatedDraft(store)).problems);
  const [told] = await crm.readObjects(rowType, [rule.id], properties);
  expect(told!.properties['sbx_problem']).toMatch(
    new RegExp(`^POL130 destination "${key}", which does not exist\\. Known`),
  );
}, 60_000);
