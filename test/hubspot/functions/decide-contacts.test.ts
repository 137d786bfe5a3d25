import { describe, expect, test } from '@jest/globals';
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
});
