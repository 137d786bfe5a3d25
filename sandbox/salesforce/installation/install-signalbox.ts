import path from 'node:path';
import jsforce from 'jsforce';
import { installPackage } from '../org/deploy/install-package.ts';
import { connectInMemoryOrg } from '../org/http/connect-in-memory-org.ts';
import { startOrg } from '../org/http/start-org.ts';
import type { SharingModel } from '../org/access/org-wide-defaults.ts';
import type { FieldAccess } from '../org/access/standard-profiles.ts';
import type { SeededHours } from '../org/calendar/seed-hours.ts';
import { apiNames } from './api-names.ts';
import type { Installation } from './installation.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
/** What is deployed, relative to the repository. */
export const packageFolders = ['salesforce/engine', 'salesforce/app'] as const;

export type InstallOptions = {
  /** As a managed package; without one the sources are the org's own, as an unlocked package's are. */
  readonly namespace?: string | null;
  /** What the org's clock says; the computer's by default. */
  readonly now?: () => number;
  readonly port?: number;
  /** Whether jobs run by themselves after requests, or wait to be run. */
  readonly jobs?: 'run' | 'hold';
  readonly businessHours?: readonly SeededHours[];
  readonly log?: (line: string) => void;
  /** Org-wide defaults that differ from those of a new org: { Lead: 'Private' }. */
  readonly sharingModels?: Readonly<Record<string, SharingModel>>;
  /** Source folders of what the org has beside the package; only without a namespace. */
  readonly beside?: readonly string[];
  /** 'asDeployed' gives the administrator the package's fields by permission sets alone, as a plain deployment does. */
  readonly fieldAccess?: FieldAccess;
  /** Whether the post-install script runs, as it does for a managed package; sources that are deployed have none. */
  readonly script?: 'run' | 'none';
};

/** Open day and night, so that what is measured does not depend on the hour of the day. */
export const alwaysOpen: SeededHours = {
  name: 'Default',
  timeZone: 'GMT',
  days: {
    Monday: ['00:00', '00:00'],
    Tuesday: ['00:00', '00:00'],
    Wednesday: ['00:00', '00:00'],
    Thursday: ['00:00', '00:00'],
    Friday: ['00:00', '00:00'],
    Saturday: ['00:00', '00:00'],
    Sunday: ['00:00', '00:00'],
  },
};

/** Who installs: the administrator of every new org. */
export const administrator = 'running.user@example.com';

/**
 * Boots an org, installs the package with its post-install script and serves the org over HTTP:
 *
 *     const installation = await installSignalbox({ namespace: 'acme' });
 *     await installation.admin.query('SELECT Id FROM Lead');
 */
export async function installSignalbox(options: InstallOptions = {}): Promise<Installation> {
  const {
    namespace = null,
    now,
    jobs = 'run',
    businessHours = [alwaysOpen],
    sharingModels = {},
    fieldAccess = 'all',
  } = options;
  const { org, program } = installPackage({
    folders: [...packageFolders.map((folder) => path.join(root, folder)), ...(options.beside ?? [])],
    namespace,
    ...(options.script === 'none' ? {} : { postInstall: { className: 'SbxInstall' } }),
    org: { ...(now === undefined ? {} : { now }), businessHours, sharingModels, fieldAccess },
  });
  const connected = connectInMemoryOrg({ org, program, jobs });
  const { port, log } = options;
  const started = await startOrg({
    org: connected,
    dailyRequests: 1_000_000,
    ...(port === undefined ? {} : { port }),
    ...(log === undefined ? {} : { log }),
    ...(now === undefined ? {} : { now }),
  });
  const connectAs = (username: string) => {
    const accessToken = connected.beginSession(username);
    if (accessToken === null) {
      throw new Error(`There is no active user ${username} in the org.`);
    }
    return new jsforce.Connection({ instanceUrl: started.url, accessToken, version: '65.0' });
  };
  return {
    org,
    program,
    connected,
    url: started.url,
    namespace,
    names: apiNames(namespace),
    admin: connectAs(administrator),
    connectAs,
    close: () => started.close(),
  };
}
