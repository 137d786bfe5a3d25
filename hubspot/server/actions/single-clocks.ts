import { html } from '../../../core/src/author/report/html.ts';
import { startClock as countClock, type Clock } from '../../../core/src/decide/act/start-clock.ts';
import type {
  ReviewOutcome,
  ReviewRequest,
  StartClockOutcome,
  StartClockRequest,
} from '../../handlers/actions/action-ports.ts';
import type { Effect, TaskEffect } from '../../handlers/effects/effect.ts';
import { taskMarker } from '../../handlers/effects/marker.ts';
import { plainLine } from '../../handlers/effects/plain-line.ts';
import { decided } from '../../handlers/portal/property-names.ts';
import { closeClocks, keepClock } from '../clocks/keep-clock.ts';
import { keepClockEffects } from '../clocks/keep-clock-effects.ts';
import type { Queryable } from '../database/database.ts';
import type { Desk } from '../desk.ts';
import type { DecidingView, PortalSession } from '../portals/portal-session.ts';
import { lockSubject } from './lock-subject.ts';
import { refusalOfRules } from '../../handlers/actions/refuse-rules.ts';

const mostReasonCharacters = 1_000;

/** Starts the clock of a service level for a contact; the same one that runs already goes on. */
export async function startClock(
  desk: Desk,
  session: PortalSession,
  request: StartClockRequest,
): Promise<StartClockOutcome> {
  try {
    const view = await session.view(desk.now());
    const planned = await planStart(desk, session, view, request);
    if ('state' in planned) {
      return planned;
    }
    if (view.rules.policy.mode !== 'live') {
      return { state: 'trial', dueAt: planned.clock.dueAt, ownerName: nameOf(planned.clock.ownerKey, view) };
    }
    const started = await startOnce(desk, session.portalId, request, planned, () => []);
    return {
      state: started.isOfCall ? 'started' : 'runsAlready',
      dueAt: started.dueAt,
      ownerName: nameOf(started.ownerKey, view),
    };
  } catch (error) {
    return refusalOfRules(error);
  }
}

/**
 * Puts a contact into the hands of whoever reviews: a task with the reason, and the clock of reviews, which may run already. Each
 * call makes one task, however often it comes.
 */
export async function askForReview(desk: Desk, session: PortalSession, request: ReviewRequest): Promise<ReviewOutcome> {
  try {
    const view = await session.view(desk.now());
    const { policy } = view.rules;
    const destination = policy.destinations.find((each) => each.kind === 'review') ?? policy.destinations[0]!;
    const start: StartClockRequest = {
      contactId: request.contactId,
      slaKey: destination.slaKey,
      key: request.key,
    };
    const planned = await planStart(desk, session, view, start);
    if ('state' in planned) {
      return planned.state === 'unknownServiceLevel'
        ? { state: 'failed', cause: 'The promise of reviews is not in the policy.' }
        : planned;
    }
    const ownerId = view.team.ownerIdOf.get(destination.holderKey) ?? null;
    const holder = { ownerId, ownerName: nameOf(destination.holderKey, view) };
    if (policy.mode !== 'live') {
      return { state: 'trial', ...holder };
    }
    await startOnce(desk, session.portalId, start, planned, (dueAt) => [reviewTask(request, ownerId, dueAt)]);
    return { state: 'asked', ...holder };
  } catch (error) {
    return refusalOfRules(error);
  }
}

function reviewTask({ contactId, reason, key }: ReviewRequest, ownerId: string | null, dueAt: number): TaskEffect {
  const marker = taskMarker(clockIdOf(key), 'review');
  return {
    kind: 'task',
    contactId,
    marker,
    subject: 'Review: decide where it belongs',
    body: [plainLine(reason, mostReasonCharacters), marker].map((line) => html`<p>${line}</p>`.markup).join(''),
    ownerId,
    dueAt,
    isUrgent: true,
  };
}

type PlannedStart = { readonly clock: Clock; readonly givenTo: string };

async function planStart(
  desk: Desk,
  session: PortalSession,
  view: DecidingView,
  { contactId, slaKey }: StartClockRequest,
): Promise<PlannedStart | { readonly state: 'noContact' } | Extract<StartClockOutcome, { knownKeys: unknown }>> {
  const { slas } = view.rules.policy;
  const position = slas.findIndex((sla) => sla.slaKey === slaKey);
  if (position < 0) {
    return { state: 'unknownServiceLevel', knownKeys: slas.map((sla) => sla.slaKey) };
  }
  const [contact] = await session.crm.readObjects('contacts', [contactId], [decided.givenTo]);
  if (contact === undefined) {
    return { state: 'noContact' };
  }
  const clock = countClock(view.context.prepared.slas[position]!, view.context.calendars, desk.now());
  return { clock, givenTo: contact.properties[decided.givenTo] ?? '' };
}

/**
 * Starts the clock of a call, once however often the call comes, with everything that follows from it in the portal: that is done
 * by whoever applies effects, so that nothing is lost where we are stopped in the middle.
 *
 * @param isOfCall whether it is the clock of this call; else another of the same promise ran already
 */
async function startOnce(
  desk: Desk,
  portalId: number,
  request: StartClockRequest,
  { clock, givenTo }: PlannedStart,
  alsoDo: (dueAt: number) => Effect[],
): Promise<{ readonly isOfCall: boolean; readonly dueAt: number; readonly ownerKey: string }> {
  const now = desk.now();
  const { contactId } = request;
  const decisionId = clockIdOf(request.key);
  const keep = (transaction: Queryable, step: string, effects: readonly Effect[]): Promise<void> =>
    keepClockEffects(transaction, desk.jobs, portalId, { decisionId, contactId }, step, effects, now);
  return desk.database.transaction(async (transaction) => {
    await lockSubject(transaction, portalId, contactId);
    const [before] = await transaction.query<{ decision_id: string; due_at: number; owner_key: string }>(
      `select decision_id, due_at, owner_key from clock where portal_id = $1 and (decision_id = $4
         or (contact_id = $2 and sla_key = $3 and state in ('running', 'reminded')))
       order by decision_id <> $4, due_at, decision_id limit 1 for update`,
      [portalId, contactId, request.slaKey, decisionId],
    );
    const dueAt = before?.due_at ?? clock.dueAt;
    if (before === undefined) {
      await closeClocks(transaction, portalId, contactId, now);
      await keepClock(transaction, desk.jobs, portalId, {
        decisionId,
        contactId,
        slaKey: clock.slaKey,
        ownerKey: clock.ownerKey,
        givenToKey: givenTo,
        startedAt: now,
        dueAt,
        state: 'running',
        rungs: clock.escalations.toSorted((one, other) => one.dueAt - other.dueAt),
        climbed: 0,
        isQuiet: false,
      });
      await keep(transaction, 'start', [startedRecord(contactId, clock)]);
    }
    await keep(transaction, 'ask', alsoDo(dueAt));
    const isOfCall = before === undefined || before.decision_id === decisionId;
    return { isOfCall, dueAt, ownerKey: before?.owner_key ?? clock.ownerKey };
  });
}

function startedRecord(contactId: string, clock: Clock): Effect {
  return {
    kind: 'record',
    contactId,
    properties: {
      [decided.slaKey]: clock.slaKey,
      [decided.slaDueAt]: new Date(clock.dueAt).toISOString(),
      [decided.slaState]: 'running',
      [decided.slaOwner]: clock.ownerKey,
    },
    owner: null,
    leadIds: [],
  };
}

function clockIdOf(key: string): string {
  return `clock of call ${key}`;
}

function nameOf(key: string, view: DecidingView): string {
  return view.team.roster.reps.find((rep) => rep.repKey === key)?.displayName ?? key;
}
