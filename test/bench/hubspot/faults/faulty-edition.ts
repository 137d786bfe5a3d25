import pg from 'pg';
import { installEdition } from '../../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { RealPostgres } from '../../../hubspot/postgres/real-postgres.ts';
import { addSalesForm } from '../sales-leads.ts';
import { publishOnePool } from './one-pool-rules.ts';
import { startRoundRobin, type RoundRobin } from './round-robin.ts';

/** A portal with the rules of one pool and the form through which its leads come in. */
export type BenchPortal = {
  readonly portal: HubPortal;
  readonly formGuid: string;
  /** Everybody who was ever sent, each a person of their own. */
  readonly contactIds: string[];
};

/** An edition that is about to suffer. */
export type FaultyEdition = {
  readonly edition: Edition;
  readonly portals: readonly BenchPortal[];
  /** The servers' database, to be asked what they keep; null for the embedded one, which serves one process only. */
  readonly database: pg.Pool | null;
  readonly postgres: RealPostgres | null;
  /** What HubSpot calls where there are several servers. */
  readonly balancer: RoundRobin | null;
  close(): Promise<void>;
};

export type FaultyEditionOptions = {
  readonly seed: number;
  /** Null for the embedded database of one server. */
  readonly postgres: RealPostgres | null;
  readonly databaseName: string;
  readonly servers: number;
  readonly portals: number;
};

/** Webhooks come again within seconds instead of minutes, and as often as HubSpot sends them. */
const retryScale = 0.004;

export async function openFaultyEdition(options: FaultyEditionOptions): Promise<FaultyEdition> {
  const { postgres, servers, seed } = options;
  const databaseUrl = postgres === null ? null : await postgres.createDatabase(options.databaseName);
  const balancer = servers > 1 ? await startRoundRobin() : null;
  const edition = await startEdition({
    seed,
    databaseUrl,
    servers,
    environment: { LOG_LEVEL: 'warn' },
    ...(balancer === null ? {} : { publicUrl: balancer.url }),
  });
  balancer?.leadTo(edition.servers.map((server) => server.url));
  edition.hubSpot.webhooks.set({ retryScale });
  const portals = await Promise.all(
    Array.from({ length: options.portals }, (_, place) =>
      preparePortal(edition, place === 0 ? edition.portal : edition.addPortal()),
    ),
  );
  await edition.hubSpot.settled();
  const database = databaseUrl === null ? null : poolOf(databaseUrl);
  return { edition, portals, database, postgres, balancer, close: () => closeAll(edition, database, balancer) };
}

async function preparePortal(edition: Edition, portal: HubPortal): Promise<BenchPortal> {
  await installEdition(edition, portal);
  await publishOnePool(edition, portal);
  return { portal, formGuid: addSalesForm(edition.hubSpot, portal).formGuid, contactIds: [] };
}

function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2, options: '-c search_path=signalbox,public' });
  // It breaks whenever the database is restarted, and is made anew.
  pool.on('error', () => undefined);
  return pool;
}

async function closeAll(edition: Edition, database: pg.Pool | null, balancer: RoundRobin | null): Promise<void> {
  await database?.end();
  await edition.close();
  await balancer?.close();
}
