import { beforeEach, describe, expect, test } from '@jest/globals';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import {
  applyEffects,
  EffectsInterrupted,
  type EffectToApply,
} from '../../../hubspot/handlers/effects/apply-effects.ts';
import type { Effect, OwnerChange } from '../../../hubspot/handlers/effects/effect.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import { appId, byHand, byOtherApp, byWorkflow, preparedCrm } from './prepared-crm.ts';
import { now, ownerIds, policyTo, sceneOf, starterDestinations } from './scene.ts';

let crm: MemoryCrm;

beforeEach(async () => {
  crm = await preparedCrm();
  crm.seed('contacts', { email: 'lena.vogt@speditor.example' }, { id: '501' });
});

const options = { appId, now: now + 500, freshMillis: 2_000 };
const later = { ...options, now: now + 60_000 };
const fresh = (effects: readonly Effect[]): EffectToApply[] => effects.map((effect) => ({ effect, isRetry: false }));
const again = (effects: readonly Effect[]): EffectToApply[] => effects.map((effect) => ({ effect, isRetry: true }));
const plannedFor = (contactId: string): Effect[] =>
  planEffects(sceneOf()).effects.map((effect) => ({ ...effect, contactId }));

function recordOf(given: { owner?: Partial<OwnerChange>; leadIds?: readonly string[]; contactId?: string }): Effect {
  return {
    kind: 'record',
    contactId: given.contactId ?? '501',
    properties: { [decided.givenTo]: 'ana' },
    owner: { ownerId: '1001', on: 'contact', decidedAt: now, isOverPerson: false, ...given.owner },
    leadIds: given.leadIds ?? [],
  };
}

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
  expect(crm.calls.map(({ method, about, size }) => `${method} ${about} ${size}`)).toEqual(
    ['updateObjects contacts', 'createObjects leads', 'createObjects notes', 'createObjects tasks'].flatMap((call) => [
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

describe('applying again', () => {
  test('leaves one lead, one note and one task', async () => {
    const { effects } = planEffects(sceneOf());
    const first = await applyEffects(crm, fresh(effects), options);
    expect(await applyEffects(crm, again(effects), later)).toEqual(first);
    for (const objectType of ['leads', 'notes', 'tasks']) {
      expect(crm.idsOf(objectType)).toHaveLength(1);
    }
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
    expect(interrupted.outcomes.map((outcome) => outcome?.state ?? null)).toEqual(['done', 'done', null, null]);
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

/** HubSpot's answer to an owner who has left or has no seat. */
function refusingOwner(portal: MemoryCrm, ownerId: string): MemoryCrm {
  const refuse = <Input extends { readonly properties: { readonly [name: string]: string | null } }, Written>(
    inputs: readonly Input[],
    write: (taken: readonly Input[]) => Promise<Written[]>,
  ) =>
    Promise.all(
      inputs.map(async (input, position) =>
        input.properties['hubspot_owner_id'] === ownerId
          ? { position, isWritten: false, problem: { category: 'VALIDATION_ERROR', message: 'not a valid owner' } }
          : { ...(await write([input]))[0], position },
      ),
    );
  return new Proxy(portal, {
    get(target, name: keyof MemoryCrm) {
      if (name === 'updateObjects') {
        const update: MemoryCrm['updateObjects'] = (type, updates) =>
          refuse(updates, (taken) => target.updateObjects(type, taken)) as ReturnType<MemoryCrm['updateObjects']>;
        return update;
      }
      if (name === 'createObjects') {
        const create: MemoryCrm['createObjects'] = (type, creations) =>
          refuse(creations, (taken) => target.createObjects(type, taken)) as ReturnType<MemoryCrm['createObjects']>;
        return create;
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
