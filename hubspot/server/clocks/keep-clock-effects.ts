import type { Effect } from '../../handlers/effects/effect.ts';
import type { Queryable } from '../database/database.ts';
import type { JobQueue } from '../jobs/job-queue.ts';

/**
 * Keeps what a step of a clock does in the portal, with the step itself: a crash before the commit has told nobody, and after it
 * everything is done. The same step of the same clock is kept once.
 */
export async function keepClockEffects(
  transaction: Queryable,
  jobs: JobQueue,
  portalId: number,
  clock: { readonly decisionId: string; readonly contactId: string },
  step: string,
  effects: readonly Effect[],
  now: number,
): Promise<void> {
  if (effects.length === 0) {
    return;
  }
  await transaction.query(
    `insert into effect (portal_id, decision_id, place, contact_id, kind, content, made_at)
     select $1, $2, place - 1, $3, content ->> 'kind', content, $4
     from unnest($5::jsonb[]) with ordinality as planned (content, place) on conflict do nothing`,
    [portalId, `${clock.decisionId}!${step}`, clock.contactId, now, effects.map((effect) => JSON.stringify(effect))],
  );
  await jobs.ask('apply', { portalId }, { transaction });
}
