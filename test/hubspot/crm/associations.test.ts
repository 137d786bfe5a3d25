import { afterEach, describe, expect, test } from '@jest/globals';
import { apiVersion } from '../../../hubspot/handlers/crm/api-version.ts';
import { batchOf, ScriptedPortal } from './scripted-portal.ts';

let portal: ScriptedPortal;

afterEach(() => portal.close());

describe('Reading associations', () => {
  const types = [{ category: 'HUBSPOT_DEFINED', typeId: 279, label: null }];
  const to = (...others: number[]): unknown[] => others.map((toObjectId) => ({ toObjectId, associationTypes: types }));

  test('gives every record a list, also one without associations and one that is gone', async () => {
    const none = (id: string, subCategory: string): unknown => ({
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      subCategory,
      message: `No company is associated with contact ${id}.`,
      context: { fromObjectId: [id], fromObjectType: ['contact'], toObjectType: ['company'] },
    });
    portal = await ScriptedPortal.inTurn(
      batchOf(
        [{ from: { id: '1' }, to: to(11, 12, 11) }],
        [none('2', 'crm.associations.NO_ASSOCIATIONS_FOUND'), none('3', 'crm.associations.OBJECT_NOT_FOUND')],
      ),
    );
    const found = await portal.crm().readAssociations('contacts', 'companies', ['1', '2', '3']);
    expect([...found]).toEqual([
      ['1', ['11', '12']],
      ['2', []],
      ['3', []],
    ]);
    expect(portal.received[0]?.path).toBe(`/crm/associations/${apiVersion}/contacts/companies/batch/read`);
  });

  test('goes on with those that have more pages', async () => {
    portal = await ScriptedPortal.inTurn(
      batchOf([
        { from: { id: '1' }, to: to(11), paging: { next: { after: 'MTE=', link: 'x' } } },
        { from: { id: '2' }, to: to(21) },
      ]),
      batchOf([{ from: { id: '1' }, to: to(12) }]),
    );
    expect((await portal.crm().readAssociations('contacts', 'leads', ['1', '2'])).get('1')).toEqual(['11', '12']);
    expect(portal.bodies[1]).toEqual({ inputs: [{ id: '1', after: 'MTE=' }] });
  });

  test('fails when HubSpot could not read them for another reason', async () => {
    const failure = { status: 'error', category: 'INTERNAL_ERROR', message: 'It broke.' };
    portal = await ScriptedPortal.inTurn(batchOf([], [failure]));
    await expect(portal.crm().readAssociations('contacts', 'leads', ['1'])).rejects.toMatchObject({
      failure: 'unavailable',
      category: 'INTERNAL_ERROR',
    });
  });
});
