import type { LookupLists } from '../../core/src/author/run/look-up-lists.ts';
import type { Alert } from './alerts/raise-alert.ts';
import type { Database } from './database/database.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { Metrics } from './observing/create-metrics.ts';
import type { Log } from './observing/log.ts';
import type { PortalSession } from './portals/portal-session.ts';

/** Opens what is needed to work in a portal; null where the app is not installed any more. */
export interface Sessions {
  open(portalId: number): Promise<PortalSession | null>;
  /** Has what is kept of portals read anew before it is too old; answers what went wrong, which comes again. */
  keepFresh(now: number): Promise<unknown[]>;
  /** What was kept of a portal is read anew. */
  forget(portalId: number): void;
}

/** What every worker of this process has at hand. Time, names and chance come from here. */
export type Desk = {
  readonly database: Database;
  readonly jobs: JobQueue;
  readonly sessions: Sessions;
  readonly lists: LookupLists;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Names this worker in leases; never the same twice. */
  readonly worker: string;
  readonly now: () => number;
  /** Whether this server is about to stop: no new batch is begun then. */
  readonly isStopping: () => boolean;
  /** 128 random bits in hexadecimal, so that nobody finds a person again by hashing guesses. */
  readonly newSalt: () => string;
  alert(portalId: number, alert: Alert): Promise<void>;
  /** Brings the table of portals to what is known of installations elsewhere: the embedded edition keeps these in a file. */
  mirrorPortals(): Promise<void>;
};
