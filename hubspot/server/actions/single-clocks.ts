import { startClock as countClock } from '../../../core/src/decide/act/start-clock.ts';
import type {
  CloseClockOutcome,
  CloseClockRequest,
  ReviewOutcome,
  ReviewRequest,
  StartClockOutcome,
  StartClockRequest,
} from '../../handlers/actions/action-ports.ts';
import { decided } from '../../handlers/portal/property-names.ts';
import type { PropertyValues } from '../../handlers/crm/crm.ts';
import { closeClocks, keepClock } from '../clocks/keep-clock.ts';
import type { Desk } from '../desk.ts';
import type { DecidingView, PortalSession } from '../portals/portal-session.ts';
import { refusalOfRules } from './preview-decision.ts';

/** Starts the clock of a service level for a contact; the same one that runs already goes on. */
export async function startClock(
  desk: Desk,
  session: PortalSession,
  request: StartClockRequest,
): Promise<StartClockOutcome> {
  try {
    const view = await session.view(desk.now());
    const position = view.rules.policy.slas.findIndex((sla) => sla.slaKey === request.slaKey);
    if (position < 0) {
      return { state: 'unknownServiceLevel', knownKeys: view.rules.policy.slas.map((sla) => sla.slaKey) };
    }
    const [contact] = await session.crm.readObjects('contacts', [request.contactId], [decided.givenTo]);
    if (contact === undefined) {
      return { state: 'noContact' };
    }
    const givenTo = contact.properties[decided.givenTo] ?? '';
    const started = await startOnce(desk, session.portalId, view, request, position, givenTo);
    await write(session, request.contactId, {
      [decided.slaKey]: request.slaKey,
      [decided.slaDueAt]: new Date(started.dueAt).toISOString(),
      [decided.slaState]: 'running',
      [decided.slaOwner]: started.ownerKey,
    });
    return {
      state: started.isNew ? 'started' : 'runsAlready',
      dueAt: started.dueAt,
      ownerName: nameOf(started.ownerKey, view),
    };
  } catch (error) {
    return refusalOfRules(error);
  }
}

async function startOnce(
  desk: Desk,
  portalId: number,
  view: DecidingView,
  request: StartClockRequest,
  position: number,
  givenTo: string,
): Promise<{ readonly isNew: boolean; readonly dueAt: number; readonly ownerKey: string }> {
  const now = desk.now();
  const clock = countClock(view.context.prepared.slas[position]!, view.context.calendars, now);
  return desk.database.transaction(async (transaction) => {
    const [running] = await transaction.query<{ due_at: number; owner_key: string }>(
      `select due_at, owner_key from clock where portal_id = $1 and contact_id = $2 and sla_key = $3
         and state in ('running', 'reminded') order by due_at limit 1 for update`,
      [portalId, request.contactId, request.slaKey],
    );
    if (running !== undefined) {
      return { isNew: false, dueAt: running.due_at, ownerKey: running.owner_key };
    }
    await closeClocks(transaction, portalId, request.contactId, now);
    await keepClock(transaction, desk.jobs, portalId, {
      decisionId: `clock of call ${request.key}`,
      contactId: request.contactId,
      slaKey: clock.slaKey,
      ownerKey: clock.ownerKey,
      givenToKey: givenTo,
      startedAt: now,
      dueAt: clock.dueAt,
      state: 'running',
      rungs: clock.escalations.toSorted((one, other) => one.dueAt - other.dueAt),
      climbed: 0,
      isQuiet: false,
    });
    return { isNew: true, dueAt: clock.dueAt, ownerKey: clock.ownerKey };
  });
}

/** Puts a contact into the hands of whoever reviews: a task with the reason, and the clock of reviews. */
export async function askForReview(desk: Desk, session: PortalSession, request: ReviewRequest): Promise<ReviewOutcome> {
  try {
    const view = await session.view(desk.now());
    const { policy } = view.rules;
    const destination = policy.destinations.find((each) => each.kind === 'review') ?? policy.destinations[0]!;
    const started = await startClock(desk, session, {
      contactId: request.contactId,
      slaKey: destination.slaKey,
      key: request.key,
    });
    if (started.state === 'unknownServiceLevel') {
      return { state: 'failed', cause: 'The promise of reviews is not in the policy.' };
    }
    if (!('dueAt' in started)) {
      return started;
    }
    const ownerId = view.team.ownerIdOf.get(destination.holderKey) ?? null;
    if (started.state === 'started') {
      await session.crm.createObjects('tasks', [
        {
          properties: {
            hs_task_subject: 'Review: decide where it belongs',
            hs_task_body: escapeText(request.reason),
            hs_task_priority: 'HIGH',
            hs_task_status: 'NOT_STARTED',
            hs_timestamp: new Date(started.dueAt).toISOString(),
            ...(ownerId === null ? {} : { hubspot_owner_id: ownerId }),
          },
          associations: [{ toType: 'contacts', toId: request.contactId }],
        },
      ]);
    }
    return { state: 'asked', ownerId, ownerName: nameOf(destination.holderKey, view) };
  } catch (error) {
    return refusalOfRules(error);
  }
}

/** Ends the clock that runs, as a first touch does. */
export async function closeClock(
  desk: Desk,
  session: PortalSession,
  request: CloseClockRequest,
): Promise<CloseClockOutcome> {
  const now = desk.now();
  const [ended] = await desk.database.query<{ state: string }>(
    `update clock set state = case when due_at >= $3 then 'met' else 'missed' end, ended_at = $3, touched_at = $3,
       next_rung_at = null
     where portal_id = $1 and contact_id = $2 and touched_at is null and state in ('running', 'reminded', 'missed')
     returning state`,
    [session.portalId, request.contactId, now],
  );
  if (ended === undefined) {
    const [last] = await desk.database.query<{ state: string }>(
      'select state from clock where portal_id = $1 and contact_id = $2 order by started_at desc, decision_id limit 1',
      [session.portalId, request.contactId],
    );
    return { state: 'noneRan', clockState: last?.state ?? null };
  }
  await write(session, request.contactId, { [decided.slaState]: ended.state });
  return { state: 'closed', clockState: ended.state };
}

async function write(session: PortalSession, contactId: string, properties: PropertyValues): Promise<void> {
  await session.crm.updateObjects('contacts', [{ id: contactId, properties }]);
}

function nameOf(key: string, view: DecidingView): string {
  return view.team.roster.reps.find((rep) => rep.repKey === key)?.displayName ?? key;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
