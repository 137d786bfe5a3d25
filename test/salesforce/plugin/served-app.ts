import { Connection } from 'jsforce';
import type { Program } from '../../../sandbox/salesforce/apex/run/program.ts';
import { runJobs } from '../../../sandbox/salesforce/org/async/run-jobs.ts';
import { connectInMemoryOrg } from '../../../sandbox/salesforce/org/http/connect-in-memory-org.ts';
import { startOrg } from '../../../sandbox/salesforce/org/http/start-org.ts';
import type { InMemoryOrg } from '../../../sandbox/salesforce/org/in-memory-org.ts';
import { Org } from '../../../salesforce/plugin/src/org/org.ts';
import { deployApp } from '../app/app-program.ts';

export const username = 'running.user@example.com';

/** The package in an org that answers over HTTP, decides live by the small policy, and lets the user do everything. */
export type ServedApp = {
  readonly org: InMemoryOrg;
  readonly program: Program;
  readonly url: string;
  readonly accessToken: string;
  readonly connection: Connection;
  /** As the plugin sees it. */
  open(): Promise<Org>;
  /** Inserts leads over HTTP and lets the org decide them. */
  decideLeads(leads: readonly object[]): Promise<string[]>;
  /** Runs the sealing job once. */
  seal(): void;
  close(): Promise<void>;
};

/** Installs the package and serves it: `const served = await serveApp()`. */
export async function serveApp(mode: 'observe' | 'live' = 'live'): Promise<ServedApp> {
  const { org, program } = deployApp();
  program.begin({ isTest: true }).call('SbxTestOrg', 'install', [mode]);
  const connected = connectInMemoryOrg({ org, program });
  const started = await startOrg({ org: connected });
  const url = started.url;
  const accessToken = connected.beginSession(username) ?? '';
  const connection = new Connection({ instanceUrl: url, accessToken, version: '67.0' });
  await assignPermissionSet(connection, 'SbxAdmin');
  return {
    org,
    program,
    url,
    accessToken,
    connection,
    close: () => started.close(),
    open: () => Org.open(connection),
    decideLeads: async (leads) => {
      const saved = await connection.sobject('Lead').create(leads as Record<string, unknown>[]);
      runAll(program, org);
      return saved.map(({ id, errors }) => {
        if (id === undefined) throw new Error(JSON.stringify(errors));
        return id;
      });
    },
    seal: () => {
      program.begin({}).call('SbxSealDecisions', 'run', []);
    },
  };
}

function runAll(program: Program, org: InMemoryOrg): void {
  const { failed } = runJobs(program, org);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}

/** Gives the user a permission set of the package. */
export async function assignPermissionSet(connection: Connection, name: string): Promise<void> {
  const user = await connection.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`);
  const set = await connection.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
  await connection
    .sobject('PermissionSetAssignment')
    .create({ AssigneeId: user.records[0]!.Id, PermissionSetId: set.records[0]!.Id });
}

/** Leads that say enough to be routed, each of a person of their own, in a few kinds. */
export function newLeads(count: number, first = 1): object[] {
  return Array.from({ length: count }, (_, place) => {
    const number = first + place;
    return {
      FirstName: 'Vera',
      LastName: `Number${number}`,
      Company: `Depot ${number}`,
      Email: `vera${number}@depot${number}.example`,
      Title: 'Head of Operations',
      Country: number % 3 === 0 ? 'US' : 'JP',
      NumberOfEmployees: number % 2 === 0 ? 40 : 400,
      Industry: 'logistics',
      SbxExpectedValue__c: 500_000,
      SbxChannel__c: 'demoRequest',
      SbxMessage__c: 'We want a demo and a price for our depots.',
    };
  });
}
