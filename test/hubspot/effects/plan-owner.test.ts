import { describe, expect, test } from '@jest/globals';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import { effectOf, ownerIds, policyTo, sceneOf } from './scene.ts';

describe('where the owner is written', () => {
  const lead = { id: '901', ownerId: null };

  test('on the contact, and leads get only the properties', () => {
    const record = effectOf(planEffects(sceneOf({ subject: { openLeads: [lead] } })).effects, 'record');
    expect(record).toMatchObject({ leadIds: ['901'], owner: { on: 'contact' } });
  });

  test('on the open lead, or on both', () => {
    for (const ownerOn of ['lead', 'both'] as const) {
      const scene = sceneOf({ settings: { ownerOn }, subject: { openLeads: [lead] } });
      expect(effectOf(planEffects(scene).effects, 'record')).toMatchObject({
        leadIds: ['901'],
        owner: { on: ownerOn },
      });
    }
  });

  test('with the new lead, where a contact has none yet', () => {
    const scene = sceneOf({ settings: { ownerOn: 'lead' } });
    const { effects } = planEffects(scene);
    expect(effectOf(effects, 'record').owner).toBeNull();
    expect(effectOf(effects, 'lead').ownerId).toBe(ownerIds.get(scene.decision.assignment.ownerKey));
  });

  test('on the contact, where there is no lead and none is made', () => {
    for (const without of [{ hasLeads: false }, { policy: policyTo('triage', 'live') }]) {
      const scene = sceneOf({ settings: { ownerOn: 'lead' }, ...without });
      expect(effectOf(planEffects(scene).effects, 'record').owner).toMatchObject({ on: 'contact' });
    }
  });

  test('nowhere, where they have it already', () => {
    const taker = sceneOf().decision.assignment.ownerKey;
    const scene = sceneOf({ subject: { ownerId: ownerIds.get(taker)! } });
    expect(effectOf(planEffects(scene).effects, 'record').owner).toBeNull();
  });
});

describe('a name without a user', () => {
  test('leaves the owner as it is, and ops are told', () => {
    const { effects, problems } = planEffects(sceneOf({ policy: policyTo('review', 'live') }));
    expect(effectOf(effects, 'record').owner).toBeNull();
    expect(effectOf(effects, 'record').properties[decided.givenTo]).toBe('review-queue');
    expect(effectOf(effects, 'task')).toMatchObject({ ownerId: null, isUrgent: true });
    expect(problems.map(({ code, about }) => `${code} ${about}`)).toEqual(['HSE001 rep "review-queue"']);
  });

  test('is what ops mean where nobody works the leads', () => {
    expect(planEffects(sceneOf({ policy: policyTo('nurture', 'live') })).problems).toEqual([]);
  });

  test('is no problem as long as nothing would be written', () => {
    expect(planEffects(sceneOf({ policy: policyTo('review', 'suggest') })).problems).toEqual([]);
  });
});

test('an owner whom the team does not know keeps the record, and gets the task', () => {
  const scene = sceneOf({ crm: { ownerKey: 'unlisted', ownerSetter: 'person' }, subject: { ownerId: '77' } });
  const { effects, problems } = planEffects(scene);
  expect(effectOf(effects, 'record').owner).toBeNull();
  expect(effectOf(effects, 'task').ownerId).toBe('77');
  expect(problems).toEqual([]);
});
