import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HubSpotApp } from '../hub/apps/hubspot-app.ts';
import type { HubPortal } from '../hub/portals/hub-portal.ts';
import { startHubSpot, type StandInHubSpot } from '../hub/stand-in-hubspot.ts';
import type { Tier } from '../records/record-change.ts';
import { buildProject } from './build-project.ts';
import { samplePeople } from './sample-people.ts';
import { ServerProcess } from './server-process.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const projectFolder = path.join(root, 'hubspot', 'marketplace-app');
const buildsFolder = path.join(root, 'out', 'hubspot-projects');

export type EditionOptions = {
  readonly tier?: Tier;
  readonly seed?: number;
  /** PostgreSQL for the servers; the embedded database of one server otherwise. */
  readonly databaseUrl?: string | null;
  /** How many servers share the database. HubSpot calls the first one, unless `publicUrl` says otherwise. */
  readonly servers?: number;
  /** Where HubSpot calls the app: something that spreads calls over the servers. */
  readonly publicUrl?: string;
  readonly hubSpotPort?: number;
  readonly searchDelayMillis?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Builds cards, settings and pages as well, which takes some seconds: without them the portal shows none. */
  readonly isBuilt?: boolean;
};

/** HubSpot and the marketplace edition beside each other, with the app uploaded and not yet installed. */
export type Edition = {
  readonly hubSpot: StandInHubSpot;
  readonly app: HubSpotApp;
  readonly portal: HubPortal;
  readonly servers: readonly ServerProcess[];
  /** Where HubSpot calls the app. */
  readonly publicUrl: string;
  /** The folder of the embedded database. */
  readonly dataFolder: string;
  /** A portal more, with the same people. */
  addPortal(tier?: Tier): HubPortal;
  close(): Promise<void>;
};

/** Starts all of it. The servers are processes of their own and know HubSpot by its address only. */
export async function startEdition(options: EditionOptions = {}): Promise<Edition> {
  const { tier = 'enterprise', seed = 1, databaseUrl = null, servers: count = 1 } = options;
  // Before anything runs that would have to be ended where it cannot be built.
  const builtFolder = options.isBuilt === true ? await buildInRepository() : null;
  const hubSpot = await startHubSpot({
    seed,
    port: options.hubSpotPort ?? 0,
    hasUiHost: options.isBuilt === true,
    ...(options.searchDelayMillis !== undefined && { searchDelayMillis: options.searchDelayMillis }),
  });
  const addPortal = (asked: Tier = tier): HubPortal => hubSpot.addPortal({ tier: asked, users: samplePeople() });
  const portal = addPortal();
  const ports = await freePorts(count);
  const publicUrl = options.publicUrl ?? `http://127.0.0.1:${ports[0]}`;
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'signalbox-'));
  const app = hubSpot.uploadProject(builtFolder ?? projectFolder, {
    PUBLIC_URL: publicUrl,
    SUPPORT_EMAIL: 'support@signalbox.example',
    DOCUMENTATION_URL: 'https://signalbox.example/docs',
  });
  const environment = {
    HOST: '127.0.0.1',
    PUBLIC_URL: publicUrl,
    HUBSPOT_CLIENT_ID: app.clientId,
    HUBSPOT_CLIENT_SECRET: app.clientSecret,
    HUBSPOT_APP_ID: String(app.appId),
    HUBSPOT_API_URL: hubSpot.url,
    HUBSPOT_APP_URL: hubSpot.url,
    TOKEN_KEY: randomBytes(32).toString('base64'),
    DATA_DIR: dataFolder,
    DATABASE_URL: databaseUrl ?? '',
    ...options.environment,
  };
  const servers = ports.map(
    (port) => new ServerProcess(`http://127.0.0.1:${port}`, { ...environment, PORT: String(port) }),
  );
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()));
    await hubSpot.close();
    rmSync(dataFolder, { recursive: true, force: true });
    if (builtFolder !== null) rmSync(builtFolder, { recursive: true, force: true });
  };
  try {
    for (const server of servers) {
      await server.start();
    }
  } catch (error) {
    // Nobody gets an edition that they could close: a server of it would go on without its HubSpot.
    await close();
    throw error;
  }
  return {
    hubSpot,
    app,
    portal,
    servers,
    publicUrl,
    dataFolder,
    addPortal,
    close,
  };
}

/** Within the repository, where what shows it finds the packages that HubSpot has itself. */
async function buildInRepository(): Promise<string> {
  mkdirSync(buildsFolder, { recursive: true });
  const folder = mkdtempSync(path.join(buildsFolder, 'edition-'));
  try {
    await buildProject('marketplace', folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

/** Ports that nobody has at this moment. */
async function freePorts(count: number): Promise<number[]> {
  const listeners = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    listeners.map(
      (listener) =>
        new Promise<number>((resolve) => {
          listener.listen(0, '127.0.0.1', () => resolve((listener.address() as { port: number }).port));
        }),
    ),
  );
  await Promise.all(listeners.map((listener) => new Promise((resolve) => listener.close(resolve))));
  return ports;
}
