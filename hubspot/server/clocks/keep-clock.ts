import type { Escalation } from '../../../core/src/decide/act/start-clock.ts';
import { nextRungAt, type RunningClock } from '../../handlers/clock/running-clock.ts';
import type { SlaState } from '../../handlers/portal/property-names.ts';
import type { Queryable } from '../database/database.ts';
import type { JobQueue } from '../jobs/job-queue.ts';

/** Keeps a clock that starts, and asks for the job that looks at it first. One that is there already stays as it is. */
export async function keepClock(
  transaction: Queryable,
  jobs: JobQueue,
  portalId: number,
  clock: RunningClock,
): Promise<void> {
  const nextAt = nextRungAt(clock);
  await transaction.query(
    `insert into clock (portal_id, decision_id, contact_id, sla_key, owner_key, given_to, started_at, due_at, state,
       is_quiet, rungs, climbed, next_rung_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (portal_id, decision_id) do nothing`,
    [
      portalId,
      clock.decisionId,
      clock.contactId,
      clock.slaKey,
      clock.ownerKey,
      clock.givenToKey,
      clock.startedAt,
      clock.dueAt,
      clock.state,
      clock.isQuiet,
      JSON.stringify(clock.rungs),
      clock.climbed,
      nextAt,
    ],
  );
  if (nextAt !== null) {
    await askForLook(jobs, transaction, portalId, nextAt);
  }
}

const secondMillis = 1_000;

/** Asks for the job that looks at a portal's clocks at an instant. Clocks that are due in the same second share one. */
export async function askForLook(
  jobs: JobQueue,
  transaction: Queryable | null,
  portalId: number,
  at: number,
): Promise<void> {
  const second = Math.ceil(at / secondMillis);
  await jobs.ask(
    'clock',
    { portalId },
    {
      ...(transaction === null ? {} : { transaction }),
      startAt: second * secondMillis,
      key: `${portalId} ${second}`,
    },
  );
}

/**
 * Ends every clock of a contact without a touch. One that was missed, or is over, stays a miss.
 *
 * @returns how the latest of them ended; null where none ran
 */
export async function closeClocks(
  transaction: Queryable,
  portalId: number,
  contactId: string,
  at: number,
): Promise<SlaState | null> {
  const rows = await transaction.query<{ state: SlaState; started_at: number }>(
    `update clock set state = case when state = 'missed' or due_at < $3 then 'missed' else 'closed' end, ended_at = $3,
       next_rung_at = null
     where portal_id = $1 and contact_id = $2 and ended_at is null returning state, started_at`,
    [portalId, contactId, at],
  );
  return rows.sort((one, other) => other.started_at - one.started_at)[0]?.state ?? null;
}

type ClockRow = {
  decision_id: string;
  contact_id: string;
  sla_key: string;
  owner_key: string;
  given_to: string;
  started_at: number;
  due_at: number;
  state: SlaState;
  rungs: Escalation[];
  climbed: number;
  is_quiet: boolean;
};

/** The columns that runningClockOf reads. */
export const clockColumns =
  'decision_id, contact_id, sla_key, owner_key, given_to, started_at, due_at, state, rungs, climbed, is_quiet';

export function runningClockOf(row: unknown): RunningClock {
  const clock = row as ClockRow;
  return {
    decisionId: clock.decision_id,
    contactId: clock.contact_id,
    slaKey: clock.sla_key,
    ownerKey: clock.owner_key,
    givenToKey: clock.given_to,
    startedAt: clock.started_at,
    dueAt: clock.due_at,
    state: clock.state,
    rungs: clock.rungs,
    climbed: clock.climbed,
    isQuiet: clock.is_quiet,
  };
}
