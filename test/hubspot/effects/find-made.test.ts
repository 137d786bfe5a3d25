import { beforeEach, describe, expect, test } from '@jest/globals';
import { applyEffects } from '../../../hubspot/handlers/effects/apply-effects.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import { again, crmWithLena, fresh, later, options } from './applying.ts';
import { effectOf, sceneOf } from './scene.ts';

let crm: MemoryCrm;

beforeEach(async () => {
  crm = await crmWithLena();
});

describe('applying again', () => {
  test('leaves one lead, one note and one task', async () => {
    const { effects } = planEffects(sceneOf());
    const first = await applyEffects(crm, fresh(effects), options);
    expect(await applyEffects(crm, again(effects), later)).toEqual(first);
    for (const objectType of ['leads', 'notes', 'tasks']) {
      expect(crm.idsOf(objectType)).toHaveLength(1);
    }
  });

  test('finds what was made among the newest, by their numbers and not by their digits', async () => {
    const associations = [{ toType: 'contacts', toId: '501' }];
    const note = effectOf(planEffects(sceneOf()).effects, 'note');
    for (let place = 0; place < 150; place += 1) {
      crm.seed('notes', { hs_note_body: '<p>a call</p>' }, { id: String(9_800 + place), associations });
    }
    crm.seed('notes', { hs_note_body: note.body }, { id: '10000', associations });
    expect(await applyEffects(crm, again([note]), later)).toEqual([{ state: 'done', ids: ['10000'] }]);
    expect(crm.calls.find(({ method }) => method === 'readObjects')!.size).toBe(100);
  });

  test('makes what was not made, among whatever else the contact has', async () => {
    for (let place = 0; place < 150; place += 1) {
      crm.seed(
        'notes',
        { hs_note_body: `<p>call ${place}</p>` },
        { associations: [{ toType: 'contacts', toId: '501' }] },
      );
    }
    const { effects } = planEffects(sceneOf());
    await applyEffects(crm, again(effects), later);
    await applyEffects(crm, again(effects), later);
    expect(crm.idsOf('notes')).toHaveLength(151);
    expect(crm.idsOf('tasks')).toHaveLength(1);
  });

  test('takes a lead that is open by now, and not one that is closed', async () => {
    const lead = planEffects(sceneOf()).effects.filter(({ kind }) => kind === 'lead');
    const associations = [{ toType: 'contacts', toId: '501' }];
    const closed = { hs_lead_name: 'Lena', hs_pipeline_stage: 'unqualified-stage-id' };
    crm.seed('leads', closed, { id: '901', associations });
    expect(await applyEffects(crm, again(lead), later)).not.toEqual([{ state: 'done', ids: ['901'] }]);
    crm.seed('leads', { hs_lead_name: 'Lena', hs_pipeline_stage: 'new-stage-id' }, { id: '902', associations });
    expect(await applyEffects(crm, again(lead), later)).toMatchObject([{ state: 'done' }]);
    expect(crm.idsOf('leads')).toHaveLength(3);
  });
});
