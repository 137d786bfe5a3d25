import { tellAlerts } from './alerts/tell-alerts.ts';
import { applyDue } from './applying/apply-due.ts';
import { lookAtContacts } from './clocks/look-at-contacts.ts';
import { lookAtDueClocks } from './clocks/look-at-clocks.ts';
import { decideWaiting } from './deciding/decide-waiting.ts';
import type { Desk } from './desk.ts';
import { preparePortal } from './installing/prepare-portal.ts';
import type { JobName } from './jobs/job-queue.ts';
import { repeatWork, type Work } from './jobs/repeat-work.ts';
import { learnInPortal } from './learning/learn-in-portal.ts';
import { workInPortal } from './portals/work-in-portal.ts';
import { reconcilePortal } from './rebuild/reconcile-portal.ts';
import { rebuildPortals } from './rebuild/rebuild-portals.ts';
import { validateDraft } from './rules/validate-draft.ts';
import { watchRules, type Watching } from './rules/watch-rules.ts';
import { sealDecisions } from './sealing/seal-decisions.ts';
import { eraseUninstalled } from './upkeep/erase-uninstalled.ts';
import { recountOpenWork } from './upkeep/recount-open-work.ts';
import { sweep } from './upkeep/sweep.ts';

const watchEveryMillis = 500;

/** Starts doing jobs. Whatever a job is about stands in the tables: a job that is lost costs time, and nothing else. */
export async function serveJobs(desk: Desk, start: { readonly isRebuildNeeded: boolean }): Promise<Work> {
  const { jobs } = desk;
  if (start.isRebuildNeeded) {
    await rebuildPortals(desk);
  }
  const serve = (name: JobName, concurrency: number, work: (portalId: number) => Promise<unknown>): Promise<void> =>
    jobs.serve(name, concurrency, ({ portalId }) => workInPortal(desk, portalId, () => work(portalId)));
  await serve('decide', 3, (portalId) => decideWaiting(desk, portalId));
  await serve('apply', 2, (portalId) => applyDue(desk, portalId));
  await serve('look', 1, (portalId) => lookAtContacts(desk, portalId));
  await serve('clock', 1, (portalId) => lookAtDueClocks(desk, portalId));
  await serve('rules', 1, (portalId) => validateDraft(desk, portalId));
  // It mostly waits for the portal's budget of calls: who installs at the same time need not wait for the others' as well.
  await serve('prepare', 4, (portalId) => preparePortal(desk, portalId));
  await serve('learn', 1, (portalId) => learnInPortal(desk, portalId));
  await serve('seal', 1, (portalId) => sealDecisions(desk.database, portalId));
  // Portal 0 asks for a job of each: one that does not answer has its own time, and holds up no other.
  await serve('upkeep', 2, (portalId) => (portalId === 0 ? lookAfterAll(desk) : tellOf(desk, portalId)));
  await serve('recount', 1, (portalId) =>
    portalId === 0 ? askForEach(desk, 'recount') : recountOpenWork(desk.database, portalId),
  );
  await serve('reconcile', 2, (portalId) =>
    portalId === 0 ? askForEach(desk, 'reconcile') : reconcilePortal(desk, portalId),
  );
  await jobs.serveFailed(async ({ name, data }) => {
    desk.log.error({ code: 'HSV051', portalId: data.portalId, job: name }, 'a job was given up after all its tries');
    await desk.alert(data.portalId, {
      code: 'HSV051',
      about: `job ${name}`,
      message: `The job ${name} failed again and again and was given up. What it was about is still kept and comes again.`,
      nextStep: 'Look at the log for the errors before this one; they say what HubSpot or the database answered.',
    });
  });
  await jobs.askRegularly('upkeep', '* * * * *');
  await jobs.askRegularly('recount', '17 * * * *');
  await jobs.askRegularly('reconcile', '37 * * * *');
  // Whatever was left when the last server stopped is taken up now and not at the next full minute.
  await jobs.ask('upkeep', { portalId: 0 });
  const watch = watchAgainAndAgain(desk);
  return { stop: () => watch.stop() };
}

/** What every minute is for. Told of is who has something to be told. */
async function lookAfterAll(desk: Desk): Promise<void> {
  await desk.mirrorPortals();
  await sweep(desk);
  await askForEach(
    desk,
    'upkeep',
    'portal_id in (select portal_id from alert where told_at is null and cleared_at is null)',
  );
  await eraseUninstalled(desk.database, desk.now());
}

/** Comes every minute anyway, and an alert that alerts cannot be told would be told as little. */
async function tellOf(desk: Desk, portalId: number): Promise<void> {
  try {
    await workInPortal(desk, portalId, () => tellAlerts(desk, portalId));
  } catch (error) {
    desk.log.warn({ code: 'HSV052', portalId, error }, 'upkeep did not come to its end in a portal; it comes again');
  }
}

/** Asks for a job of each portal that has the app, or of those of them that a condition holds for. */
async function askForEach(desk: Desk, name: JobName, condition = 'true'): Promise<void> {
  const portals = await desk.database.query<{ portal_id: number }>(
    `select portal_id from portal where state = 'installed' and ${condition} order by portal_id`,
  );
  for (const { portal_id: portalId } of portals) {
    await desk.jobs.ask(name, { portalId });
  }
}

/** Timers, not jobs: twice a second is too often for a queue, and a missed look costs nothing. */
function watchAgainAndAgain(desk: Desk): Work {
  const watching: Watching = new Map();
  const timers = [
    repeatWork(watchEveryMillis, async () => {
      try {
        await watchRules(desk, watching);
      } catch (error) {
        desk.log.debug({ code: 'HSV053', error }, 'the rules could not be looked at; they are in a moment');
      }
    }),
    repeatWork(watchEveryMillis, async () => {
      for (const error of await desk.sessions.keepFresh(desk.now())) {
        desk.log.debug(
          { code: 'HSV054', error },
          'people and settings could not be read ahead; whoever needs them does',
        );
      }
    }),
  ];
  return {
    async stop() {
      await Promise.all(timers.map((timer) => timer.stop()));
      await Promise.all(watching.values());
    },
  };
}
