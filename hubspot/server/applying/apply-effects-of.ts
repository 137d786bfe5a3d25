import { applyEffects, EffectsInterrupted } from '../../handlers/effects/apply-effects.ts';
import { CrmError } from '../../handlers/crm/crm-error.ts';
import type { Effect, EffectOutcome } from '../../handlers/effects/effect.ts';
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
  now: number,
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
  await applyHeld(desk, session, held, now);
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
      throw error;
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
  const tries = Math.max(0, ...open.map((each) => each.attempts));
  const retryAfter = cause instanceof CrmError ? cause.retryAfterMillis : null;
  const waitMillis = Math.min(retryAfter ?? 1_000 * 2 ** Math.min(tries, 9), mostWaitMillis);
  const at = desk.now() + waitMillis;
  await desk.database.query(
    `update effect set lease_until = 0, lease_by = null, attempts = attempts + 1, not_before = $4
     from unnest($2::text[], $3::int[]) as open (decision_id, place)
     where effect.portal_id = $1 and effect.decision_id = open.decision_id and effect.place = open.place and state = 'due'
       and lease_by = $5`,
    [portalId, open.map((each) => each.decisionId), open.map((each) => each.place), at, desk.worker],
  );
  await desk.jobs.ask('apply', { portalId }, { startAt: at });
  desk.log.warn(
    { code: 'HSV020', portalId, count: open.length, millis: waitMillis, error: interrupted },
    'what was decided could not be written yet',
  );
}
