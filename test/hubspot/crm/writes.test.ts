import { afterEach, describe, expect, test } from '@jest/globals';
import { apiVersion } from '../../../hubspot/handlers/crm/api-version.ts';
import type { ObjectUpdate } from '../../../hubspot/handlers/crm/crm.ts';
import {
  batchOf,
  inputsOf,
  recordOf,
  refusalOf,
  ScriptedPortal,
  type Received,
  type Reply,
} from './scripted-portal.ts';

let portal: ScriptedPortal;

afterEach(() => portal.close());

const updates = (count: number, properties = { sbx_band: 'A' }): ObjectUpdate[] =>
  Array.from({ length: count }, (_one, at) => ({ id: String(at + 1), properties }));

const invalid = refusalOf(400, 'VALIDATION_ERROR', {
  message:
    'Property values were not valid: [{"isValid":false,"message":"ann@example was not one of the allowed options",' +
    '"error":"INVALID_OPTION","name":"sbx_band","localizedErrorMessage":"ann@example was not one"}]',
});

/** Updates as HubSpot documents them: one value that is not valid refuses the whole batch. */
function answerUpdate(received: Received): Reply {
  const inputs = inputsOf(received);
  const isTwice = new Set(inputs.map(({ id }) => id)).size < inputs.length;
  const isBad = inputs.some(({ properties }) => properties['sbx_band'] === 'bad');
  return isBad || isTwice || inputs.length > 100 ? invalid : batchOf(inputs.map(({ id }) => recordOf(id)).reverse());
}

describe('Updating records', () => {
  test('tells of each what became of it, in the order of the updates', async () => {
    portal = await ScriptedPortal.start(answerUpdate);
    const outcomes = await portal.crm().updateObjects('contacts', updates(230));
    expect(outcomes).toEqual(updates(230).map(({ id }, position) => ({ position, isWritten: true, id })));
    expect(portal.received.map((received) => inputsOf(received).length)).toEqual([100, 100, 30]);
    expect(portal.received[0]?.path).toBe(`/crm/objects/${apiVersion}/contacts/batch/update`);
  });

  test('takes a value away with an empty text', async () => {
    portal = await ScriptedPortal.start(answerUpdate);
    await portal.crm().updateObjects('contacts', [{ id: '1', properties: { hubspot_owner_id: null, sbx_band: 'A' } }]);
    expect(inputsOf(portal.received[0] as Received)[0]?.properties).toEqual({ hubspot_owner_id: '', sbx_band: 'A' });
  });

  test('finds the refused ones of a batch by halving it, and writes all others', async () => {
    portal = await ScriptedPortal.start(answerUpdate);
    const asked = updates(100).map((update) =>
      ['13', '77'].includes(update.id) ? { ...update, properties: { sbx_band: 'bad' } } : update,
    );
    const outcomes = await portal.crm().updateObjects('contacts', asked);
    const problem = {
      category: 'VALIDATION_ERROR',
      message: expect.stringContaining('sbx_band INVALID_OPTION') as unknown as string,
    };
    expect(outcomes.filter((outcome) => !outcome.isWritten)).toEqual([
      { position: 12, isWritten: false, problem },
      { position: 76, isWritten: false, problem },
    ]);
    expect(outcomes.map(({ position }) => position)).toEqual(asked.map((_one, at) => at));
    expect(JSON.stringify(outcomes)).not.toContain('ann@example');
    expect(portal.received.length).toBeLessThanOrEqual(27);
  });

  test('reads a multi-status by the ids that HubSpot names', async () => {
    const gone = { status: 'error', category: 'OBJECT_NOT_FOUND', message: 'x', context: { ids: ['2'] } };
    portal = await ScriptedPortal.inTurn(batchOf([recordOf('3'), recordOf('1')], [gone]));
    expect(await portal.crm().updateObjects('contacts', updates(3))).toEqual([
      { position: 0, isWritten: true, id: '1' },
      { position: 1, isWritten: false, problem: { category: 'OBJECT_NOT_FOUND', message: 'HubSpot refused it.' } },
      { position: 2, isWritten: true, id: '3' },
    ]);
  });

  test('takes a record that HubSpot does not mention for gone', async () => {
    portal = await ScriptedPortal.inTurn({ status: 207, body: { status: 'COMPLETE', results: [recordOf('1')] } });
    const [, second] = await portal.crm().updateObjects('contacts', updates(2));
    expect(second).toMatchObject({ isWritten: false, problem: { category: 'OBJECT_NOT_FOUND' } });
  });

  test('knows a merged record by the mark of the update', async () => {
    portal = await ScriptedPortal.start((received) =>
      batchOf([{ ...recordOf('900'), objectWriteTraceId: inputsOf(received)[0]?.objectWriteTraceId }]),
    );
    expect(await portal.crm().updateObjects('contacts', updates(1))).toEqual([
      { position: 0, isWritten: true, id: '900' },
    ]);
  });

  test('writes two updates of one record one after the other', async () => {
    portal = await ScriptedPortal.start(answerUpdate);
    const asked = [...updates(2), { id: '1', properties: { sbx_band: 'B' } }];
    const outcomes = await portal.crm().updateObjects('contacts', asked);
    expect(outcomes.every((outcome) => outcome.isWritten)).toBe(true);
    expect(portal.received.map((received) => inputsOf(received).map(({ id }) => id))).toEqual([['1', '2'], ['1']]);
  });

  test('fails as a whole when a scope is missing, and names the scope', async () => {
    portal = await ScriptedPortal.inTurn(
      refusalOf(403, 'MISSING_SCOPES', {
        errors: [{ message: 'x', context: { requiredGranularScopes: ['crm.objects.leads.write'] } }],
      }),
    );
    const updating = portal.crm().updateObjects('leads', updates(50));
    await expect(updating).rejects.toMatchObject({ code: 'HSC004', failure: 'forbidden', category: 'MISSING_SCOPES' });
    await expect(updating).rejects.toThrow('crm.objects.leads.write');
    expect(portal.received).toHaveLength(1);
  });
});

const note = (
  body: string,
): { properties: Record<string, string>; associations: { toType: string; toId: string }[] } => ({
  properties: { hs_note_body: body, hs_timestamp: '2026-11-20T09:00:00Z' },
  associations: [{ toType: 'contacts', toId: '512' }],
});

/** Creations as HubSpot documents them: with marks it creates what is valid and tells of the rest. */
function answerCreate(received: Received, isMarked: boolean): Reply {
  const inputs = inputsOf(received);
  const isBad = ({ properties }: { properties: Record<string, string> }): boolean =>
    properties['hs_note_body'] === 'bad';
  const results = inputs
    .filter((input) => !isBad(input))
    .map(({ properties, objectWriteTraceId }) => ({
      ...recordOf(`id-of-${properties['hs_note_body']}`, properties),
      ...(isMarked ? { objectWriteTraceId } : {}),
    }))
    .reverse();
  const errors = inputs.filter(isBad).map(({ objectWriteTraceId }) => ({
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: 'Property values were not valid: [{"name":"hs_note_body","error":"TOO_LONG","message":"secret"}]',
    context: { objectWriteTraceId: [objectWriteTraceId] },
  }));
  return { status: 201, ...batchOf(results, errors) };
}

describe('Creating records', () => {
  test.each([true, false])('matches the new ids to what was asked for (marks come back: %p)', async (isMarked) => {
    portal = await ScriptedPortal.start((received) => answerCreate(received, isMarked));
    const outcomes = await portal.crm().createObjects('notes', ['one', 'bad', 'two', 'three'].map(note));
    expect(outcomes).toEqual([
      { position: 0, isWritten: true, id: 'id-of-one' },
      {
        position: 1,
        isWritten: false,
        problem: { category: 'VALIDATION_ERROR', message: 'HubSpot refused it: hs_note_body TOO_LONG.' },
      },
      { position: 2, isWritten: true, id: 'id-of-two' },
      { position: 3, isWritten: true, id: 'id-of-three' },
    ]);
  });

  test.each([
    ['notes', 202],
    ['tasks', 204],
    ['leads', 578],
  ])('hangs %s on their contact in the same call', async (objectType, associationTypeId) => {
    portal = await ScriptedPortal.start((received) => answerCreate(received, true));
    await portal.crm().createObjects(objectType, [note('one')]);
    expect(inputsOf(portal.received[0] as Received)[0]).toMatchObject({
      associations: [{ to: { id: '512' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] }],
    });
  });

  test('fails before anything is sent where an association has no known type', async () => {
    portal = await ScriptedPortal.start((received) => answerCreate(received, true));
    await expect(portal.crm().createObjects('2-77', [note('one')])).rejects.toThrow('association-types.ts');
    expect(portal.received).toEqual([]);
  });

  test('finds those to blame when HubSpot refuses the whole batch', async () => {
    portal = await ScriptedPortal.start((received) =>
      inputsOf(received).some(({ properties }) => properties['hs_note_body'] === 'same')
        ? refusalOf(409, 'CONFLICT')
        : answerCreate(received, true),
    );
    const outcomes = await portal.crm().createObjects('notes', ['one', 'same', 'two'].map(note));
    expect(outcomes.map((outcome) => (outcome.isWritten ? outcome.id : outcome.problem.category))).toEqual([
      'id-of-one',
      'CONFLICT',
      'id-of-two',
    ]);
  });

  test('says that something was created when a later batch fails, whatever it failed of', async () => {
    portal = await ScriptedPortal.start((received, number) =>
      number === 1 ? answerCreate(received, true) : refusalOf(403, 'MISSING_SCOPES'),
    );
    const notes = Array.from({ length: 120 }, (_one, at) => note(`note ${at}`));
    await expect(portal.crm().createObjects('notes', notes)).rejects.toMatchObject({
      failure: 'forbidden',
      isOutcomeUnknown: true,
    });
  });

  test('does not say so when the first batch fails of something that HubSpot decides before', async () => {
    portal = await ScriptedPortal.inTurn(refusalOf(403, 'MISSING_SCOPES'));
    await expect(portal.crm().createObjects('notes', [note('one')])).rejects.toMatchObject({ isOutcomeUnknown: false });
  });

  test('says that something was created when the answer cannot be read', async () => {
    portal = await ScriptedPortal.inTurn({ status: 201, body: { results: 'many' } });
    await expect(portal.crm().createObjects('notes', [note('one')])).rejects.toMatchObject({
      failure: 'unreadable',
      isOutcomeUnknown: true,
    });
  });

  test('says so too when the answer leaves one out', async () => {
    portal = await ScriptedPortal.inTurn({ status: 201, ...batchOf([]) });
    await expect(portal.crm().createObjects('notes', [note('one')])).rejects.toMatchObject({
      failure: 'unreadable',
      isOutcomeUnknown: true,
    });
  });
});

test('Archiving goes in hundreds, each id once, and is tried again', async () => {
  portal = await ScriptedPortal.inTurn({ status: 502 }, { status: 204 });
  const ids = Array.from({ length: 150 }, (_one, at) => String(at));
  await portal.crm().archiveObjects('2-55', [...ids, '3', '4']);
  expect(portal.received.map((received) => inputsOf(received).length)).toEqual([100, 100, 50]);
  expect(portal.received[0]?.path).toBe(`/crm/objects/${apiVersion}/2-55/batch/archive`);
});
