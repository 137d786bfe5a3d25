import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { LocalCallBudget } from '../handlers/crm/local-call-budget.ts';
import { readLookupLists } from '../../core/src/author/run/look-up-lists.ts';
import { consequencesOf } from '../handlers/events/consequences.ts';
import { eventKeyOf } from '../handlers/events/event-key.ts';
import { watchedProperties } from '../handlers/events/watched-properties.ts';
import { withoutPersonal } from '../handlers/events/without-personal.ts';
import { serveAction } from './actions/serve-actions.ts';
import { raiseAlert, type Alert } from './alerts/raise-alert.ts';
import type { Configuration } from './configuration/configuration.ts';
import type { Database } from './database/database.ts';
import { holdFolder } from './database/embedded-folder.ts';
import { migrate } from './database/migrate.ts';
import type { EmbeddedDatabase } from './database/open-embedded.ts';
import { openPostgres } from './database/open-postgres.ts';
import type { Desk } from './desk.ts';
import { buildApp } from './http/app.ts';
import { DatabaseOnceMemory } from './http/once/database-once-memory.ts';
import { stopGracefully } from './http/stop-gracefully.ts';
import { acceptEvents } from './inbox/accept-events.ts';
import { Credentials } from './installing/credentials.ts';
import { mirrorPortals } from './installing/mirror-portals.ts';
import { OAuthClient } from './installing/oauth-client.ts';
import { TokenSeal } from './installing/sealing/token-seal.ts';
import { FileCredentialStore } from './installing/storing/file-credential-store.ts';
import { TableCredentialStore } from './installing/storing/table-credential-store.ts';
import { uninstallPortal } from './installing/uninstall-portal.ts';
import { openJobQueue, type JobQueue } from './jobs/job-queue.ts';
import type { Work } from './jobs/repeat-work.ts';
import { createMetrics } from './observing/create-metrics.ts';
import { healthOf } from './observing/health-of.ts';
import type { Log } from './observing/log.ts';
import { openSessions } from './portals/open-sessions.ts';
import { oneBudgetEach } from './portals/one-budget-each.ts';
import { shareCallBudget } from './portals/shared-call-budget.ts';
import { serveJobs } from './serve-jobs.ts';
import { serveUi } from './ui/serve-ui.ts';

const schema = 'signalbox';
const jobSchema = 'signalbox_jobs';
const mostConnections = 10;
/** Work is not cut off at once, however long requests took. */
const leastRestMillis = 1_000;

export type RunningServer = {
  /** Where it answers. */
  readonly url: string;
  /**
   * Stops. Requests and then jobs have the configured seconds together to come to their end; what has not by then, such as a call
   * to a HubSpot that does not answer, is left and done again by whoever starts next.
   */
  stop(): Promise<void>;
};

/** What a server needs of its surroundings beside its configuration. */
export type Surroundings = { readonly log: Log; readonly now: () => number; readonly isProcessMeasured: boolean };

/**
 * Starts a server: database, queue, workers, and last the door, so that nothing comes in before it can be kept.
 *
 * @throws MigrationError, FolderInUseError, or what the database says when it cannot be reached
 */
export async function startServer(configuration: Configuration, surroundings: Surroundings): Promise<RunningServer> {
  const { log, now } = surroundings;
  const opened = await openDatabase(configuration, log);
  const { database } = opened;
  const ran = await migrate(database, schema, now());
  if (ran.length > 0) {
    log.info({ count: ran.length }, 'the database was brought to the form of this version');
  }
  const seal = new TokenSeal(configuration.tokenKeys);
  const isEmbedded = configuration.database.form === 'embedded';
  const store = isEmbedded
    ? new FileCredentialStore(path.join(configuration.dataFolder, 'portals.json'), seal)
    : new TableCredentialStore(database, seal);
  const metrics = createMetrics({ isProcessMeasured: surroundings.isProcessMeasured });
  const alert = async (portalId: number, raised: Alert): Promise<void> => {
    metrics.countAlert(raised.code);
    if (await raiseAlert(database, portalId, raised, now())) {
      log.warn({ portalId, code: raised.code }, raised.message);
    }
  };
  const oauth = new OAuthClient({ ...configuration.hubspot });
  const sleep = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));
  const credentials = new Credentials({ store, oauth, now, sleep, alert });
  const jobs = await openJobQueue(opened.queue, jobSchema, (error) =>
    log.warn({ code: 'HSV050', error }, 'the job queue could not do something; it goes on'),
  );
  let isStopping = false;
  const desk: Desk = {
    database,
    jobs,
    sessions: openSessions({
      database,
      credentials,
      apiUrl: configuration.hubspot.apiUrl,
      budgetOf: oneBudgetEach((portalId) =>
        isEmbedded ? new LocalCallBudget() : shareCallBudget(database, portalId, { now, wait: sleep }),
      ),
      metrics,
    }),
    lists: readLookupLists([], []),
    log,
    metrics,
    worker: randomUUID(),
    now,
    isStopping: () => isStopping,
    newSalt: () => randomBytes(16).toString('hex'),
    alert,
    mirrorPortals: () => (isEmbedded ? mirrorPortals(store, database) : Promise.resolve()),
  };
  await desk.mirrorPortals();
  const reading = {
    keyOf: eventKeyOf,
    consequencesOf: (event: Parameters<typeof consequencesOf>[0]) =>
      consequencesOf(event, {
        appId: configuration.hubspot.appId,
        watched: watchedProperties,
        ruleTypeIds: new Set<string>(),
      }),
  };
  const ui = serveUi(desk, {
    keys: configuration.tokenKeys,
    installedBy: (portalId) => store.installedBy(portalId),
    uninstall: (portalId) => uninstallPortal(portalId, { store, credentials, oauth, now, sleep, log }),
  });
  const app = buildApp(
    {
      now,
      newId: randomUUID,
      metrics,
      store,
      oauth,
      once: new DatabaseOnceMemory(database),
      acceptEvents: (events) => acceptEvents(database, jobs, reading, events.map(withoutPersonal), now()),
      answerAction: (call) => serveAction(desk, call.portalId, call),
      installed: async (portalId) => {
        await desk.mirrorPortals();
        desk.sessions.forget(portalId);
        await jobs.ask('prepare', { portalId });
      },
      ui: ui.ports,
      accessOf: ui.accessOf,
      health: () => healthOf(database, jobs, metrics, now()),
    },
    configuration,
    log,
  );
  const work = await serveJobs(desk, { isRebuildNeeded: opened.isRebuildNeeded });
  const url = await app.listen({ host: configuration.host, port: configuration.port });
  log.info({ port: Number(new URL(url).port), form: database.form }, 'the server answers');
  return {
    url,
    async stop() {
      isStopping = true;
      const endAt = performance.now() + configuration.stopSeconds * 1_000;
      await stopGracefully(app, configuration.stopSeconds);
      const restMillis = Math.max(leastRestMillis, endAt - performance.now());
      await Promise.all([stopWork(work, restMillis), stopQueue(jobs, restMillis, log)]);
      await database.close();
      opened.release();
    },
  };
}

type OpenedDatabase = {
  readonly database: Database;
  readonly queue: { readonly url: string } | { readonly embedded: EmbeddedDatabase };
  readonly isRebuildNeeded: boolean;
  readonly release: () => void;
};

async function openDatabase({ database, dataFolder }: Configuration, log: Log): Promise<OpenedDatabase> {
  if (database.form === 'server') {
    const opened = openPostgres({
      url: database.url,
      mostConnections,
      schema,
      broken: (error) => log.warn({ code: 'HSD010', error }, 'a connection to the database broke; it is made anew'),
    });
    return { database: opened, queue: { url: database.url }, isRebuildNeeded: false, release: () => undefined };
  }
  const held = holdFolder(dataFolder, process.pid);
  // Who has a PostgreSQL need not have another one in memory.
  const { openEmbedded } = await import('./database/open-embedded.ts');
  const embedded = await openEmbedded(held.databaseFolder, schema);
  return {
    database: embedded,
    queue: { embedded },
    isRebuildNeeded: held.isRebuildNeeded,
    release: () => held.release(),
  };
}

/** What is looked at again and again only reads, so that it can be left in the middle. */
async function stopWork(work: Work, mostMillis: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, mostMillis);
  });
  await Promise.race([work.stop(), late]);
  clearTimeout(timer);
}

async function stopQueue(jobs: JobQueue, mostMillis: number, log: Log): Promise<void> {
  try {
    await jobs.stop(mostMillis);
  } catch (error) {
    log.warn({ code: 'HSV050', error }, 'the job queue did not stop by itself; its jobs come again');
  }
}
