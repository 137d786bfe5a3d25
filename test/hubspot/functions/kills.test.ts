import { describe, expect, test } from '@jest/globals';
import { checkTurns, readEntries } from './check-turns.ts';
import { Killed, killedAt } from './killed-crm.ts';
import { asked, decideOnce, privateScene } from './private-scene.ts';

/** Longer than any function lives. */
const laterMillis = 31_000;

describe.each(['before', 'after'] as const)('A function that is stopped %s any of its calls', (when) => {
  test('is finished by the next one, and nothing is done twice', async () => {
    const scene = await privateScene();
    let at = 1;
    for (; ; at += 1) {
      const contactId = scene.addContact();
      if (await isFinished(() => decideOnce(scene, killedAt(scene.crm, at, when).crm, [asked(contactId)]))) {
        break;
      }
      scene.wait(laterMillis);
      const [answer] = await decideOnce(scene, scene.crm, [asked(contactId, 'again')]);
      expect([at, answer?.state]).toEqual([at, expect.stringMatching(/^(decided|repeated)$/)]);
      const givenTo = scene.crm.valueOf('contacts', contactId, 'sbx_given_to');
      const owner = scene.crm.owners.find(({ firstName }) => firstName === givenTo);
      expect([at, scene.crm.valueOf('contacts', contactId, 'hubspot_owner_id')]).toEqual([at, owner?.id]);
      const associated = await scene.crm.readAssociations('contacts', 'notes', [contactId]);
      expect([at, associated.get(contactId)?.length]).toEqual([at, 1]);
      const tasks = await scene.crm.readAssociations('contacts', 'tasks', [contactId]);
      expect([at, tasks.get(contactId)?.length]).toEqual([at, 1]);
    }
    expect(at).toBeGreaterThan(20);
    const { decisions, broken } = await checkTurns(scene.crm, () => 1);
    expect(broken).toEqual([]);
    expect(decisions).toHaveLength(at);
    const entries = await readEntries(scene.crm);
    expect(entries.filter(({ state }) => state === 'open' || state === 'due')).toEqual([]);
    expect(entries.filter(({ kind }) => kind === 'return')).toEqual([]);
  });
});

/** Whether an invocation came to its end before it could be stopped. */
async function isFinished(invoke: () => Promise<unknown>): Promise<boolean> {
  try {
    await invoke();
    return true;
  } catch (error) {
    if (error instanceof Killed) {
      return false;
    }
    throw error;
  }
}
