import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { UiCallName, UiContent, UiInput } from '../../../hubspot/handlers/ui/ui-calls.ts';
import type { Backend, Result } from '../../../hubspot/ui/backend/backend.ts';
import { readContent, readRefusal } from '../../../hubspot/ui/backend/read-answer.ts';
import { HereLearner } from '../../../hubspot/ui/learning/here-learner.ts';
import { chanceAt, lotOf } from '../learning/past-portal.ts';
import { admin, StandInScene } from './stand-in-scene.ts';

const startMillis = 120_000;
const day = 86_400_000;
const form = { sourceType: 'FORM', sourceId: null, userId: null };
const byHand = { sourceType: 'CRM_UI', sourceId: null, userId: null };

/** The portal lives so long ago. */
let agoMillis = 0;
let scene: StandInScene;
let session: string;

/** The page's way to the functions. */
class SceneBackend implements Backend {
  readonly edition = 'private';
  readonly asked: UiCallName[] = [];

  async call<Name extends UiCallName>(name: Name, input: UiInput<Name>): Promise<Result<UiContent<Name>>> {
    this.asked.push(name);
    const answer = JSON.parse(JSON.stringify(await scene.call(name, input, session))) as Awaited<
      ReturnType<StandInScene['call']>
    >;
    return answer.isAnswered ? readContent(name, answer.content) : readRefusal(answer.refusal);
  }

  takeSession(): void {}
}

/** HubSpot asks for a range, of which the lower end counts. */
const sizes = ['5-25', '25-50', '50-100', '100-500', '500-1000'] as const;

function sizeOf(employees: number): string {
  return sizes.findLast((size) => Number.parseInt(size, 10) <= employees)!;
}

function seed(place: number, count: number): void {
  const { records } = scene.portal;
  const { employees, industry, isWon } = lotOf(place);
  agoMillis = Math.floor((700 - (600 * place) / count) * day);
  const contact = records.createRecord(
    'contacts',
    { email: `person${place}@buyer${place}.example`, numemployees: sizeOf(employees), industry, country: 'Germany' },
    form,
  );
  const stages = { dealname: `Deal ${place}`, pipeline: 'default', dealstage: 'appointmentscheduled' };
  const to = [{ toTypeId: '0-1', toId: contact.id }];
  const deal = records.createRecord('deals', stages, byHand, to);
  agoMillis -= Math.floor((12 + 30 * chanceAt(place + 7_000)) * day);
  const end = isWon
    ? { dealstage: 'closedwon', closed_won_reason: 'Service' }
    : { dealstage: 'closedlost', closed_lost_reason: ['Price', 'No need', 'Timing'][place % 3]! };
  records.updateRecord('deals', deal.id, end, byHand);
  records.updateRecord('contacts', contact.id, { country: 'France' }, byHand);
}

beforeAll(async () => {
  scene = await StandInScene.start({
    now: () => Date.now() - agoMillis,
    moreScopes: ['crm.objects.deals.read'],
  });
  await scene.call('access', {});
  await scene.publishFewPools();
  session = await scene.sessionOf(admin);
  for (let place = 0; place < 240; place += 1) {
    seed(place, 240);
  }
  agoMillis = 0;
}, startMillis);

afterAll(() => scene.close());

describe('Learning in the private edition, against HubSpot', () => {
  test('the page reads the history through functions and learns from it', async () => {
    const backend = new SceneBackend();
    const wait = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const learner = new HereLearner(backend, { now: () => Date.now(), wait });
    const draft = await backend.call('draft', {});
    await learner.start(draft.state === 'answered' ? draft.content.live!.hash : null);
    const { state, refused, problem, result } = learner.state();
    expect([state, refused, problem]).toEqual(['done', null, null]);
    expect(backend.asked.filter((name) => name === 'learningPage')).toHaveLength(3);
    const wonCount = Array.from({ length: 240 }, (_, place) => lotOf(place)).filter(({ isWon }) => isWon).length;
    expect(result).toMatchObject({ leadCount: 240, labels: { count: 240, wonCount }, notes: [] });
  }, 120_000);

  test('a page holds what was known then and what became of it', async () => {
    const backend = new SceneBackend();
    const draft = await backend.call('draft', {});
    const hash = draft.state === 'answered' ? draft.content.live!.hash : '';
    const page = await backend.call('learningPage', { hash, after: null });
    if (page.state !== 'answered') throw new Error(JSON.stringify(page));
    const { leads, areDealsRead, all } = page.content;
    expect([leads.length, areDealsRead, all]).toEqual([100, true, 240]);
    const { employees, isWon } = lotOf(0);
    expect(leads[0]).toMatchObject({
      facts: { employees: Number.parseInt(sizeOf(employees), 10), country: 'de' },
      outcome: isWon ? 'won' : 'lost',
      stage: isWon ? 'closedwon' : 'closedlost',
    });
    expect(Object.fromEntries(leads[0]!.changes)).toHaveProperty('country');
    expect(JSON.stringify(page.content)).not.toMatch(/person0|buyer0/);
  });

  test('a revision that the portal never had is refused with words', async () => {
    const answer = await new SceneBackend().call('learningPage', { hash: 'ab'.repeat(32), after: null });
    expect(answer).toMatchObject({ state: 'refused', problems: [{ code: 'HSL005' }] });
  });
});
