import { HubSpotCrm } from '../../handlers/crm/hubspot-crm.ts';
import type { CallBudget } from '../../handlers/crm/call-budget.ts';
import { openRuleStore } from '../../handlers/rules/open-rule-store.ts';
import type { Database } from '../database/database.ts';
import type { Sessions } from '../desk.ts';
import type { Credentials } from '../installing/credentials.ts';
import type { Metrics } from '../observing/create-metrics.ts';
import { PortalSession } from './portal-session.ts';

export type SessionPorts = {
  readonly database: Database;
  readonly credentials: Credentials;
  readonly apiUrl: string;
  readonly budgetOf: (portalId: number) => CallBudget;
  readonly metrics: Metrics;
};

/** What a session is opened by. Another server may change it: it prepares the portal, or the app is uninstalled there. */
type PortalRow = {
  portal_id: number;
  app_id: number;
  installed_at: number;
  scopes: string;
  has_leads: boolean;
  missing_properties: string;
};

type Opened = { readonly session: PortalSession; readonly row: PortalRow };

/** For so long another server's change of a portal may go unseen. */
const compareMillis = 60_000;

/** Opens a portal once for this process and keeps it open; what it read is read anew when it grows old. */
export function openSessions(ports: SessionPorts): Sessions {
  const sessions = new Map<number, Promise<Opened | null>>();
  let comparedAt = Number.NEGATIVE_INFINITY;

  function forget(portalId: number): void {
    sessions.delete(portalId);
    ports.credentials.forget(portalId);
  }

  /** Forgets the sessions whose portal is not what it was when they were opened. */
  async function compare(opened: readonly Opened[], now: number): Promise<void> {
    if (opened.length === 0 || now - comparedAt < compareMillis) {
      return;
    }
    comparedAt = now;
    const rows = await readRows(
      ports.database,
      opened.map(({ row }) => row.portal_id),
    );
    for (const { session, row } of opened) {
      const isAsBefore = isSameRow(row, rows.get(row.portal_id));
      // It may have been opened anew meanwhile.
      if (!isAsBefore && (await sessions.get(row.portal_id))?.session === session) {
        forget(row.portal_id);
      }
    }
  }

  return {
    async open(portalId) {
      let opening = sessions.get(portalId);
      if (opening === undefined) {
        opening = openSession(ports, portalId);
        sessions.set(portalId, opening);
        const dropped = opening;
        const drop = (): void => {
          if (sessions.get(portalId) === dropped) sessions.delete(portalId);
        };
        // What failed, or is not installed, is tried anew by whoever asks next.
        opening.then((opened) => opened === null && drop(), drop);
      }
      return (await opening)?.session ?? null;
    },
    async keepFresh(now) {
      const settled = await Promise.allSettled(sessions.values());
      const opened = settled.flatMap((each) =>
        each.status === 'fulfilled' && each.value !== null ? [each.value] : [],
      );
      const refreshed = await Promise.allSettled([
        compare(opened, now),
        ...opened.map(({ session }) => session.keepFresh(now)),
      ]);
      return refreshed.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    },
    forget,
  };
}

async function readRows(database: Database, portalIds: readonly number[]): Promise<Map<number, PortalRow>> {
  const rows = await database.query<PortalRow>(
    `select portal_id, app_id, installed_at, scopes, has_leads, missing_properties from portal
     where portal_id = any($1::bigint[]) and state = 'installed'`,
    [portalIds],
  );
  return new Map(rows.map((row) => [row.portal_id, row]));
}

function isSameRow(one: PortalRow, other: PortalRow | undefined): boolean {
  return (
    other !== undefined && (Object.keys(one) as (keyof PortalRow)[]).every((column) => one[column] === other[column])
  );
}

/** All of them, or rules are files. */
const recordScopes = [
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'crm.schemas.custom.read',
  'crm.schemas.custom.write',
];

async function openSession(ports: SessionPorts, portalId: number): Promise<Opened | null> {
  const row = (await readRows(ports.database, [portalId])).get(portalId);
  if (row === undefined) {
    return null;
  }
  const crm = new HubSpotCrm({
    baseUrl: ports.apiUrl,
    token: ports.credentials.tokenOf(portalId),
    budget: ports.budgetOf(portalId),
    onCall: ({ kind, status }) => ports.metrics.countHubSpotCall(kind, status === null ? 'none' : String(status)),
  });
  const granted = new Set(row.scopes.split(' '));
  const store = await openRuleStore(crm, { mayHoldRecords: recordScopes.every((scope) => granted.has(scope)) });
  const session = new PortalSession(
    {
      portalId,
      appId: row.app_id,
      hasLeads: row.has_leads,
      missingProperties: new Set(row.missing_properties.split(' ').filter((name) => name !== '')),
    },
    crm,
    store,
    ports.database,
  );
  return { session, row };
}
