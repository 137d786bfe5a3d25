import { readValidatedDraft } from '../../handlers/rules/read-validated-draft.ts';
import { clearAlert } from '../alerts/raise-alert.ts';
import type { Desk } from '../desk.ts';

/**
 * Ops changed rows in the portal: reads them, checks them, and writes at each row what is wrong with it. What is published does
 * not change by it.
 */
export async function validateDraft(desk: Desk, portalId: number): Promise<void> {
  const session = await desk.sessions.open(portalId);
  if (session === null) {
    return;
  }
  const startedAt = desk.now();
  session.forgetRules();
  const draft = await readValidatedDraft(session.store);
  await session.store.noteProblems(draft.problems);
  await desk.database.query(
    `insert into draft (portal_id, changed_at, read_at, hash, problems) values ($1, $2, $2, $3, $4)
     on conflict (portal_id) do update set read_at = $2, hash = $3, problems = $4`,
    [portalId, startedAt, draft.hash, JSON.stringify(draft.problems)],
  );
  for (const code of ['HSV001', 'HSV002', 'HSV003', 'HSR011']) {
    // Raised anew by the next lead, should it still be so.
    await clearAlert(desk.database, portalId, code, null, startedAt);
  }
  // What waited for rules need not wait for the next sweep.
  await desk.database.query(
    'update subject set not_before = 0 where portal_id = $1 and is_waiting and not_before > $2',
    [portalId, startedAt],
  );
  await desk.jobs.ask('decide', { portalId });
}
