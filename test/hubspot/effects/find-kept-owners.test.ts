import { beforeEach, describe, expect, test } from '@jest/globals';
import { applyEffects } from '../../../hubspot/handlers/effects/apply-effects.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import { crmWithLena, fresh, later, options, recordOf } from './applying.ts';
import { byHand, byOtherApp, byWorkflow } from './prepared-crm.ts';
import { now, sceneOf } from './scene.ts';

let crm: MemoryCrm;

beforeEach(async () => {
  crm = await crmWithLena();
});

describe('an owner whom a person chose since it was decided', () => {
  beforeEach(() => {
    crm.now = now + 10_000;
  });

  test('is kept, and everything else is written', async () => {
    crm.change('contacts', '501', { hubspot_owner_id: '1002' }, byHand);
    expect(await applyEffects(crm, fresh([recordOf({})]), later)).toEqual([
      { state: 'ownerKept', ids: ['501'], ownerId: '1002' },
    ]);
    expect(crm.valueOf('contacts', '501', 'hubspot_owner_id')).toBe('1002');
    expect(crm.valueOf('contacts', '501', decided.givenTo)).toBe('ana');
  });

  test('gets the task and the new lead', async () => {
    crm.change('contacts', '501', { hubspot_owner_id: '1007' }, byHand);
    await applyEffects(crm, fresh(planEffects(sceneOf()).effects), later);
    expect(crm.valueOf('tasks', crm.idsOf('tasks')[0]!, 'hubspot_owner_id')).toBe('1007');
    expect(crm.valueOf('leads', crm.idsOf('leads')[0]!, 'hubspot_owner_id')).toBe('1007');
  });

  test('is kept on the lead, and the contact is left alone too', async () => {
    crm.seed('leads', { hs_lead_name: 'Lena' }, { id: '901', associations: [{ toType: 'contacts', toId: '501' }] });
    crm.change('leads', '901', { hubspot_owner_id: '1002' }, byHand);
    const outcomes = await applyEffects(crm, fresh([recordOf({ owner: { on: 'both' }, leadIds: ['901'] })]), later);
    expect(outcomes).toEqual([{ state: 'ownerKept', ids: ['501', '901'], ownerId: '1002' }]);
    expect(crm.valueOf('contacts', '501', 'hubspot_owner_id')).toBeNull();
    expect(crm.valueOf('leads', '901', decided.givenTo)).toBe('ana');
  });

  test('is kept where another app chose, because nobody knows for whom', async () => {
    crm.change('contacts', '501', { hubspot_owner_id: '1002' }, byOtherApp);
    expect(await applyEffects(crm, fresh([recordOf({})]), later)).toMatchObject([{ state: 'ownerKept' }]);
  });

  test('is not one where a workflow chose, or the owner was only taken away', async () => {
    crm.change('contacts', '501', { hubspot_owner_id: '1002' }, byWorkflow);
    expect(await applyEffects(crm, fresh([recordOf({})]), later)).toMatchObject([{ state: 'done' }]);
    crm.change('contacts', '501', { hubspot_owner_id: '' }, byHand);
    expect(await applyEffects(crm, fresh([recordOf({})]), later)).toMatchObject([{ state: 'done' }]);
    expect(crm.valueOf('contacts', '501', 'hubspot_owner_id')).toBe('1001');
  });

  test('is written over where somebody asked for it by hand', async () => {
    crm.change('contacts', '501', { hubspot_owner_id: '1002' }, byHand);
    expect(await applyEffects(crm, fresh([recordOf({ owner: { isOverPerson: true } })]), later)).toMatchObject([
      { state: 'done' },
    ]);
    expect(crm.calls.map(({ method }) => method)).toEqual(['updateObjects']);
  });

  test('before the decision is the engine’s affair, which knew of it', async () => {
    crm.now = now - 10_000;
    crm.change('contacts', '501', { hubspot_owner_id: '1002' }, byHand);
    expect(await applyEffects(crm, fresh([recordOf({})]), later)).toMatchObject([{ state: 'done' }]);
  });

  test('is not looked for right after it was read', async () => {
    await applyEffects(crm, fresh([recordOf({})]), options);
    expect(crm.calls.map(({ method }) => method)).toEqual(['updateObjects']);
  });
});
