import { describe, expect, test } from '@jest/globals';
import { HereLearner } from '../../../../hubspot/ui/learning/here-learner.ts';
import { seedHistory } from '../../learning/past-portal.ts';
import { morning, PortalBackend } from '../settings/portal-backend.ts';

async function openLearner(contacts: number) {
  const backend = await PortalBackend.open();
  seedHistory(backend.crm, contacts);
  const waited: number[] = [];
  const learner = new HereLearner(backend, {
    now: () => morning,
    wait: async (millis) => {
      waited.push(millis);
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  const [live] = await backend.store.listRevisions();
  return { backend, learner, hash: live!.hash, waited };
}

describe('What learns in the page', () => {
  test('reads page by page, tells how far it is, and learns', async () => {
    const { backend, learner, hash } = await openLearner(450);
    const told: string[] = [];
    learner.subscribe(() => told.push(`${learner.state().state} ${learner.state().done}`));
    await learner.start(hash);
    const { state, result, problem } = learner.state();
    expect([state, problem]).toEqual(['done', null]);
    expect(result).toMatchObject({ leadCount: 450, policyHash: hash });
    expect(result!.axes[0]).toMatchObject({ kind: 'learned', axis: 'fit' });
    expect(backend.inputsOf('learningPage').map(({ after }) => after)).toHaveLength(5);
    expect(told).toEqual(expect.arrayContaining(['reading 100', 'reading 400', 'reading 450', 'training 0']));
  }, 60_000);

  test('goes on after an error with the page that failed, and never reads one twice', async () => {
    const { backend, learner, hash, waited } = await openLearner(250);
    let calls = 0;
    backend.answerInstead({
      learningPage: () => {
        calls += 1;
        return { state: 'unavailable', retryAfterSeconds: 5 };
      },
    });
    await learner.start(hash);
    expect(learner.state()).toMatchObject({ state: 'stopped', refused: { code: 'HSW024' } });
    expect([calls, waited]).toEqual([3, [2_000, 4_000]]);
    backend.answerInstead({ learningPage: null });
    await learner.goOn(hash);
    expect(learner.state()).toMatchObject({ state: 'done', result: { leadCount: 250 } });
    const asked = backend.inputsOf('learningPage').map(({ after }) => after);
    expect(asked.slice(0, 4)).toEqual([null, null, null, null]);
    expect(new Set(asked.slice(3)).size).toBe(3);
  }, 60_000);

  test('that is cancelled says nothing any more', async () => {
    const { backend, learner, hash } = await openLearner(250);
    const release = backend.hold();
    const running = learner.start(hash);
    learner.cancel();
    release();
    await running;
    expect(learner.state()).toMatchObject({ state: 'cancelled', result: null });
    expect(backend.inputsOf('learningPage')).toEqual([]);
  });

  test('learns nothing where nothing is published, or there are too many contacts', async () => {
    const { backend, learner, hash } = await openLearner(5);
    await learner.start(null);
    expect(learner.state()).toMatchObject({ state: 'failed', problem: { code: 'HSL003' } });
    backend.crm.countObjects = () => Promise.resolve(60_000);
    await learner.start(hash);
    expect(learner.state()).toMatchObject({ state: 'failed', problem: { code: 'HSL001' } });
  });
});
