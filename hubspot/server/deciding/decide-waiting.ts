/**
 * How waiting contacts are decided, on one page: claim, read, assess, lock the pools, assign, write down, do.
 */
import { assess } from '../../../core/src/decide/index.ts';
import type { Assessment } from '../../../core/src/decide/route/assessment.ts';
import { CrmError } from '../../handlers/crm/crm-error.ts';
import { RuleStoreError } from '../../handlers/rules/rule-store-error.ts';
import type { GatheredSubject } from '../../handlers/subjects/subject.ts';
import { followMerges } from '../clocks/follow-merges.ts';
import { completeWaitingCalls } from '../actions/kept-answers.ts';
import { applyEffectsOf } from '../applying/apply-effects-of.ts';
import { RulesNotHeldError } from '../../handlers/rules/live-rules.ts';
import type { DecidingView, PortalSession } from '../portals/portal-session.ts';
import {
  claimSubjects,
  isServedByAnother,
  leaseMillis,
  renewClaims,
  type ClaimedSubject,
} from '../waiting/claim-subjects.ts';
import { underLease } from '../waiting/keep-lease.ts';
import { isDatabaseAway } from '../database/is-database-away.ts';
import type { Desk } from '../desk.ts';
import { forgetGone, giveBackClaims, mostTries } from './give-back-claims.ts';
import { onePersonAtATime } from '../../handlers/subjects/one-person-at-a-time.ts';
import { putAside } from './put-aside.ts';
import { readBatch } from './read-batch.ts';
import { saveDecisions, type SavedDecision } from './save-decisions.ts';

/** A contact on its way through a batch. */
export type AssessedSubject = {
  readonly claimed: ClaimedSubject;
  readonly subject: GatheredSubject;
  readonly assessment: Assessment;
};

const mostAtOnce = 100;
/** So few are left to whoever is at work in the portal already. */
const leftToAnother = 50;
const retryMillis = 5_000;
const withoutRulesMillis = 30_000;
const uninstalledMillis = 60_000;
/** So long a job works before it asks for another one: none is to outlive its own deadline, or a server that stops. */
const mostMillis = 60_000;

/**
 * Decides what waits in a portal, batch after batch, until nothing does or it is time for another job.
 *
 * @returns how many were decided
 */
export async function decideWaiting(desk: Desk, portalId: number): Promise<number> {
  const session = await desk.sessions.open(portalId);
  if (session === null) {
    return 0;
  }
  const startedAt = desk.now();
  let decided = 0;
  while (!desk.isStopping() && desk.now() - startedAt < mostMillis) {
    const claimed = await claimSome(desk, portalId);
    if (claimed.length === 0) {
      await completeWaitingCalls(desk, session);
      return decided;
    }
    decided += await decideClaimed(desk, session, claimed);
  }
  await desk.jobs.ask('decide', { portalId });
  return decided;
}

/** A handful is left to whoever is at work already: a larger batch needs fewer calls a lead. Somebody looks again soon. */
async function claimSome(desk: Desk, portalId: number): Promise<ClaimedSubject[]> {
  const now = desk.now();
  if (await isServedByAnother(desk.database, portalId, desk.worker, now)) {
    const [row] = await desk.database.query<{ count: number }>(
      `select count(*)::int as count from (select from subject where portal_id = $1 and is_waiting and lease_until <= $2
         and not_before <= $2 limit $3) as waiting`,
      [portalId, now, leftToAnother],
    );
    if (row!.count < leftToAnother) {
      if (row!.count > 0) {
        await desk.jobs.ask('decide', { portalId }, { startAt: now + 1_500 });
      }
      return [];
    }
  }
  return claimSubjects(desk.database, portalId, desk.worker, mostAtOnce, now);
}

/** Decides claimed contacts. One that cannot be decided takes no other along: then each is tried by itself. */
async function decideClaimed(desk: Desk, session: PortalSession, claimed: readonly ClaimedSubject[]): Promise<number> {
  try {
    return await decideBatch(desk, session, claimed);
  } catch (error) {
    const ids = claimed.map((one) => one.contactId);
    if (error instanceof RulesNotHeldError || error instanceof RuleStoreError) {
      await giveBackClaims(desk, session, ids, withoutRulesMillis, false, error.code);
      await desk.alert(session.portalId, {
        code: error.code,
        about: 'rules',
        message: error.message,
        nextStep: error instanceof RulesNotHeldError ? error.nextStep : error.next,
      });
      return 0;
    }
    if (error instanceof CrmError && error.failure === 'unauthorized') {
      // The app was taken away; if it comes back, what waits is decided then.
      desk.sessions.forget(session.portalId);
      await giveBackClaims(desk, session, ids, uninstalledMillis, false, error.code);
      return 0;
    }
    if (error instanceof CrmError) {
      await giveBackClaims(desk, session, ids, error.retryAfterMillis ?? retryMillis, false, error.code);
      throw error;
    }
    if (isDatabaseAway(error)) {
      // No contact is to blame, and none can be given back: their leases end by themselves.
      throw error;
    }
    if (claimed.length > 1) {
      let decided = 0;
      for (const one of claimed) {
        decided += await decideClaimed(desk, session, [one]);
      }
      return decided;
    }
    const [only] = claimed;
    desk.log.error({ code: 'HSV010', portalId: session.portalId, error }, 'a contact could not be decided');
    if (only!.attempts >= mostTries) {
      await putAside(desk, session.portalId, only!);
    } else {
      await giveBackClaims(desk, session, ids, retryMillis * only!.attempts, true, 'HSV010');
    }
    return 0;
  }
}

async function decideBatch(desk: Desk, session: PortalSession, claimed: readonly ClaimedSubject[]): Promise<number> {
  const now = desk.now();
  const ids = claimed.map((one) => one.contactId);
  const { view, areHeld, gathered, goneIds, merged } = await underLease(
    leaseMillis,
    () => renewClaims(desk.database, session.portalId, desk.worker, ids, desk.now()),
    () => readBatch(desk, session, claimed, now),
  );
  if (!areHeld) {
    await giveBackClaims(desk, session, ids, 0, false, null);
    return 0;
  }
  await followMerges(desk, session.portalId, merged, now);
  await forgetGone(
    desk,
    session,
    claimed.filter((one) => goneIds.includes(one.contactId)),
    now,
  );
  const { first, later } = onePersonAtATime(gathered);
  await giveBackClaims(
    desk,
    session,
    later.map((one) => one.contact.id),
    0,
    false,
    null,
  );
  const assessed = assessAll(first, claimed, view);
  const saved = await saveDecisions(desk, session, view, assessed, now);
  tellMetrics(desk, saved);
  await applyEffectsOf(desk, session, saved);
  await completeWaitingCalls(desk, session);
  return saved.length;
}

function assessAll(
  subjects: readonly GatheredSubject[],
  claimed: readonly ClaimedSubject[],
  view: DecidingView,
): AssessedSubject[] {
  const byId = new Map(claimed.map((one) => [one.contactId, one]));
  return subjects.map((subject) => ({
    claimed: byId.get(subject.waiting.contactId)!,
    subject,
    assessment: assess(subject.input, view.context),
  }));
}

function tellMetrics(desk: Desk, saved: readonly SavedDecision[]): void {
  for (const one of saved) {
    desk.metrics.countDecision(one.destinationKind, one.secondsWaited);
  }
}
