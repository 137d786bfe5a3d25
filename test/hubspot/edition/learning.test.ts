import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { ask } from '../../bench/hubspot-apps/ui-caller.ts';
import { lotOf } from '../learning/past-portal.ts';

const contacts = 130;
const byHand = { sourceType: 'CRM_UI', sourceId: null, userId: null };
let edition: Edition;

beforeAll(async () => {
  edition = await startEdition();
  await installEdition(edition, edition.portal, 'observe');
  const { records } = edition.portal;
  for (let place = 0; place < contacts; place += 1) {
    const { industry, isWon } = lotOf(place);
    const { id } = records.createRecord('contacts', { email: `p${place}@buyer${place}.example`, industry }, byHand);
    records.createRecord(
      'deals',
      { dealname: `Deal ${place}`, pipeline: 'default', dealstage: isWon ? 'closedwon' : 'closedlost' },
      byHand,
      [{ toTypeId: '0-1', toId: id }],
    );
  }
}, 120_000);

afterAll(() => edition.close(), 30_000);

test('A whole server learns in a job: all contacts are read, and leads of today are called too young to teach', async () => {
  const { portal } = edition;
  expect(await ask(edition, portal, 'learning', {})).toMatchObject({ state: 'none', result: null });
  const begun = await ask(edition, portal, 'startLearning', {});
  expect(begun).toMatchObject({ state: expect.stringMatching(/reading|training|done/), problem: null });
  let told = begun;
  const until = Date.now() + 60_000;
  while (told.state === 'reading' || told.state === 'training') {
    if (Date.now() > until) throw new Error(JSON.stringify(told));
    await new Promise((resolve) => setTimeout(resolve, 250));
    told = await ask(edition, portal, 'learning', {});
  }
  expect([told.state, told.problem]).toEqual(['done', null]);
  const { result } = told;
  expect(result).toMatchObject({ leadCount: contacts, labels: { count: 0, censoredCount: contacts } });
  expect(result!.hygiene.isStopped).toBe(true);
  expect(result!.axes.map(({ kind }) => kind)).toEqual(['refused', 'refused']);
  expect(result!.notes).toEqual([]);
}, 120_000);
