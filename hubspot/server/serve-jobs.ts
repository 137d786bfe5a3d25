import { tellAlerts } from './alerts/tell-alerts.ts';
import { applyDue } from './applying/apply-due.ts';
import { lookAtContacts } from './clocks/look-at-contacts.ts';
import { lookAtDueClocks } from './clocks/look-at-clocks.ts';
import { decideWaiting } from './deciding/decide-waiting.ts';
import type { Desk } from './desk.ts';
import { preparePortal } from './installing/prepare-portal.ts';
import { reconcilePortal } from './rebuild/reconcile-portal.ts';
import { rebuildPortals } from './rebuild/rebuild-portals.ts';
import { validateDraft } from './rules/validate-draft.ts';
import { watchRules } from './rules/watch-rules.ts';
import { sealDecisions } from './sealing/seal-decisions.ts';
import { recountOpenWork } from './upkeep/recount-open-work.ts';
import { sweep } from './upkeep/sweep.ts';

const watchEveryMillis = 500;

/** The workers of a server. */
export type Work = { stop(): Promise<void> };

/** Starts doing jobs. Whatever a job is about stands in the tables: a job that is lost costs time, and nothing else. */
export async function serveJobs(desk: Desk, start: { readonly isRebuildNeeded: boolean }): Promise<Work> {
  const { jobs } = desk;
  if (start.isRebuildNeeded) {
    await rebuildPortals(desk);
  }
  await jobs.serve('decide', 3, async ({ portalId }) => void (await decideWaiting(desk, portalId)));
  await jobs.serve('apply', 2, ({ portalId }) => applyDue(desk, portalId));
  await jobs.serve('look', 1, ({ portalId }) => lookAtContacts(desk, portalId));
  await jobs.serve('clock', 1, ({ portalId }) => lookAtDueClocks(desk, portalId));
  await jobs.serve('rules', 1, ({ portalId }) => validateDraft(desk, portalId));
  // It mostly waits for the portal's budget of calls: who installs at the same time need not wait for the others' as well.
  await jobs.serve('prepare', 4, ({ portalId }) => preparePortal(desk, portalId));
  await jobs.serve('seal', 1, async ({ portalId }) => void (await sealDecisions(desk.database, portalId)));
  await jobs.serve('upkeep', 1, async () => {
    await desk.mirrorPortals();
    await sweep(desk);
    await forEachPortal(desk, (portalId) => tellAlerts(desk, portalId));
  });
  await jobs.serve('recount', 1, () => forEachPortal(desk, (portalId) => recountOpenWork(desk.database, portalId)));
  await jobs.serve('reconcile', 1, ({ portalId }) =>
    portalId === 0 ? forEachPortal(desk, (each) => reconcilePortal(desk, each)) : reconcilePortal(desk, portalId),
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

async function forEachPortal(desk: Desk, work: (portalId: number) => Promise<unknown>): Promise<void> {
  const portals = await desk.database.query<{ portal_id: number }>(
    `select portal_id from portal where state = 'installed' order by portal_id`,
  );
  for (const { portal_id: portalId } of portals) {
    try {
      await work(portalId);
    } catch (error) {
      // One portal that does not answer holds up no other.
      desk.log.warn({ code: 'HSV052', portalId, error }, 'upkeep did not come to its end in a portal; it comes again');
    }
  }
}

/** A timer, not jobs: twice a second is too often for a queue, and a missed look costs nothing. */
function watchAgainAndAgain(desk: Desk): Work {
  let isOver = false;
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(async () => {
      if (isOver) {
        return;
      }
      try {
        await watchRules(desk);
      } catch (error) {
        desk.log.debug({ code: 'HSV053', error }, 'the rules could not be looked at; they are in a moment');
      }
      for (const error of await desk.sessions.keepFresh(desk.now())) {
        desk.log.debug(
          { code: 'HSV054', error },
          'people and settings could not be read ahead; whoever needs them does',
        );
      }
    });
  }, watchEveryMillis);
  return {
    async stop() {
      isOver = true;
      clearInterval(timer);
      await running;
    },
  };
}
