import { describe, expect, test } from '@jest/globals';
import { refusingOwner } from '../effects/refusing-owner.ts';
import { checkTurns, readEntries } from './check-turns.ts';
import { asked, decideOnce, privateScene } from './private-scene.ts';

describe('A contact in the private edition', () => {
  test('is decided, written and kept', async () => {
    const scene = await privateScene();
    const contactId = scene.addContact({ country: 'Germany' });
    const [answer] = await decideOnce(scene, scene.crm, [asked(contactId)]);
    expect(answer).toMatchObject({ state: 'decided', standing: { destinationKey: 'enterprise', givenToKey: 'ana' } });
    expect(scene.crm.valueOf('contacts', contactId, 'hubspot_owner_id')).toBe('1001');
    expect(scene.crm.valueOf('contacts', contactId, 'sbx_given_to')).toBe('ana');
    expect(scene.crm.idsOf('notes')).toHaveLength(1);
  });

  test('that is decided again to the same keeps its owner and costs no turn', async () => {
    const scene = await privateScene();
    const contactId = scene.addContact();
    await decideOnce(scene, scene.crm, [asked(contactId)]);
    scene.wait(60_000);
    const [again] = await decideOnce(scene, scene.crm, [asked(contactId)]);
    expect(again).toMatchObject({ state: 'repeated', standing: { givenToKey: 'dev' } });
    expect(scene.crm.idsOf('notes')).toHaveLength(1);
  });

  test('whose owner the portal does not take gives the turn back, once', async () => {
    const scene = await privateScene();
    const contactId = scene.addContact({ country: 'Germany' });
    const picky = refusingOwner(scene.crm, '1001');
    expect(await decideOnce(scene, picky, [asked(contactId)])).toMatchObject([{ standing: { givenToKey: 'ana' } }]);
    expect(scene.crm.valueOf('contacts', contactId, 'sbx_given_to')).toBe('ana');
    const entries = await readEntries(scene.crm);
    expect(entries.filter(({ kind }) => kind === 'return')).toHaveLength(1);
    expect((await checkTurns(scene.crm, () => 1)).broken).toEqual([]);
    const next = scene.addContact({ country: 'Germany' });
    expect(await decideOnce(scene, scene.crm, [asked(next)])).toMatchObject([{ standing: { givenToKey: 'ana' } }]);
    expect(entries.find(({ kind }) => kind === 'alert')?.texts.body).toContain('HSV021');
  });

  test('who comes in again is a new arrival, and one event that comes twice is not', async () => {
    const scene = await privateScene();
    const contactId = scene.addContact();
    const submitted = (happenedAt: number) => [{ contactId, reason: 'submitted' as const, call: null, happenedAt }];
    const [first] = await decideOnce(scene, scene.crm, submitted(scene.crm.now));
    expect(first).toMatchObject({ standing: { submissionKey: `${contactId}/1` } });
    const [twice] = await decideOnce(scene, scene.crm, submitted(scene.crm.now - 20));
    expect(twice).toMatchObject({ standing: { submissionKey: `${contactId}/1` } });
    scene.wait(3_600_000);
    await decideOnce(scene, scene.crm, submitted(scene.crm.now));
    const claims = (await readEntries(scene.crm)).filter(({ kind }) => kind === 'claim');
    expect(claims.map(({ state }) => state)).toEqual(['settled', 'settled']);
  });

  test('that is gone is no longer waited for', async () => {
    const scene = await privateScene();
    const [answer] = await decideOnce(scene, scene.crm, [asked('987654')]);
    expect(answer).toEqual({ contactId: '987654', state: 'gone', mergedInto: null });
    const claims = (await readEntries(scene.crm)).filter(({ kind }) => kind === 'claim');
    expect(claims.map(({ state }) => state)).toEqual(['gone']);
  });

  test('waits where no time is left, and is decided by whoever comes by', async () => {
    const scene = await privateScene();
    const contactId = scene.addContact();
    expect(await decideOnce(scene, scene.crm, [asked(contactId)], 0)).toEqual([{ contactId, state: 'waiting' }]);
    expect(await decideOnce(scene, scene.crm, [asked(contactId)])).toMatchObject([{ state: 'decided' }]);
    expect((await readEntries(scene.crm)).filter(({ kind }) => kind === 'claim')).toHaveLength(1);
  });
});
