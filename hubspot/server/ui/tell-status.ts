import type { AlertForm, StatusForm, TriggerForm } from '../../handlers/ui/ui-forms.ts';
import type { SetupGiven } from '../../handlers/ui/answers/ui-portal.ts';
import type { Desk } from '../desk.ts';
import { optionalScopes } from '../installing/scopes.ts';
import type { PortalSession } from '../portals/portal-session.ts';

type StatusRow = {
  is_prepared: boolean;
  scopes: string;
  waiting: number;
  oldest: number | null;
  due: number;
  last_decided: number | null;
  decided: number;
  mode: string | null;
  alerts: number;
};

/** How the portal is doing, in numbers. */
export async function tellStatus(desk: Desk, session: PortalSession): Promise<StatusForm> {
  const row = await readStatus(desk, session.portalId);
  return {
    isPrepared: row.is_prepared,
    mode: row.mode,
    live: await session.store.findLive(),
    waitingLeads: row.waiting,
    oldestWaitingSince: row.oldest,
    dueEffects: row.due,
    lastDecidedAt: row.last_decided,
    openAlerts: row.alerts,
    missingScopes: missingScopes(row.scopes),
  };
}

/** What only this edition knows of the setup. */
export async function setupGiven(desk: Desk, portalId: number): Promise<SetupGiven> {
  const row = await readStatus(desk, portalId);
  const missing = missingScopes(row.scopes);
  return {
    isPrepared: row.is_prepared,
    triggers: triggersOf(missing),
    missingScopes: missing,
    decidedLeads: row.decided,
  };
}

export async function listAlerts(desk: Desk, portalId: number): Promise<AlertForm[]> {
  const rows = await desk.database.query<AlertRow>(
    `select code, about, message, next_step, first_at, last_at, occurrences from alert
     where portal_id = $1 and cleared_at is null order by last_at desc, alert_key limit 200`,
    [portalId],
  );
  return rows.map((row) => ({
    code: row.code,
    about: row.about,
    message: row.message,
    nextStep: row.next_step,
    firstAt: row.first_at,
    lastAt: row.last_at,
    occurrences: row.occurrences,
  }));
}

type AlertRow = {
  code: string;
  about: string;
  message: string;
  next_step: string;
  first_at: number;
  last_at: number;
  occurrences: number;
};

async function readStatus(desk: Desk, portalId: number): Promise<StatusRow> {
  const [row] = await desk.database.query<StatusRow>(
    `select portal.is_prepared, portal.scopes,
       (select count(*)::int from subject where portal_id = $1 and is_waiting) as waiting,
       (select min(arrived_at) from subject where portal_id = $1 and is_waiting) as oldest,
       (select count(*)::int from effect where portal_id = $1 and state = 'due') as due,
       (select max(decided_at) from decision where portal_id = $1) as last_decided,
       (select count(*)::int from decision where portal_id = $1 and is_current) as decided,
       (select mode from decision where portal_id = $1 order by decided_at desc, decision_id limit 1) as mode,
       (select count(*)::int from alert where portal_id = $1 and cleared_at is null) as alerts
     from portal where portal_id = $1`,
    [portalId],
  );
  return row!;
}

function missingScopes(scopes: string): string[] {
  const granted = new Set(scopes.split(' '));
  return optionalScopes.filter((scope) => !granted.has(scope));
}

/** The server hears of contacts by itself, so that nothing else is needed; the others are for what it does not hear of. */
function triggersOf(missing: readonly string[]): TriggerForm[] {
  const hasWorkflows = !missing.includes('automation');
  return [
    {
      key: 'webhooks',
      state: 'on',
      words: 'HubSpot tells Signalbox of every new contact and every form that is sent again.',
    },
    {
      key: 'workflowAction',
      state: hasWorkflows ? 'available' : 'unknown',
      words: hasWorkflows
        ? 'Put “Score and route” into a workflow to have it decide when anything else changes.'
        : 'Workflows come with Professional plans. New contacts are decided without them.',
    },
    { key: 'cardButton', state: 'on', words: 'The score card has a button that decides again.' },
    { key: 'bulkAction', state: 'on', words: 'Choose contacts in a list and “Score and route” them together.' },
  ];
}
