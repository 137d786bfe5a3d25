import { fromPglite, PgBoss, type ConstructorOptions, type Db, type Queue } from 'pg-boss';
import type { Queryable } from '../database/database.ts';
import type { EmbeddedDatabase } from '../database/open-embedded.ts';

/** What there is to do. A job only says where to look: what is to be done stands in the tables, and is done once. */
export type JobName = (typeof names)[number];

/** `portalId` 0 is every portal. */
export type JobData = { readonly portalId: number };

export type JobFailure = { readonly name: string; readonly data: JobData; readonly output: unknown };

/** The durable queue. Jobs are woken by notification; a worker that hears none polls. */
export interface JobQueue {
  /**
   * Asks for a job, in a transaction if one is given. Several that ask for the same at once get one. What is to start at
   * `startAt` starts up to half a second later, and is another job than what is wanted now.
   */
  ask(
    name: JobName,
    data: JobData,
    options?: { transaction?: Queryable; startAt?: number; key?: string },
  ): Promise<void>;
  /** Does such jobs, so many at a time. What throws is tried again, later each time. */
  serve(name: JobName, concurrency: number, work: (data: JobData) => Promise<void>): Promise<void>;
  /** Told of jobs that were given up after all their tries. */
  serveFailed(tell: (failure: JobFailure) => Promise<void>): Promise<void>;
  /** Asks for a job at the times of a cron line, once for all servers. */
  askRegularly(name: JobName, cron: string): Promise<void>;
  /** How many jobs of each name wait. */
  countQueued(): Promise<Map<string, number>>;
  /** Lets running jobs end for so long, a second at least, then stops. What did not end is done again later. */
  stop(mostMillis: number): Promise<void>;
}

const names = [
  'decide',
  'apply',
  'look',
  'rules',
  'clock',
  'upkeep',
  'seal',
  'recount',
  'reconcile',
  'prepare',
  'learn',
] as const;
const givenUp = 'given-up';
/** Jobs for the same half second are one. */
const slotMillis = 500;
const nobodysJob = '00000000-0000-4000-8000-000000000000';

/** One waits where one is enough: it finds everything that is there when it starts. */
const queueOptions: Omit<Queue, 'name'> = {
  policy: 'short',
  notify: true,
  retryLimit: 6,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: 300,
  deleteAfterSeconds: 3_600,
  deadLetter: givenUp,
};

/**
 * pg-boss 12 on the same database (docs/decisions/0024).
 *
 * @param problem told of what the library itself could not do; it goes on
 */
export async function openJobQueue(
  where: { readonly url: string } | { readonly embedded: EmbeddedDatabase },
  schema: string,
  problem: (error: Error) => void,
): Promise<JobQueue> {
  const common: ConstructorOptions = { schema, useListenNotify: true, persistWarnings: false, reindex: false };
  const boss = new PgBoss(
    'url' in where
      ? { ...common, connectionString: where.url, max: 6, application_name: 'signalbox-jobs' }
      : { ...common, backend: 'pglite', db: embeddedDatabase(where.embedded), monitorVacuum: false },
  );
  boss.on('error', problem);
  await boss.start();
  await boss.createQueue(givenUp, { policy: 'standard', notify: true, retryLimit: 2 });
  for (const name of names) {
    await boss.createQueue(name, queueOptions);
    // The library looks a queue up when it is first asked for, on its own connection. The embedded database has only one, and in a
    // transaction that would be waited for without end.
    await boss.findJobs(name, { id: nobodysJob });
  }
  return {
    async ask(name, data, { transaction, startAt, key } = {}) {
      const time = startAt === undefined ? null : key === undefined ? nextSlot(startAt) : startAt;
      await boss.send(name, data, {
        // The library keeps one job of a key, whenever it starts: one for later must never stand for one that is wanted sooner.
        singletonKey: key ?? (time === null ? `${data.portalId}` : `${data.portalId} later ${time}`),
        ...(time === null ? {} : { startAfter: new Date(time) }),
        ...(transaction === undefined ? {} : { db: asBossDatabase(transaction) }),
      });
    },
    async serve(name, concurrency, work) {
      await boss.work<
        JobData,
        void,
        { localConcurrency: number; pollingIntervalSeconds: number; notifyPollingIntervalSeconds: number }
      >(
        name,
        { localConcurrency: concurrency, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 },
        async ([job]) => work(job!.data),
      );
    },
    async serveFailed(tell) {
      await boss.work<JobData, void, { includeMetadata: true; pollingIntervalSeconds: number }>(
        givenUp,
        { includeMetadata: true, pollingIntervalSeconds: 2 },
        async ([job]) => tell({ name: job!.sourceName ?? 'unknown', data: job!.data, output: job!.output }),
      );
    },
    async askRegularly(name, cron) {
      await boss.schedule(name, cron, { portalId: 0 }, { singletonKey: '0' });
    },
    async countQueued() {
      const queues = await boss.getQueues([...names]);
      return new Map(queues.map((queue) => [queue.name, queue.queuedCount]));
    },
    stop: (mostMillis) => boss.stop({ graceful: true, close: true, timeout: mostMillis }),
  };
}

function nextSlot(at: number): number {
  return Math.ceil(at / slotMillis) * slotMillis;
}

/** The library's adapter does not listen, though the embedded database can: its connection never breaks. */
function embeddedDatabase({ handle }: EmbeddedDatabase): Db {
  return {
    ...fromPglite(handle),
    async listen(channel, heard) {
      const end = await handle.listen(channel, heard);
      return { close: () => end() };
    },
  };
}

function asBossDatabase(transaction: Queryable): Db {
  return { executeSql: async (text, values = []) => ({ rows: await transaction.query(text, values) }) };
}
