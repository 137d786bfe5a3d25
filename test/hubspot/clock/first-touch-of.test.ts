import { beforeEach, describe, expect, test } from '@jest/globals';
import { firstTouchOf, touchProperties } from '../../../hubspot/handlers/clock/first-touch-of.ts';
import { applyEffects } from '../../../hubspot/handlers/effects/apply-effects.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { appId, byHand, byOtherApp, byWorkflow, preparedCrm } from '../effects/prepared-crm.ts';
import { now, sceneOf } from '../effects/scene.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import { at, fiveMinutes } from './clocks.ts';

const associations = [{ toType: 'contacts', toId: '501' }];
const byHubSpot = { sourceType: 'CALCULATED' };

let crm: MemoryCrm;

beforeEach(async () => {
  crm = await preparedCrm();
  crm.now = at(-60);
  crm.seed('contacts', { notes_last_contacted: new Date(at(-90)).toISOString() }, { id: '501' });
  crm.now = now;
});

/** Reads what the portal has by now, as whoever looks at a clock would. */
async function firstTouch(lookedAt = at(30)): Promise<number | null> {
  const read = async (objectType: 'contacts' | 'leads' | 'tasks') => {
    const properties = touchProperties[objectType];
    const ids =
      objectType === 'contacts' ? ['501'] : (await crm.readAssociations('contacts', objectType, ['501'])).get('501')!;
    return crm.readObjects(objectType, ids, properties, properties);
  };
  const [contact] = await read('contacts');
  return firstTouchOf(
    { contact: contact!, leads: await read('leads'), tasks: await read('tasks'), appId, now: lookedAt },
    fiveMinutes(),
  );
}

function change(minutes: number, properties: Record<string, string>, source = byHubSpot): void {
  crm.now = at(minutes);
  crm.change('contacts', '501', properties, source);
}

describe('what HubSpot counts as having contacted somebody', () => {
  test('is a touch, at its own instant and not when we heard of it', async () => {
    change(9, { notes_last_contacted: new Date(at(2)).toISOString() });
    expect(await firstTouch()).toBe(at(2));
  });

  test('is read in milliseconds as well', async () => {
    change(9, { hs_first_outreach_date: String(at(2)) });
    expect(await firstTouch()).toBe(at(2));
  });

  test('counts from the first time, though a later one stands there', async () => {
    change(3, { notes_last_contacted: new Date(at(2)).toISOString() });
    change(20, { notes_last_contacted: new Date(at(19)).toISOString() });
    expect(await firstTouch()).toBe(at(2));
  });

  test('is none from before the promise, written before or after', async () => {
    expect(await firstTouch()).toBeNull();
    change(2, { notes_last_contacted: new Date(at(-10)).toISOString() });
    expect(await firstTouch()).toBeNull();
  });

  test('is none while it lies ahead, as a meeting may', async () => {
    change(1, { notes_last_contacted: new Date(at(300)).toISOString() });
    expect(await firstTouch(at(30))).toBeNull();
    expect(await firstTouch(at(301))).toBe(at(300));
  });

  test('is none where it cannot be read', async () => {
    change(1, { notes_last_contacted: 'yesterday', hs_first_outreach_date: '' });
    expect(await firstTouch()).toBeNull();
  });
});

test('what the lead does is no touch: nobody has answered them', async () => {
  change(2, {
    hs_sales_email_last_replied: new Date(at(2)).toISOString(),
    hs_last_sales_activity_timestamp: new Date(at(2)).toISOString(),
  });
  expect(await firstTouch()).toBeNull();
});

describe('a status', () => {
  test('that a person changed is a touch', async () => {
    change(2, { hs_lead_status: 'CONNECTED' }, byHand);
    expect(await firstTouch()).toBe(at(2));
  });

  test.each([
    ['a workflow', byWorkflow],
    ['another app', byOtherApp],
  ])('that %s changed is none', async (_, source) => {
    change(2, { hs_lead_status: 'OPEN' }, source);
    expect(await firstTouch()).toBeNull();
  });

  test('of a lead record counts when it changes, and not where it begins', async () => {
    const lead = { hs_lead_name: 'Lena', hs_pipeline_stage: 'new-stage-id' };
    crm.now = at(1);
    crm.seed('leads', lead, { id: '901', associations, source: byHand });
    expect(await firstTouch()).toBeNull();
    crm.now = at(4);
    crm.change('leads', '901', { hs_pipeline_stage: 'attempting-stage-id' }, byHand);
    expect(await firstTouch()).toBe(at(4));
  });
});

describe('a task', () => {
  test('that a person completes is a touch, ours too', async () => {
    await applyEffects(
      crm,
      planEffects(sceneOf()).effects.map((effect) => ({ effect, isRetry: false })),
      { appId, now, freshMillis: 2_000 },
    );
    expect(await firstTouch()).toBeNull();
    crm.now = at(4);
    crm.change('tasks', crm.idsOf('tasks')[0]!, { hs_task_status: 'COMPLETED' }, byHand);
    expect(await firstTouch()).toBe(at(4));
  });

  test('that we or a workflow complete is none', async () => {
    const id = crm.seed('tasks', { hs_task_status: 'NOT_STARTED' }, { associations });
    crm.now = at(2);
    crm.change('tasks', id, { hs_task_status: 'COMPLETED' }, byWorkflow);
    expect(await firstTouch()).toBeNull();
  });

  test('that is open is none, whatever stands in its completion date', async () => {
    const open = { hs_task_status: 'NOT_STARTED', hs_task_completion_date: new Date(at(2)).toISOString() };
    crm.seed('tasks', open, { associations });
    expect(await firstTouch()).toBeNull();
  });

  test('without a history counts by its completion date', () => {
    const contact = { id: '501', properties: {}, history: {}, createdAt: now, updatedAt: now, isArchived: false };
    const task = {
      ...contact,
      properties: { hs_task_status: 'COMPLETED', hs_task_completion_date: new Date(at(2)).toISOString() },
    };
    const signs = { contact, leads: [], tasks: [task], appId, now: at(30) };
    expect(firstTouchOf(signs, fiveMinutes())).toBe(at(2));
  });
});

test('of several touches the first counts', async () => {
  change(4, { hs_lead_status: 'CONNECTED' }, byHand);
  change(5, { notes_last_contacted: new Date(at(3)).toISOString() });
  expect(await firstTouch()).toBe(at(3));
});
