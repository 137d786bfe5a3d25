import type { CallBudget, CallKind } from '../../handlers/crm/call-budget.ts';
import { CrmError } from '../../handlers/crm/crm-error.ts';
import type { Queryable } from '../database/database.ts';

/** A limit of HubSpot's: calls flow evenly, after a first few that may go at once. */
type Limit = { readonly intervalMillis: number; readonly atOnce: number };

/**
 * 110 calls in any 10 seconds for an app of the marketplace, and 5 searches a second for the whole account, of which we leave
 * one to others. In any window pass at most `atOnce` and what flows in it: 30 + 10 000 / 134 = 104 calls. What is sent evenly does
 * not arrive evenly, so that a few are left over.
 */
const limits: Readonly<Record<CallKind, Limit>> = {
  general: { intervalMillis: 134, atOnce: 30 },
  search: { intervalMillis: 334, atOnce: 2 },
};

/** Who would have to wait longer is told so at once and keeps no place: callers give up before that. */
const longestWaitMillis = 30_000;

/**
 * The budget of a portal, kept in the database so that all servers together stay within it. One number says when the next call
 * would fall due if they flowed evenly; whoever asks moves it on by one call and waits until its own turn.
 *
 * Whoever gives up gives its turn back where nobody has asked after it. A wait of more than half a minute is refused with a
 * `CrmError` (`limited`) that says when it may be better, so that calls which nobody waits for do not hold up those that follow.
 */
export function shareCallBudget(
  database: Queryable,
  portalId: number,
  clock: { readonly now: () => number; readonly wait: (millis: number) => Promise<void> },
): CallBudget {
  return {
    async take(kind, signal) {
      signal?.throwIfAborted();
      const now = clock.now();
      const { intervalMillis, atOnce } = limits[kind];
      const [row] = await database.query<{ next_at: number; may_call_at: number }>(
        `insert into call_budget as budget (portal_id, kind, next_at) values ($1, $2, $3::double precision + $4)
         on conflict (portal_id, kind) do update
           set next_at = greatest(budget.next_at, budget.paused_until, $3) + $4
           where greatest(budget.next_at + $4 - $4 * $5::double precision, budget.paused_until) <= $3 + $6
         returning next_at, greatest(next_at - $4 * $5::double precision, paused_until) as may_call_at`,
        [portalId, kind, now, intervalMillis, atOnce, longestWaitMillis],
      );
      if (row === undefined) {
        throw await fullBudget(database, portalId, kind, now);
      }
      const millis = row.may_call_at - now;
      try {
        signal?.throwIfAborted();
        if (millis > 0) {
          await orAbort(clock.wait(Math.ceil(millis)), signal);
        }
      } catch (error) {
        await database.query(
          `update call_budget set next_at = next_at - $4 where portal_id = $1 and kind = $2 and next_at = $3`,
          [portalId, kind, row.next_at, intervalMillis],
        );
        throw error;
      }
    },
    pause(kind, millis) {
      const { intervalMillis, atOnce } = limits[kind];
      const until = clock.now() + millis;
      // Afterwards calls begin again evenly and not all at once. Nobody waits for this to be noted: a pause that is lost costs
      // another refused call, which pauses again.
      void database
        .query(
          `insert into call_budget as budget (portal_id, kind, next_at, paused_until) values ($1, $2, $4, $3)
           on conflict (portal_id, kind) do update set
             paused_until = greatest(budget.paused_until, excluded.paused_until),
             next_at = greatest(budget.next_at, excluded.next_at)`,
          [portalId, kind, until, until + intervalMillis * atOnce],
        )
        .catch(() => undefined);
    },
  };
}

async function fullBudget(database: Queryable, portalId: number, kind: CallKind, now: number): Promise<CrmError> {
  const { intervalMillis, atOnce } = limits[kind];
  const [row] = await database.query<{ free_at: number }>(
    `select greatest(next_at - $3 * $4::double precision, paused_until) as free_at from call_budget
     where portal_id = $1 and kind = $2`,
    [portalId, kind, intervalMillis, atOnce],
  );
  return new CrmError('limited', "The portal's budget of calls has no room for this one soon; try again later.", {
    category: 'BUDGET',
    // A part of the queue may be gone by then: whoever comes back when it begins to be short enough finds room.
    retryAfterMillis: Math.max(1_000, Math.ceil((row?.free_at ?? now) - now - longestWaitMillis / 2)),
  });
}

/** Waits, but no longer than until the signal is aborted. */
function orAbort(waiting: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) {
    return waiting;
  }
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', giveUp, { once: true });
    waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
