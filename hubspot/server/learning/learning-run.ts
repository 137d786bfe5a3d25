import type { LearningNote } from '../../handlers/learning/learning-forms.ts';
import type { Database, Queryable } from '../database/database.ts';

/** A run as the tables have it. */
export type LearningRun = {
  readonly portalId: number;
  readonly runId: string;
  readonly state: 'reading' | 'training' | 'done' | 'failed' | 'cancelled';
  readonly startedAt: number;
  readonly startedBy: string;
  readonly finishedAt: number | null;
  readonly policyHash: string;
  readonly policyText: string;
  readonly salt: string | null;
  readonly afterId: string | null;
  readonly leadCount: number;
  readonly allCount: number;
  readonly closedCount: number;
  readonly closedElsewhere: number;
  readonly areDealsRead: boolean;
  readonly phase: string;
  readonly phaseDone: number;
  readonly phaseAll: number;
  readonly attempts: number;
  readonly problem: LearningNote | null;
  readonly result: string | null;
};

type RunRow = {
  readonly portal_id: number;
  readonly run_id: string;
  readonly state: LearningRun['state'];
  readonly started_at: number;
  readonly started_by: string;
  readonly finished_at: number | null;
  readonly policy_hash: string;
  readonly policy_text: string;
  readonly salt: string | null;
  readonly after_id: string | null;
  readonly lead_count: number;
  readonly all_count: number;
  readonly closed_count: number;
  readonly closed_elsewhere: number;
  readonly are_deals_read: boolean;
  readonly phase: string;
  readonly phase_done: number;
  readonly phase_all: number;
  readonly attempts: number;
  readonly problem: LearningNote | null;
  readonly result: string | null;
};

const underWay = `state in ('reading', 'training')`;

/** The last run of a portal; null where there was none. */
export async function findRun(database: Queryable, portalId: number): Promise<LearningRun | null> {
  const [row] = await database.query<RunRow>('select * from learning where portal_id = $1', [portalId]);
  return row === undefined ? null : runOf(row);
}

/** What a run begins with. */
export type NewRun = Pick<
  LearningRun,
  'portalId' | 'runId' | 'startedAt' | 'startedBy' | 'policyHash' | 'policyText' | 'allCount'
> & { readonly salt: string };

/** Begins a run, unless one is under way: of several who begin at once one does. */
export async function beginRun(database: Database, run: NewRun): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const begun = await transaction.query(
      `insert into learning (portal_id, run_id, state, started_at, started_by, policy_hash, policy_text, all_count, salt)
       values ($1, $2, 'reading', $3, $4, $5, $6, $7, $8)
       on conflict (portal_id) do update set run_id = excluded.run_id, state = 'reading', started_at = excluded.started_at,
         started_by = excluded.started_by, finished_at = null, policy_hash = excluded.policy_hash,
         policy_text = excluded.policy_text, all_count = excluded.all_count, salt = excluded.salt, after_id = null,
         lead_count = 0, closed_count = 0, closed_elsewhere = 0, are_deals_read = true, phase = '', phase_done = 0,
         phase_all = 0, attempts = 0, lease_until = 0, lease_by = null, problem = null, result = null
       where learning.state not in ('reading', 'training')
       returning run_id`,
      [run.portalId, run.runId, run.startedAt, run.startedBy, run.policyHash, run.policyText, run.allCount, run.salt],
    );
    if (begun.length > 0) {
      await transaction.query('delete from learning_page where portal_id = $1 and run_id <> $2', [
        run.portalId,
        run.runId,
      ]);
    }
    return begun.length > 0;
  });
}

/** Takes the run that is under way in a portal; null where there is none, or somebody works on it. */
export async function claimRun(
  database: Queryable,
  portalId: number,
  worker: string,
  now: number,
  leaseUntil: number,
): Promise<LearningRun | null> {
  const [row] = await database.query<RunRow>(
    `update learning set lease_by = $2, lease_until = $4 where portal_id = $1 and ${underWay} and lease_until <= $3
     returning *`,
    [portalId, worker, now, leaseUntil],
  );
  return row === undefined ? null : runOf(row);
}

export async function renewRun(database: Queryable, run: LearningRun, worker: string, until: number): Promise<void> {
  await database.query(`update learning set lease_until = $4 where ${held('$1', '$2', '$3')}`, [
    run.portalId,
    run.runId,
    worker,
    until,
  ]);
}

/** Leaves a run to whoever comes next, not before a moment. */
export async function leaveRun(
  database: Queryable,
  run: LearningRun,
  worker: string,
  given: { readonly notBefore: number; readonly attempts: number },
): Promise<void> {
  await database.query(
    `update learning set lease_by = null, lease_until = $4, attempts = $5 where ${held('$1', '$2', '$3')}`,
    [run.portalId, run.runId, worker, given.notBefore, given.attempts],
  );
}

/** How far training is. False where the run is no longer this worker's. */
export async function noteProgress(
  database: Queryable,
  run: LearningRun,
  worker: string,
  at: { readonly phase: string; readonly done: number; readonly all: number; readonly leaseUntil: number },
): Promise<boolean> {
  const rows = await database.query(
    `update learning set state = 'training', phase = $4, phase_done = $5, phase_all = $6, lease_until = $7
     where ${held('$1', '$2', '$3')} returning run_id`,
    [run.portalId, run.runId, worker, at.phase, at.done, at.all, at.leaseUntil],
  );
  return rows.length > 0;
}

/** How a run ends. What was read for it goes. */
export async function endRun(
  database: Database,
  run: LearningRun,
  worker: string,
  end: {
    readonly state: 'done' | 'failed';
    readonly now: number;
    readonly problem: LearningNote | null;
    readonly result: string | null;
  },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const ended = await transaction.query(
      `update learning set state = $4, finished_at = $5, problem = $6, result = $7, lease_by = null, lease_until = 0,
         salt = null, policy_text = ''
       where ${held('$1', '$2', '$3')} returning run_id`,
      [
        run.portalId,
        run.runId,
        worker,
        end.state,
        end.now,
        end.problem === null ? null : JSON.stringify(end.problem),
        end.result,
      ],
    );
    if (ended.length > 0) {
      await transaction.query('delete from learning_page where portal_id = $1', [run.portalId]);
    }
  });
}

/** Somebody wants it no more. Whoever works on it notices with the next page or step. */
export async function cancelRun(database: Database, portalId: number, now: number): Promise<void> {
  await database.transaction(async (transaction) => {
    const cancelled = await transaction.query(
      `update learning set state = 'cancelled', finished_at = $2, lease_by = null, lease_until = 0, salt = null,
         policy_text = '' where portal_id = $1 and ${underWay} returning run_id`,
      [portalId, now],
    );
    if (cancelled.length > 0) {
      await transaction.query('delete from learning_page where portal_id = $1', [portalId]);
    }
  });
}

/** Under way, and this worker's. */
export function held(portalId: string, runId: string, worker: string): string {
  return `portal_id = ${portalId} and run_id = ${runId} and lease_by = ${worker} and ${underWay}`;
}

function runOf(row: RunRow): LearningRun {
  return {
    portalId: row.portal_id,
    runId: row.run_id,
    state: row.state,
    startedAt: row.started_at,
    startedBy: row.started_by,
    finishedAt: row.finished_at,
    policyHash: row.policy_hash,
    policyText: row.policy_text,
    salt: row.salt,
    afterId: row.after_id,
    leadCount: row.lead_count,
    allCount: row.all_count,
    closedCount: row.closed_count,
    closedElsewhere: row.closed_elsewhere,
    areDealsRead: row.are_deals_read,
    phase: row.phase,
    phaseDone: row.phase_done,
    phaseAll: row.phase_all,
    attempts: row.attempts,
    problem: row.problem,
    result: row.result,
  };
}
