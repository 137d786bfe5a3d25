import { readLookupLists } from '../../../core/src/author/run/look-up-lists.ts';
import { openRuleStore } from '../../../hubspot/handlers/rules/open-rule-store.ts';
import type { Alert } from '../../../hubspot/server/alerts/raise-alert.ts';
import type { Database } from '../../../hubspot/server/database/database.ts';
import type { Desk } from '../../../hubspot/server/desk.ts';
import type { JobData, JobName } from '../../../hubspot/server/jobs/job-queue.ts';
import { createLog } from '../../../hubspot/server/observing/create-log.ts';
import { createMetrics } from '../../../hubspot/server/observing/create-metrics.ts';
import { PortalSession } from '../../../hubspot/server/portals/portal-session.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import type { Tables } from './installing/embedded-tables.ts';

export type AskedJob = { readonly name: JobName; readonly portalId: number; readonly startAt: number | null };

export type TestDesk = {
  readonly desk: Desk;
  readonly clock: { now: number };
  readonly asked: AskedJob[];
  readonly alerts: { readonly portalId: number; readonly alert: Alert }[];
  readonly forgotten: number[];
  /** What was served, to be done by a test. */
  readonly served: Map<JobName, (data: JobData) => Promise<void>>;
};

export const begin = Date.UTC(2026, 10, 20, 9);

/** What workers have at hand, over tables in memory and portals in memory; jobs are only noted. */
export function deskOfTables(tables: Tables, crms: ReadonlyMap<number, MemoryCrm>): TestDesk {
  const clock = { now: begin };
  const asked: AskedJob[] = [];
  const alerts: { portalId: number; alert: Alert }[] = [];
  const forgotten: number[] = [];
  const served = new Map<JobName, (data: JobData) => Promise<void>>();
  const database = tables as unknown as Database;
  const desk: Desk = {
    database,
    jobs: {
      ask: (name, { portalId }, { startAt } = {}) => {
        asked.push({ name, portalId, startAt: startAt ?? null });
        return Promise.resolve();
      },
      serve: (name, _concurrency, work) => {
        served.set(name, work);
        return Promise.resolve();
      },
      serveFailed: () => Promise.resolve(),
      askRegularly: () => Promise.resolve(),
      countQueued: () => Promise.resolve(new Map()),
      stop: () => Promise.resolve(),
    },
    sessions: {
      async open(portalId) {
        const crm = crms.get(portalId);
        if (crm === undefined) return null;
        const identity = { portalId, appId: crm.appId, hasLeads: false, missingProperties: new Set<string>() };
        return new PortalSession(identity, crm, await openRuleStore(crm), database);
      },
      keepFresh: () => Promise.resolve([]),
      forget: (portalId) => void forgotten.push(portalId),
    },
    lists: readLookupLists([], []),
    log: createLog({ level: 'error', write: () => undefined }),
    metrics: createMetrics({ isProcessMeasured: false }),
    worker: 'one',
    isStopping: () => false,
    now: () => clock.now,
    newSalt: () => '00',
    alert: (portalId, alert) => {
      alerts.push({ portalId, alert });
      return Promise.resolve();
    },
    mirrorPortals: () => Promise.resolve(),
  };
  return { desk, clock, asked, alerts, forgotten, served };
}

/** Notes a portal as it stands after its installation. */
export async function keepPortal(
  tables: Tables,
  portalId: number,
  given: { readonly state?: 'installed' | 'uninstalled'; readonly uninstalledAt?: number | null } = {},
): Promise<void> {
  await tables.query(
    `insert into portal (portal_id, app_id, state, scopes, installed_at, uninstalled_at, is_prepared)
     values ($1, 99, $2, 'oauth', $3, $4, true)`,
    [portalId, given.state ?? 'installed', begin, given.uninstalledAt ?? null],
  );
}

/** A decision, and its clock and its effect where they are given. */
export async function keepDecided(
  tables: Tables,
  portalId: number,
  decisionId: string,
  given: {
    readonly contactId?: string;
    readonly ledgerName?: string;
    readonly givenTo?: string;
    readonly clock?: 'running' | 'missed' | 'met';
    readonly effect?: 'due' | 'done';
  } = {},
): Promise<void> {
  const contactId = given.contactId ?? decisionId;
  await tables.query(
    `insert into decision (portal_id, decision_id, contact_id, arrival, submission_key, is_current, decided_at, mode,
       destination_key, band, sla_key, given_to, basis, headline, is_reviewed, is_quiet, policy_hash, roster_hash,
       calendars_hash, decision_text, personal_text, salt, decision_hash, personal_hash, ledger_name)
     values ($1, $2, $3, 1, '1', true, $4, 'live', 's', 'warm', 's', $5, 'turn', '', false, false, 'p', 'r', 'c', '{}',
       '{"email":"ana@customer.example"}', 'ab', 'd', 'h', $6)`,
    [portalId, decisionId, contactId, begin, given.givenTo ?? 'ana', given.ledgerName ?? null],
  );
  if (given.clock !== undefined) {
    await tables.query(
      `insert into clock (portal_id, decision_id, contact_id, sla_key, owner_key, given_to, started_at, due_at, state,
         is_quiet, ended_at, touched_at, rungs, next_rung_at)
       values ($1, $2, $3, 's', 'ana', $4, $5, $5, $6, false, $7, $7, '[]', $8)`,
      [
        portalId,
        decisionId,
        contactId,
        given.givenTo ?? 'ana',
        begin,
        given.clock,
        given.clock === 'met' ? begin : null,
        given.clock === 'met' ? null : begin,
      ],
    );
  }
  if (given.effect !== undefined) {
    await tables.query(
      `insert into effect (decision_id, place, portal_id, contact_id, kind, content, state, made_at)
       values ($2, 0, $1, $3, 'note', '{"text":"ana@customer.example"}', $4, $5)`,
      [portalId, decisionId, contactId, given.effect, begin],
    );
  }
}
