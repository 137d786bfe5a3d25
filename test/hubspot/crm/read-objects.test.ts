import { afterEach, describe, expect, test } from '@jest/globals';
import { apiVersion } from '../../../hubspot/handlers/crm/api-version.ts';
import { batchOf, inputsOf, recordOf, ScriptedPortal } from './scripted-portal.ts';

let portal: ScriptedPortal;

afterEach(() => portal.close());

const ids = (count: number, first = 1): string[] => Array.from({ length: count }, (_one, at) => String(first + at));

/** A portal that has every record that is asked for, and answers in another order. */
function startFull(): Promise<ScriptedPortal> {
  return ScriptedPortal.start((received) =>
    batchOf(
      inputsOf(received)
        .map(({ id }) => recordOf(id))
        .reverse(),
    ),
  );
}

describe('Reading records', () => {
  test('goes to the dated path with the properties that are wanted', async () => {
    portal = await startFull();
    await portal.crm().readObjects('contacts', ['1'], ['email', 'phone']);
    expect(portal.received[0]?.path).toBe(`/crm/objects/${apiVersion}/contacts/batch/read`);
    expect(portal.bodies[0]).toMatchObject({ properties: ['email', 'phone'], inputs: [{ id: '1' }] });
  });

  test('cuts what is wanted into hundreds and keeps the order of the ids', async () => {
    portal = await startFull();
    const wanted = ids(250).reverse();
    const records = await portal.crm().readObjects('contacts', wanted, []);
    expect(records.map((record) => record.id)).toEqual(wanted);
    expect(portal.received.map((received) => inputsOf(received).length).sort()).toEqual([100, 100, 50]);
  });

  test('cuts into fifties when histories are wanted', async () => {
    portal = await startFull();
    await portal.crm().readObjects('contacts', ids(120), [], ['hubspot_owner_id']);
    expect(portal.received.map((received) => inputsOf(received).length).sort()).toEqual([20, 50, 50]);
  });

  test('asks for each id once and for nothing when there is none', async () => {
    portal = await startFull();
    expect(await portal.crm().readObjects('contacts', ['7', '7', '3', '7'], [])).toHaveLength(2);
    expect(await portal.crm().readObjects('contacts', [], [])).toEqual([]);
    expect(portal.received.map((received) => inputsOf(received).map(({ id }) => id))).toEqual([['7', '3']]);
  });

  test('makes at most three calls at once', async () => {
    portal = await startFull();
    let atOnce = 0;
    let most = 0;
    const token = async (): Promise<string> => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce -= 1;
      return 'token';
    };
    await portal.crm({ token }).readObjects('contacts', ids(1000), []);
    expect(most).toBe(3);
    expect(portal.received).toHaveLength(10);
  });

  test('leaves out what is gone, which HubSpot tells with a multi-status', async () => {
    const gone = {
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      message: 'Could not get some CONTACT objects, they may be deleted or not exist.',
      context: { ids: ['2'] },
    };
    portal = await ScriptedPortal.inTurn(batchOf([recordOf('1')], [gone]));
    expect((await portal.crm().readObjects('contacts', ['1', '2'], [])).map(({ id }) => id)).toEqual(['1']);
  });

  test('fails when HubSpot could not read some, for they must not be taken for gone', async () => {
    portal = await ScriptedPortal.inTurn(batchOf([recordOf('1')], [{ status: 'error', category: 'INTERNAL_ERROR' }]));
    await expect(portal.crm().readObjects('contacts', ['1', '2'], [])).rejects.toMatchObject({
      failure: 'unavailable',
    });
  });

  test('reads values, times and histories, the newest first', async () => {
    const version = { sourceType: 'CRM_UI', sourceId: 'userId:77', updatedByUserId: 77 };
    portal = await ScriptedPortal.inTurn(
      batchOf([
        {
          ...recordOf('1', { email: 'ann@example.com', phone: '', city: null }),
          propertiesWithHistory: {
            hubspot_owner_id: [
              { value: '', timestamp: '2026-11-01T10:00:00Z', sourceType: 'API' },
              { value: '5', timestamp: '2026-11-02T10:00:00.5Z', ...version },
            ],
          },
        },
      ]),
    );
    expect(
      await portal.crm().readObjects('contacts', ['1'], ['email'], ['hubspot_owner_id', 'lifecyclestage']),
    ).toEqual([
      {
        id: '1',
        properties: { hs_object_id: '1', email: 'ann@example.com', phone: null, city: null },
        history: {
          hubspot_owner_id: [
            { ...version, value: '5', changedAt: Date.UTC(2026, 10, 2, 10, 0, 0, 500) },
            {
              value: '',
              changedAt: Date.UTC(2026, 10, 1, 10),
              sourceType: 'API',
              sourceId: null,
              updatedByUserId: null,
            },
          ],
          lifecyclestage: [],
        },
        createdAt: Date.UTC(2026, 10, 20, 8),
        updatedAt: Date.UTC(2026, 10, 20, 8, 30, 0, 123),
        isArchived: false,
      },
    ]);
  });

  test('puts a record into which the one that was asked for was merged last', async () => {
    portal = await ScriptedPortal.inTurn(batchOf([recordOf('900'), recordOf('5')]));
    expect((await portal.crm().readObjects('contacts', ['3', '5'], [])).map(({ id }) => id)).toEqual(['5', '900']);
  });

  test.each([
    ['a record without an id', { results: [{ ...recordOf('1'), id: null }] }],
    ['no results', { status: 'COMPLETE' }],
    ['results that are no list', { results: 5 }],
    ['an instant that is none', { results: [{ ...recordOf('1'), updatedAt: 'yesterday' }] }],
    ['a text', 'sorry'],
  ])('refuses %s and tells nothing of what it was', async (_what, body) => {
    portal = await ScriptedPortal.inTurn({ body });
    const reading = portal.crm().readObjects('contacts', ['1'], []);
    await expect(reading).rejects.toMatchObject({ code: 'HSC008', failure: 'unreadable' });
    await expect(reading).rejects.not.toThrow(/yesterday|sorry/);
  });

  test('refuses a page of HTML and repeats none of it', async () => {
    portal = await ScriptedPortal.inTurn({ text: '<p>ann@example.com', headers: { 'content-type': 'text/html' } });
    const reading = portal.crm().readObjects('contacts', ['1'], []);
    await expect(reading).rejects.toMatchObject({ failure: 'unreadable' });
    await expect(reading).rejects.not.toThrow(/ann@example/);
  });

  test('refuses JSON that ends too early and repeats none of it', async () => {
    portal = await ScriptedPortal.inTurn({ text: '{"results":[{"id":"1","properties":{"email":"ann@exa' });
    const reading = portal.crm().readObjects('contacts', ['1'], []);
    await expect(reading).rejects.toMatchObject({ failure: 'unreadable', cause: undefined });
    await expect(reading).rejects.not.toThrow(/ann@exa/);
  });
});

describe('Listing records', () => {
  test('goes on page by page and sorts by id as a number', async () => {
    portal = await ScriptedPortal.inTurn(
      { body: { results: [recordOf('10'), recordOf('9')], paging: { next: { after: '10', link: 'x' } } } },
      { body: { results: [recordOf('100')] } },
    );
    const records = await portal.crm().listObjects('2-55', ['title', 'rank']);
    expect(records.map(({ id }) => id)).toEqual(['9', '10', '100']);
    expect(portal.received.map((received) => received.query.get('after'))).toEqual([null, '10']);
    expect(portal.received[0]?.path).toBe(`/crm/objects/${apiVersion}/2-55`);
    expect(portal.received[0]?.query.getAll('properties').join()).toBe('title,rank');
    expect(portal.received[0]?.query.get('limit')).toBe('100');
  });
});
