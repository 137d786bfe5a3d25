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

type PortalRow = { app_id: number; has_leads: boolean; missing_properties: string };

/** Opens a portal once for this process and keeps it open; what it read is read anew when it grows old. */
export function openSessions(ports: SessionPorts): Sessions {
  const sessions = new Map<number, Promise<PortalSession | null>>();
  return {
    open(portalId) {
      let session = sessions.get(portalId);
      if (session === undefined) {
        session = openSession(ports, portalId);
        sessions.set(portalId, session);
        // What failed, or is not installed, is tried anew by whoever asks next.
        session.then(
          (opened) => opened === null && sessions.delete(portalId),
          () => sessions.delete(portalId),
        );
      }
      return session;
    },
    async keepFresh(now) {
      const opened = await Promise.allSettled(sessions.values());
      const refreshed = await Promise.allSettled(
        opened.map(async (session) => {
          if (session.status === 'fulfilled') await session.value?.keepFresh(now);
        }),
      );
      return refreshed.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    },
    forget(portalId) {
      sessions.delete(portalId);
      ports.credentials.forget(portalId);
    },
  };
}

async function openSession(ports: SessionPorts, portalId: number): Promise<PortalSession | null> {
  const [portal] = await ports.database.query<PortalRow>(
    `select app_id, has_leads, missing_properties from portal where portal_id = $1 and state = 'installed'`,
    [portalId],
  );
  if (portal === undefined) {
    return null;
  }
  const crm = new HubSpotCrm({
    baseUrl: ports.apiUrl,
    token: ports.credentials.tokenOf(portalId),
    budget: ports.budgetOf(portalId),
    onCall: ({ kind, status }) => ports.metrics.countHubSpotCall(kind, status === null ? 'none' : String(status)),
  });
  const store = await openRuleStore(crm);
  return new PortalSession(
    {
      portalId,
      appId: portal.app_id,
      hasLeads: portal.has_leads,
      missingProperties: new Set(portal.missing_properties.split(' ').filter((name) => name !== '')),
    },
    crm,
    store,
    ports.database,
  );
}
