import { defaultSettings } from '../../../core/src/author/learn/default-fields.ts';
import { TableBuilder } from '../../../core/src/author/learn/table/table-builder.ts';
import { train, type TrainingHooks } from '../../../core/src/author/learn/train.ts';
import { policyOfText } from '../../../core/src/author/run/snapshot-texts.ts';
import { prepare } from '../../../core/src/decide/index.ts';
import type { PreparedPolicy } from '../../../core/src/decide/model/prepared-policy.ts';
import { CrmError } from '../../handlers/crm/crm-error.ts';
import { keptFields, pastOfLean } from '../../handlers/learning/lean-lead.ts';
import { notesOf, stoppedByFailures } from '../../handlers/learning/learning-notes.ts';
import { personKeysUnder } from '../../handlers/learning/person-key.ts';
import { readLeadPage } from '../../handlers/learning/read-lead-page.ts';
import { tellTraining } from '../../handlers/learning/tell-training.ts';
import { outcomesFromOf } from '../../handlers/learning/outcomes-from.ts';
import type { Desk } from '../desk.ts';
import { underLease } from '../waiting/keep-lease.ts';
import { keepPage, keptLeads } from './kept-pages.ts';
import { claimRun, endRun, leaveRun, noteProgress, renewRun, type LearningRun } from './learning-run.ts';

/** Longer than any step of a training takes, in which nothing else runs. */
const leaseMillis = 120_000;
/** A job ends long before the queue thinks that it is lost; the next one goes on. */
const readingMillis = 60_000;
/** Between two pages, so that what decides leads finds calls left in the portal's budget. */
const pauseMillis = 1_000;
const mostAttempts = 20;
const noteEveryMillis = 1_000;

/** The run is not ours any more, or the server stops. What is kept stays. */
class LeftInTheMiddle extends Error {}

/**
 * Goes on with the learning of a portal: reads page after page, each kept before the next one, then learns from what is kept. A
 * crash costs the page that was being read. Two workers never do the same: whoever holds the lease works, and only that one's
 * pages are kept.
 *
 * @param pause between two pages
 */
export async function learnInPortal(
  desk: Desk,
  portalId: number,
  pause: (millis: number) => Promise<void> = (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
): Promise<void> {
  const { database, worker } = desk;
  const run = await claimRun(database, portalId, worker, desk.now(), desk.now() + leaseMillis);
  if (run === null) {
    return;
  }
  try {
    const renew = (): Promise<void> => renewRun(database, run, worker, desk.now() + leaseMillis);
    const read = await underLease(leaseMillis, renew, () => readOn(desk, run, pause));
    if (read.state === 'training') {
      await underLease(leaseMillis, renew, () => trainOn(desk, read));
      return;
    }
    await leaveRun(database, read, worker, { notBefore: 0, attempts: 0 });
    await desk.jobs.ask('learn', { portalId });
  } catch (error) {
    await giveUpOrLeave(desk, run, error);
  }
}

/** Reads until everything is read, or long enough. */
async function readOn(desk: Desk, begun: LearningRun, pause: (millis: number) => Promise<void>): Promise<LearningRun> {
  if (begun.state === 'training') {
    return begun;
  }
  const session = await desk.sessions.open(begun.portalId);
  if (session === null) {
    throw new LeftInTheMiddle('The app is not installed any more.');
  }
  const { settings } = (await session.store.readDraft()).configuration;
  const prepared = preparedOf(begun);
  const given = {
    settings,
    lists: desk.lists,
    prepared,
    fields: keptFields(prepared.policy),
    personKeyOf: personKeysUnder(begun.salt ?? begun.runId),
  };
  const until = desk.now() + readingMillis;
  let run = begun;
  while (run.state === 'reading' && desk.now() < until && !desk.isStopping()) {
    const page = await readLeadPage(session.crm, run.afterId, given);
    const kept = await keepPage(desk.database, run, desk.worker, page, desk.now() + leaseMillis);
    if (kept === null) {
      throw new LeftInTheMiddle('Somebody cancelled it, or it is another worker’s.');
    }
    run = kept;
    if (run.state === 'reading') {
      await pause(pauseMillis);
    }
  }
  return run;
}

/** Learns from what is kept. It begins anew where it was stopped in the middle. */
async function trainOn(desk: Desk, run: LearningRun): Promise<void> {
  const { policy } = preparedOf(run);
  const fields = keptFields(policy);
  const builder = new TableBuilder(policy, outcomesFromOf(run.closedCount, run.closedElsewhere));
  for await (const leads of keptLeads(desk.database, run)) {
    leads.forEach((lead) => builder.add(pastOfLean(lead, fields)));
  }
  const now = desk.now();
  const training = await train(
    builder.finish(),
    policy,
    defaultSettings(policy),
    { asOf: run.startedAt, now },
    hooksOf(desk, run),
  );
  const told = tellTraining(training, run.policyHash, notesOf({ areDealsRead: run.areDealsRead }));
  await endRun(desk.database, run, desk.worker, {
    state: 'done',
    now: desk.now(),
    problem: null,
    result: JSON.stringify(told),
  });
}

/** Says how far it is, once a second, and lets other work of the server in between. */
function hooksOf(desk: Desk, run: LearningRun): TrainingHooks {
  let notedAt = 0;
  return {
    async onProgress(phase, done, all) {
      await new Promise((resolve) => setImmediate(resolve));
      if (desk.isStopping()) {
        throw new LeftInTheMiddle('The server stops.');
      }
      const now = desk.now();
      if (now - notedAt < noteEveryMillis) {
        return;
      }
      notedAt = now;
      const at = { phase, done, all, leaseUntil: now + leaseMillis };
      if (!(await noteProgress(desk.database, run, desk.worker, at))) {
        throw new LeftInTheMiddle('Somebody cancelled it, or it is another worker’s.');
      }
    },
  };
}

/** What passes by itself is tried again, later each time; what does not is told where it was asked for. */
async function giveUpOrLeave(desk: Desk, run: LearningRun, error: unknown): Promise<void> {
  const { database, worker } = desk;
  if (error instanceof LeftInTheMiddle) {
    await leaveRun(database, run, worker, { notBefore: 0, attempts: run.attempts });
    return;
  }
  const attempts = run.attempts + 1;
  const isLasting = error instanceof CrmError && ['forbidden', 'refused'].includes(error.failure);
  if (attempts >= mostAttempts || isLasting) {
    const { code, found, next } = stoppedByFailures;
    desk.log.error({ code, portalId: run.portalId, error }, 'learning was given up');
    await endRun(database, run, worker, {
      state: 'failed',
      now: desk.now(),
      problem: { code, found: error instanceof CrmError ? `${found} ${error.message}` : found, next },
      result: null,
    });
    return;
  }
  desk.log.warn({ code: 'HSL006', portalId: run.portalId, error }, 'learning did not go on; it does in a moment');
  const waitMillis = Math.min(300_000, 2_000 * 2 ** attempts);
  await leaveRun(database, run, worker, { notBefore: desk.now() + waitMillis, attempts });
  if (error instanceof CrmError && error.failure === 'unauthorized') {
    throw error;
  }
  await desk.jobs.ask('learn', { portalId: run.portalId }, { startAt: desk.now() + waitMillis });
}

function preparedOf(run: LearningRun): PreparedPolicy {
  return prepare(policyOfText(run.policyText));
}
