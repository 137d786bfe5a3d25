import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { leanLeadForm, type LeanLead } from '../../handlers/learning/lean-lead.ts';
import type { LeadPage } from '../../handlers/learning/read-lead-page.ts';
import { countClosed } from '../../handlers/learning/outcomes-from.ts';
import type { Database, Queryable } from '../database/database.ts';
import { held, type LearningRun } from './learning-run.ts';

const leadsForm = z.array(leanLeadForm);

/**
 * Keeps a page and that the run has come so far, both or nothing: whoever goes on after a crash begins behind the last page that is
 * kept. Null where the run is no longer this worker's, and nothing was kept.
 *
 * @param leaseUntil a page that was kept makes the lease longer
 */
export async function keepPage(
  database: Database,
  run: LearningRun,
  worker: string,
  page: LeadPage,
  leaseUntil: number,
): Promise<LearningRun | null> {
  const closed = countClosed(page.leads);
  return database.transaction(async (transaction) => {
    const [moved] = await transaction.query<{ after_id: string | null }>(
      `update learning set after_id = $4, lead_count = lead_count + $5, closed_count = closed_count + $6,
         closed_elsewhere = closed_elsewhere + $7, are_deals_read = are_deals_read and $8, lease_until = $9, attempts = 0,
         state = case when $4::text is null then 'training' else state end
       where ${held('$1', '$2', '$3')} and after_id is not distinct from $10 returning after_id`,
      [
        run.portalId,
        run.runId,
        worker,
        page.after,
        page.leads.length,
        closed,
        page.closedElsewhere,
        page.areDealsRead,
        leaseUntil,
        run.afterId,
      ],
    );
    if (moved === undefined) {
      return null;
    }
    await transaction.query(
      `insert into learning_page (portal_id, run_id, place, content)
       values ($1, $2, (select count(*) from learning_page where portal_id = $1 and run_id = $2), $3)`,
      [run.portalId, run.runId, pack(page.leads)],
    );
    return {
      ...run,
      state: page.after === null ? 'training' : 'reading',
      afterId: page.after,
      attempts: 0,
      leadCount: run.leadCount + page.leads.length,
      closedCount: run.closedCount + closed,
      closedElsewhere: run.closedElsewhere + page.closedElsewhere,
      areDealsRead: run.areDealsRead && page.areDealsRead,
    };
  });
}

/** All leads of a run, a page in memory at a time. */
export async function* keptLeads(database: Queryable, run: LearningRun): AsyncGenerator<readonly LeanLead[]> {
  for (let place = 0; ; place += 1) {
    const [row] = await database.query<{ content: string }>(
      'select content from learning_page where portal_id = $1 and run_id = $2 and place = $3',
      [run.portalId, run.runId, place],
    );
    if (row === undefined) {
      return;
    }
    yield unpack(row.content);
  }
}

function pack(leads: readonly LeanLead[]): string {
  return deflateRawSync(JSON.stringify(leads)).toString('base64');
}

function unpack(content: string): LeanLead[] {
  return leadsForm.parse(JSON.parse(inflateRawSync(Buffer.from(content, 'base64')).toString('utf8')));
}
