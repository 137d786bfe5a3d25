import path from 'node:path';
import { advanceTo } from '../../../sandbox/salesforce/org/async/run-jobs.ts';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { pushPolicy } from '../../../sandbox/salesforce/installation/set-policy.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { newInstallation } from './new-installation.ts';
import { onePoolPolicy } from './one-pool-policy.ts';

export const customerFolder = path.join(import.meta.dirname, '..', '..', 'salesforce', 'customer');

/** What a run with a seed found wrong; nothing as a rule. */
export type Scenario = {
  readonly name: string;
  readonly run: (seed: number, installation: Installation) => string[] | Promise<string[]>;
};

/** An org in which jobs wait to be run, with the customer's own automation and one pool for every lead. */
export async function newFaultyOrg(): Promise<Installation> {
  const installation = await newInstallation({ beside: [customerFolder], jobs: 'hold' });
  await pushPolicy(installation, onePoolPolicy());
  settle(installation);
  return installation;
}

/** Runs a scenario with so many seeds and reports the runs in which something was wrong, with the first seeds. */
export async function reportRuns(
  scenario: Scenario,
  runs: number,
  installation: Installation,
  reporter: Reporter,
): Promise<void> {
  let wrong = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const found = await scenario.run(seed, installation);
    if (found.length > 0) {
      wrong += 1;
      if (wrong <= 3) reporter.note(`seed ${seed}: ${found.slice(0, 3).join('; ')}`);
    }
  }
  reporter.figure(`runs: ${scenario.name}`, runs, 'runs', atLeast(200));
  reporter.figure('  in which something was wrong', wrong, 'runs', atMost(0));
}

const sweepMillis = 16 * 60_000;

/** Runs whatever is due, and what comes of it. */
export function settle({ org, program }: Installation): void {
  while (advanceTo(program, org, org.clock.now()).count > 0);
}

/** Lets sweeps come by until no lead of this origin waits for one any more, or so many have. */
export function sweepUntilDone(installation: Installation, origin: string, mostSweeps = 8): void {
  const { org, program } = installation;
  settle(installation);
  for (let sweep = 0; sweep < mostSweeps && isAnyLeft(installation, origin); sweep += 1) {
    advanceTo(program, org, org.clock.now() + sweepMillis);
  }
}

/** What was put aside waits for a person, and has a clock that says so. */
function isAnyLeft(installation: Installation, origin: string): boolean {
  const waiting = leadsOf(installation, origin).filter(isWaiting);
  if (waiting.length === 0) return false;
  const aside = recordsOf(installation, 'SbxClock__c').filter((each) => each.fields.get('isaside__c') === true);
  const asideIds = new Set(aside.map((each) => String(each.fields.get('lead__c'))));
  return waiting.some((each) => !asideIds.has(each.id));
}

export type StoredLead = { readonly id: string; readonly fields: ReadonlyMap<string, unknown> };

/** The leads that were saved under an origin, by one or by several savers: `Parallel7`, `Parallel7s0`, `Parallel7s1`. */
export function leadsOf({ org }: Installation, origin: string): StoredLead[] {
  const named = new RegExp(`^${origin}(?:s\\d+)? `);
  return liveRecords(org.store.recordsOf('Lead')).filter((each) => named.test(String(each.fields.get('lastname'))));
}

export function isWaiting(lead: StoredLead): boolean {
  return lead.fields.get('sbxstate__c') === 'waiting';
}

/** What an object holds that was not deleted. */
export function recordsOf({ org }: Installation, objectName: string): StoredLead[] {
  return liveRecords(org.store.recordsOf(objectName));
}

function liveRecords(
  records: Iterable<{ id: string; fields: ReadonlyMap<string, unknown>; isDeleted: boolean }>,
): StoredLead[] {
  return [...records].filter((each) => !each.isDeleted);
}

/** Calls a static method of the customer's in a transaction of its own. */
export function callCustomer({ org, program }: Installation, method: string, args: unknown[]): void {
  org.transact(() => program.begin().call('CustomerLeads', method, args));
}
