import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { servePortal, type Answered, type ServedPortal } from './serve-portal.ts';

const objects = '/crm/objects/2026-09/p7_turn';

let portal: ServedPortal;

beforeEach(async () => {
  portal = await servePortal({ searchDelayMillis: 1_500 });
  const text = (name: string, hasUniqueValue: boolean): object => ({
    name,
    label: name,
    type: 'string',
    fieldType: 'text',
    hasUniqueValue,
  });
  const made = await portal.request('POST', '/crm-object-schemas/2026-09/schemas', {
    name: 'turn',
    labels: { singular: 'Turn', plural: 'Turns' },
    primaryDisplayProperty: 'turn_key',
    requiredProperties: ['turn_key'],
    properties: [text('turn_key', true), text('taker', false)],
    associatedObjects: [],
  });
  expect(made.status).toBe(201);
});
afterEach(() => portal.close());

const create = (key: string, taker = 'ana'): Promise<Answered> =>
  portal.request('POST', objects, { properties: { turn_key: key, taker } });
const createBatch = (...inputs: object[]): Promise<Answered> =>
  portal.request('POST', `${objects}/batch/create`, { inputs });
const input = (key: string): object => ({ properties: { turn_key: key } });
const readByKey = (...keys: string[]): Promise<Answered> =>
  portal.request('POST', `${objects}/batch/read`, {
    idProperty: 'turn_key',
    properties: ['turn_key', 'taker'],
    inputs: keys.map((id) => ({ id })),
  });
const keysOf = ({ body }: Answered): unknown[] =>
  (body['results'] as { properties: Record<string, unknown> }[]).map(({ properties }) => properties['turn_key']);

describe('a unique value of a custom object', () => {
  test('is refused to a second record, and the refusal names the first', async () => {
    const first = await create('east:1');
    const second = await create('EAST:1', 'ben');
    expect(second.status).toBe(400);
    expect(second.body).toMatchObject({
      category: 'VALIDATION_ERROR',
      errors: [{ code: 'CONFLICTING_UNIQUE_VALUE', context: { propertyName: ['turn_key'] } }],
    });
    expect(second.body['message']).toContain(`${String(first.body['id'])} already has that value.`);
  });

  test('is given to one of many that ask at once, one by one or in batches', async () => {
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, (_, place) => create('east:1', `rep ${place}`)),
      ...Array.from({ length: 10 }, (_, place) => createBatch(input(`own:${place}`), input('east:1'))),
    ]);
    const winners = answers.filter(({ status }) => status === 201);
    expect(winners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(19);
    // A batch without traces is made whole or not at all.
    const { results } = winners[0]!.body as { results?: readonly unknown[] };
    const kept = portal.records.listRecords('p7_turn').map((record) => record.value('turn_key'));
    expect(kept.filter((key) => key === 'east:1')).toHaveLength(1);
    expect(kept).toHaveLength(results?.length ?? 1);
  });

  test('refuses only its own input of a batch whose inputs carry traces', async () => {
    await create('east:1');
    const answer = await createBatch(
      { ...input('east:1'), objectWriteTraceId: 'a' },
      { ...input('east:2'), objectWriteTraceId: 'b' },
      { ...input('east:2'), objectWriteTraceId: 'c' },
    );
    expect(answer.status).toBe(207);
    expect(keysOf(answer)).toEqual(['east:2']);
    expect(answer.body['errors']).toMatchObject([
      { category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['a'] } },
      { category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['c'] } },
    ]);
  });

  test('makes one record of upserts that come at once', async () => {
    const upsert = (taker: string): Promise<Answered> =>
      portal.request('POST', `${objects}/batch/upsert`, {
        inputs: [{ idProperty: 'turn_key', id: 'east:1', properties: { taker } }],
      });
    const answers = await Promise.all(['ana', 'ben', 'cleo'].map(upsert));
    const news = answers.map(({ body }) => (body['results'] as { new: boolean }[])[0]!.new);
    expect(news.filter((isNew) => isNew)).toHaveLength(1);
    expect(portal.records.listRecords('p7_turn')).toHaveLength(1);
  });

  test('leads to its record at once, also after a change, while searches lag behind', async () => {
    const search = async (): Promise<unknown> =>
      (
        await portal.request('POST', `${objects}/search`, {
          filterGroups: [{ filters: [{ propertyName: 'turn_key', operator: 'EQ', value: 'east:1' }] }],
        })
      ).body['total'];
    const { body } = await create('east:1');
    expect(keysOf(await readByKey('east:1'))).toEqual(['east:1']);
    expect(await search()).toBe(0);
    portal.wait(2_500);
    expect(await search()).toBe(1);
    await portal.request('PATCH', `${objects}/${String(body['id'])}`, { properties: { turn_key: 'east:9' } });
    const both = await readByKey('east:1', 'east:9');
    expect([both.status, keysOf(both)]).toEqual([207, ['east:9']]);
    expect((await create('east:1')).status).toBe(201);
    expect((await portal.request('GET', `${objects}/east:9?idProperty=turn_key`)).status).toBe(200);
  });

  test('is needed to read by a property', async () => {
    const answer = await portal.request('GET', `${objects}/ana?idProperty=taker`);
    expect([answer.status, answer.body['category']]).toEqual([400, 'VALIDATION_ERROR']);
  });
});
