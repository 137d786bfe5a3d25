import { describe, expect, test } from '@jest/globals';
import { checkTurns } from './check-turns.ts';
import { fewPools } from './few-pools.ts';
import { asked, decideOnce, privateScene, type PrivateScene } from './private-scene.ts';

const contacts = 100;
const countries = ['Germany', 'Spain', 'France'];

describe('Two hundred invocations at once', () => {
  test('give every contact one owner, no turn twice, and everybody their share', async () => {
    const scene = await privateScene();
    shuffleCalls(scene);
    const ids = Array.from({ length: contacts }, (_, place) => scene.addContact({ country: countries[place % 3]! }));
    // Each contact is asked for by two, who know nothing of each other.
    await Promise.all([...ids, ...ids].map((id) => untilDecided(scene, id)));
    const { decisions, broken, deviation } = await checkTurns(scene.crm, () => 1);
    expect(broken).toEqual([]);
    expect(new Set(decisions.map(({ contactId }) => contactId)).size).toBe(contacts);
    for (const id of ids) {
      const versions = (await scene.crm.readObjects('contacts', [id], [], ['hubspot_owner_id']))[0]!;
      expect(versions.history['hubspot_owner_id']).toHaveLength(1);
      expect((await scene.crm.readAssociations('contacts', 'notes', [id])).get(id)).toHaveLength(1);
    }
    expect(decisions).toHaveLength(contacts);
    const weights = new Map(
      fewPools().members.map((member) => [`${member.poolKey} ${member.memberKey}`, member.weight]),
    );
    for (const pool of ['enterprise', 'smallBusiness', 'inbound']) {
      const weighed = await checkTurns(scene.crm, (key) => weights.get(`${pool} ${key}`) ?? 0);
      expect(weighed.deviation.get(`live/${pool}`)).toBeLessThan(1);
    }
    expect(deviation.size).toBe(3);
  }, 120_000);
});

/** Calls of different invocations overtake each other, another way in each run of the generator. */
function shuffleCalls(scene: PrivateScene): void {
  scene.crm.beforeCall = async () => {
    for (let turns = Math.floor(scene.moment.chance() * 8); turns > 0; turns -= 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
}

async function untilDecided(scene: PrivateScene, contactId: string): Promise<void> {
  for (let number = 1; number <= 50; number += 1) {
    const [answer] = await decideOnce(scene, scene.crm, [{ ...asked(contactId), reason: 'keep' }]);
    if (answer?.state === 'decided' || answer?.state === 'repeated') {
      return;
    }
  }
  throw new Error(`Contact ${contactId} was not decided after 50 calls.`);
}
