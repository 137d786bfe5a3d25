import { applyEffects, EffectsInterrupted } from '../../handlers/effects/apply-effects.ts';
import { CrmError } from '../../handlers/crm/crm-error.ts';
import type { Effect, EffectOutcome } from '../../handlers/effects/effect.ts';
import { isDatabaseAway } from '../database/is-database-away.ts';
import { effectLeaseMillis } from '../deciding/keep-effects.ts';
import type { SavedDecision } from '../deciding/save-decisions.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { underLease } from '../waiting/keep-lease.ts';
import { settleEffects, type HeldEffect } from './settle-effects.ts';

/** An owner that was read so lately is not read again before it is written. */
const freshMillis = 2_000;
const mostWaitMillis = 600_000;

/** Does what was just decided, while everything that was read is fresh. What does not come off is left to the net. */
export async function applyEffectsOf(
  desk: Desk,
  session: PortalSession,
  saved: readonly SavedDecision[],
): Promise<void> {
  const held = saved
    .filter((one) => !one.isBlocked)
    .flatMap((one) =>
      one.effects.map(({ place, effect }): HeldEffect => ({
        decisionId: one.decisionId,
        place,
        contactId: one.contactId,
        effect,
        isRetry: false,
        attempts: 0,
        arrivedAt: one.arrivedAt,
      })),
    );
  await applyHeld(desk, session, held, desk.now());
}

/** Applies effects that this worker holds and writes down what became of each. */
export async function applyHeld(
  desk: Desk,
  session: PortalSession,
  held: readonly HeldEffect[],
  now: number,
): Promise<void> {
  if (held.length === 0) {
    return;
  }
  const given = held.map(({ effect, isRetry }): { effect: Effect; isRetry: boolean } => ({ effect, isRetry }));
  try {
    const options = { appId: session.appId, now, freshMillis, missingProperties: session.missingProperties };
    const outcomes = await underLease(
      effectLeaseMillis,
      () => renewHeld(desk, session.portalId, held),
      () => applyEffects(session.crm, given, options),
    );
    await settleEffects(desk, session.portalId, held, outcomes);
  } catch (error) {
    if (!(error instanceof EffectsInterrupted)) {
      await isolate(desk, session, held, error);
      return;
    }
    const outcomes: readonly (EffectOutcome | null)[] = error.outcomes;
    const isDone = held.filter((_, place) => outcomes[place] !== null);
    const isOpen = held.filter((_, place) => outcomes[place] === null);
    await settleEffects(
      desk,
      session.portalId,
      isDone,
      outcomes.filter((outcome) => outcome !== null),
    );
    await holdBack(desk, session.portalId, isOpen, error);
  }
}

/** One effect that breaks the program holds up no other: each contact's are tried by themselves, and later each time. */
async function isolate(desk: Desk, session: PortalSession, held: readonly HeldEffect[], error: unknown): Promise<void> {
  if (isDatabaseAway(error)) {
    throw error;
  }
  const contactIds = [...new Set(held.map((each) => each.contactId))];
  if (contactIds.length > 1) {
    for (const contactId of contactIds) {
      const theirs = held.filter((each) => each.contactId === contactId);
      await applyHeld(
        desk,
        session,
        theirs.map((each) => ({ ...each, isRetry: true })),
        desk.now(),
      );
    }
    return;
  }
  const waitMillis = waitAfter(held);
  desk.log.error({ code: 'HSV024', portalId: session.portalId, error }, 'what was decided could not be written');
  await putOff(desk, session.portalId, held, waitMillis);
}

/** Calls of one application may wait for each other longer than a lease lasts; what is ours stays ours. */
async function renewHeld(desk: Desk, portalId: number, held: readonly HeldEffect[]): Promise<void> {
  await desk.database.query(
    `update effect set lease_until = $5
     from unnest($2::text[], $3::int[]) as held (decision_id, place)
     where effect.portal_id = $1 and effect.decision_id = held.decision_id and effect.place = held.place
       and state = 'due' and lease_by = $4`,
    [
      portalId,
      held.map((each) => each.decisionId),
      held.map((each) => each.place),
      desk.worker,
      desk.now() + effectLeaseMillis,
    ],
  );
}

/** They come again when it may be better. How often they failed says how long that is. */
async function holdBack(
  desk: Desk,
  portalId: number,
  open: readonly HeldEffect[],
  interrupted: EffectsInterrupted,
): Promise<void> {
  const cause = interrupted.cause;
  const retryAfter = cause instanceof CrmError ? cause.retryAfterMillis : null;
  const waitMillis = Math.min(retryAfter ?? waitAfter(open), mostWaitMillis);
  await putOff(desk, portalId, open, waitMillis);
  desk.log.warn(
    { code: 'HSV020', portalId, count: open.length, millis: waitMillis, error: interrupted },
    'what was decided could not be written yet',
  );
}

function waitAfter(held: readonly HeldEffect[]): number {
  const tries = Math.max(0, ...held.map((each) => each.attempts));
  return Math.min(1_000 * 2 ** Math.min(tries, 9), mostWaitMillis);
}

async function putOff(desk: Desk, portalId: number, open: readonly HeldEffect[], waitMillis: number): Promise<void> {
  const at = desk.now() + waitMillis;
  await desk.database.query(
    `update effect set lease_until = 0, lease_by = null, attempts = attempts + 1, not_before = $4
     from unnest($2::text[], $3::int[]) as open (decision_id, place)
     where effect.portal_id = $1 and effect.decision_id = open.decision_id and effect.place = open.place and state = 'due'
       and lease_by = $5`,
    [portalId, open.map((each) => each.decisionId), open.map((each) => each.place), at, desk.worker],
  );
  await desk.jobs.ask('apply', { portalId }, { startAt: at });
}
