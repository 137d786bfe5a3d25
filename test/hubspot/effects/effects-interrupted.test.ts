import { beforeEach, describe, expect, test } from '@jest/globals';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { applyEffects, EffectsInterrupted } from '../../../hubspot/handlers/effects/apply-effects.ts';
import type { Effect } from '../../../hubspot/handlers/effects/effect.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import { crmWithLena, fresh, options, recordOf } from './applying.ts';
import { sceneOf } from './scene.ts';

let crm: MemoryCrm;

beforeEach(async () => {
  crm = await crmWithLena();
});

describe('a portal that stops answering', () => {
  const failing = (method: string, about: string, error: Error) => {
    crm.beforeCall = (call) => {
      if (call.method === method && call.about === about) {
        throw error;
      }
    };
  };
  const unavailable = new CrmError('unavailable', 'HubSpot did not answer.', { isOutcomeUnknown: true });

  async function interruptedBy(effects: readonly Effect[]): Promise<EffectsInterrupted> {
    const thrown: unknown = await applyEffects(crm, fresh(effects), options).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(EffectsInterrupted);
    return thrown as EffectsInterrupted;
  }

  test('is thrown with what was done until then', async () => {
    failing('createObjects', 'notes', unavailable);
    const interrupted = await interruptedBy(planEffects(sceneOf()).effects);
    expect(interrupted.outcomes.map((outcome) => outcome?.state ?? null)).toEqual(['done', 'done', null, 'done']);
    expect(interrupted).toMatchObject({ code: 'HSE002', cause: unavailable });
    expect(interrupted.message).not.toContain('lena');
  });

  test('in the middle of many leaves the later batches open', async () => {
    const ids = Array.from({ length: 150 }, (_, place) => crm.seed('contacts', {}, { id: String(2_000 + place) }));
    let calls = 0;
    crm.beforeCall = () => {
      calls += 1;
      if (calls === 2) {
        throw new CrmError('limited', 'Too many calls.', { retryAfterMillis: 5_000 });
      }
    };
    const { outcomes } = await interruptedBy(ids.map((contactId) => recordOf({ contactId })));
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(100);
    expect(outcomes.slice(100).every((outcome) => outcome === null)).toBe(true);
  });

  test('for one item of a batch leaves that one open and does the others', async () => {
    crm.seed('contacts', {}, { id: '502' });
    const update = crm.updateObjects.bind(crm);
    crm.updateObjects = async (type, updates) =>
      (await update(type, updates)).map((outcome, position) =>
        updates[position]!.id === '502'
          ? { position, isWritten: false, problem: { category: 'RATE_LIMITS', message: 'too many' } }
          : outcome,
      );
    const { outcomes, cause } = await interruptedBy([recordOf({}), recordOf({ contactId: '502' })]);
    expect(outcomes).toEqual([{ state: 'done', ids: ['501'] }, null]);
    expect(cause.isTransient).toBe(true);
  });

  test('between a contact and its leads leaves the record open', async () => {
    crm.seed('leads', { hs_lead_name: 'Lena' }, { id: '901' });
    failing('updateObjects', 'leads', unavailable);
    const { outcomes } = await interruptedBy([recordOf({ leadIds: ['901'] }), recordOf({})]);
    expect(outcomes).toEqual([null, { state: 'done', ids: ['501'] }]);
  });

  test('and whose app was uninstalled is thrown as well', async () => {
    failing('updateObjects', 'contacts', new CrmError('unauthorized', 'The token is no longer good.'));
    expect((await interruptedBy([recordOf({})])).outcomes).toEqual([null]);
  });

  test('is no excuse for a mistake of ours', async () => {
    failing('updateObjects', 'contacts', new TypeError('a mistake'));
    await expect(applyEffects(crm, fresh([recordOf({})]), options)).rejects.toThrow(TypeError);
  });
});
