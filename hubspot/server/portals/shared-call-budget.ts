import type { CallBudget, CallKind } from '../../handlers/crm/call-budget.ts';
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

/**
 * The budget of a portal, kept in the database so that all servers together stay within it. One number says when the next call
 * would fall due if they flowed evenly; whoever asks moves it on by one call and waits until its own turn.
 */
export function shareCallBudget(
  database: Queryable,
  portalId: number,
  clock: { readonly now: () => number; readonly wait: (millis: number) => Promise<void> },
): CallBudget {
  return {
    async take(kind) {
      const now = clock.now();
      const { intervalMillis, atOnce } = limits[kind];
      const [row] = await database.query<{ may_call_at: number }>(
        `insert into call_budget as budget (portal_id, kind, next_at) values ($1, $2, $3::double precision + $4)
         on conflict (portal_id, kind) do update
           set next_at = greatest(budget.next_at, budget.paused_until, $3) + $4
         returning greatest(next_at - $4 * $5::double precision, paused_until) as may_call_at`,
        [portalId, kind, now, intervalMillis, atOnce],
      );
      const millis = row!.may_call_at - now;
      if (millis > 0) {
        await clock.wait(Math.ceil(millis));
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
