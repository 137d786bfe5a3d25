import { beforeEach, describe, expect, test } from '@jest/globals';
import { applyEffects } from '../../../hubspot/handlers/effects/apply-effects.ts';
import type { Effect } from '../../../hubspot/handlers/effects/effect.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import { again, crmWithLena, fresh, options, plannedFor, recordOf } from './applying.ts';
import { refusingOwner } from './refusing-owner.ts';
import { ownerIds, policyTo, sceneOf, starterDestinations } from './scene.ts';

let crm: MemoryCrm;

beforeEach(async () => {
  crm = await crmWithLena();
});

describe('a decision of every destination', () => {
  test.each(starterDestinations.map(({ destinationKey }) => destinationKey))(
    'to %s is taken by a prepared portal',
    async (destinationKey) => {
      const { effects } = planEffects(sceneOf({ policy: policyTo(destinationKey, 'live') }));
      const outcomes = await applyEffects(crm, fresh(effects), options);
      expect(outcomes.map(({ state }) => state)).toEqual(effects.map(() => 'done'));
      expect(crm.valueOf('contacts', '501', decided.record)).not.toBeNull();
    },
  );
});

test('a live decision stands on contact and lead, with a note and a task that belong to the contact', async () => {
  const scene = sceneOf();
  const { effects } = planEffects(scene);
  const outcomes = await applyEffects(crm, fresh(effects), options);
  const ownerId = ownerIds.get(scene.decision.assignment.ownerKey)!;
  expect(crm.valueOf('contacts', '501', 'hubspot_owner_id')).toBe(ownerId);
  expect(crm.valueOf('contacts', '501', decided.slaDueAt)).toBe('2026-03-18T09:05:00.000Z');
  const [leadId] = crm.idsOf('leads');
  expect(crm.valueOf('leads', leadId!, 'hs_lead_name')).toBe('Lena Vogt · Speditor GmbH');
  expect(crm.valueOf('leads', leadId!, 'hubspot_owner_id')).toBe(ownerId);
  expect(crm.valueOf('leads', leadId!, decided.destination)).toBe('sales');
  const [noteId] = crm.idsOf('notes');
  const [taskId] = crm.idsOf('tasks');
  expect(crm.valueOf('notes', noteId!, 'hs_timestamp')).toBe('2026-03-18T09:00:00.000Z');
  expect(crm.valueOf('tasks', taskId!, 'hs_task_priority')).toBe('HIGH');
  expect(crm.valueOf('tasks', taskId!, 'hs_task_status')).toBe('NOT_STARTED');
  expect(crm.valueOf('tasks', taskId!, 'hubspot_owner_id')).toBe(ownerId);
  expect(outcomes).toEqual([['501'], [leadId], [noteId], [taskId]].map((ids) => ({ state: 'done', ids })));
  for (const [objectType, id] of [
    ['leads', leadId],
    ['notes', noteId],
    ['tasks', taskId],
  ] as const) {
    expect((await crm.readAssociations('contacts', objectType, ['501'])).get('501')).toEqual([id]);
  }
});

test('two hundred and fifty contacts take three calls for each kind of thing', async () => {
  const ids = Array.from({ length: 250 }, (_, place) => crm.seed('contacts', {}, { id: String(2_000 + place) }));
  const outcomes = await applyEffects(crm, fresh(ids.flatMap(plannedFor)), options);
  expect(outcomes.every(({ state }) => state === 'done')).toBe(true);
  const calls = crm.calls.map(({ method, about, size }) => `${method} ${about} ${size}`);
  expect(calls.slice(0, 3).every((call) => call.startsWith('updateObjects contacts '))).toBe(true);
  expect(calls.toSorted()).toEqual(
    ['createObjects leads', 'createObjects notes', 'createObjects tasks', 'updateObjects contacts'].flatMap((call) => [
      `${call} 100`,
      `${call} 100`,
      `${call} 50`,
    ]),
  );
});

test('two effects on one record go into two calls, in their order', async () => {
  const first = { ...recordOf({}), properties: { [decided.slaState]: 'running' } } as Effect;
  const second = { ...recordOf({}), properties: { [decided.slaState]: 'reminded' }, owner: null } as Effect;
  await applyEffects(crm, fresh([first, second]), options);
  expect(crm.calls.map(({ size }) => size)).toEqual([1, 1]);
  expect(crm.valueOf('contacts', '501', decided.slaState)).toBe('reminded');
});

describe('what is refused', () => {
  test('is an outcome, and takes no other contact along', async () => {
    const outcomes = await applyEffects(crm, fresh([...plannedFor('404'), ...plannedFor('501')]), options);
    expect(outcomes.map(({ state }) => state)).toEqual([
      ...Array<string>(4).fill('refused'),
      ...Array<string>(4).fill('done'),
    ]);
    expect(outcomes[0]).toMatchObject({ category: 'OBJECT_NOT_FOUND' });
  });

  test('is only the owner where the rest is taken without it', async () => {
    const refusing = refusingOwner(crm, '1001');
    const outcomes = await applyEffects(refusing, fresh([recordOf({})]), options);
    expect(outcomes).toMatchObject([{ state: 'refused', category: 'INVALID_OWNER' }]);
    expect(crm.valueOf('contacts', '501', decided.givenTo)).toBe('ana');
    expect(crm.valueOf('contacts', '501', 'hubspot_owner_id')).toBeNull();
  });

  test('is never a task or lead for its owner’s sake', async () => {
    const { effects } = planEffects(sceneOf());
    const refusing = refusingOwner(crm, ownerIds.get(sceneOf().decision.assignment.ownerKey)!);
    const outcomes = await applyEffects(refusing, fresh(effects), options);
    expect(outcomes.map(({ state }) => state)).toEqual(['refused', 'done', 'done', 'done']);
    expect(crm.valueOf('tasks', crm.idsOf('tasks')[0]!, 'hubspot_owner_id')).toBeNull();
  });

  test('is not a lead that is gone in the meantime', async () => {
    expect(await applyEffects(crm, fresh([recordOf({ leadIds: ['999'] })]), options)).toEqual([
      { state: 'done', ids: ['501'] },
    ]);
  });
});

test('what plan or scope forbid is told, and the rest goes on', async () => {
  crm.forbidden.add('notes');
  crm.forbidden.add('leads');
  const { effects } = planEffects(sceneOf());
  const states = ['done', 'notAllowed', 'notAllowed', 'done'];
  expect((await applyEffects(crm, fresh(effects), options)).map(({ state }) => state)).toEqual(states);
  expect((await applyEffects(crm, again(effects), options)).map(({ state }) => state)).toEqual(states);
});

test('properties that the portal does not have are left out', async () => {
  const missingProperties = new Set([`contacts.${decided.givenTo}`]);
  const effect = recordOf({});
  expect(await applyEffects(crm, fresh([effect]), { ...options, missingProperties })).toMatchObject([
    { state: 'done' },
  ]);
  expect(crm.valueOf('contacts', '501', decided.givenTo)).toBeNull();
  crm.calls.length = 0;
  const nothing = { ...effect, owner: null } as Effect;
  expect(await applyEffects(crm, fresh([nothing]), { ...options, missingProperties })).toEqual([
    { state: 'done', ids: [] },
  ]);
  expect(crm.calls).toEqual([]);
});
