import type { Queryable } from '../database/database.ts';
import type { UiRead } from '../../handlers/ui/ui-calls.ts';
import type { DecisionForm, DecisionsForm } from '../../handlers/ui/ui-forms.ts';

type DecisionRow = {
  decision_id: string;
  contact_id: string;
  decided_at: number;
  mode: string;
  destination_key: string;
  band: string;
  sla_key: string;
  given_to: string;
  basis: string;
  headline: string;
  policy_hash: string;
  is_current: boolean;
};

/**
 * The decisions of a portal, newest first, page by page.
 *
 * @param contactIds of these contacts only; null for all
 */
export async function listDecisions(
  database: Queryable,
  portalId: number,
  query: Omit<UiRead<'decisions'>, 'words'>,
  contactIds: readonly string[] | null,
): Promise<DecisionsForm> {
  const [afterAt, afterId] = startOf(query.after ?? null);
  const rows = await database.query<DecisionRow>(
    `select decision_id, contact_id, decided_at, mode, destination_key, band, sla_key, given_to, basis, headline, policy_hash,
       is_current
     from decision where portal_id = $1
       and ($2::text is null or contact_id = $2) and ($3::text is null or destination_key = $3)
       and ($4::text is null or given_to = $4) and ($5::bigint is null or decided_at >= $5)
       and ($6::bigint is null or decided_at <= $6)
       and ($7::bigint is null or decided_at < $7 or (decided_at = $7 and decision_id > $8))
       and ($10::text[] is null or contact_id = any($10))
     order by decided_at desc, decision_id limit $9`,
    [
      portalId,
      query.contactId ?? null,
      query.destinationKey ?? null,
      query.givenTo ?? null,
      query.from ?? null,
      query.until ?? null,
      afterAt,
      afterId,
      query.most + 1,
      contactIds,
    ],
  );
  const decisions = rows.slice(0, query.most).map(decisionOf);
  const last = decisions.at(-1);
  const isMore = rows.length > query.most && last !== undefined;
  return { decisions, after: isMore ? `${last.decidedAt} ${last.decisionId}` : null };
}

/** Where a page begins; from the newest on where the text is none of ours. */
function startOf(after: string | null): [number | null, string] {
  const found = /^(\d{1,15}) (.+)$/.exec(after ?? '');
  return found === null ? [null, ''] : [Number(found[1]), found[2]!];
}

function decisionOf(row: DecisionRow): DecisionForm {
  return {
    decisionId: row.decision_id,
    contactId: row.contact_id,
    decidedAt: row.decided_at,
    mode: row.mode,
    destinationKey: row.destination_key,
    band: row.band,
    slaKey: row.sla_key,
    givenTo: row.given_to,
    basis: row.basis,
    headline: row.headline,
    policyHash: row.policy_hash,
    isCurrent: row.is_current,
  };
}
