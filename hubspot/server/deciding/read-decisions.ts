import type { ReviewLoad } from '../../../core/src/decide/model/crm-context.ts';
import type { EarlierDecision } from '../../handlers/subjects/subject.ts';
import type { Queryable } from '../database/database.ts';
import type { ClaimedSubject } from '../waiting/claim-subjects.ts';

const dayMillis = 86_400_000;

type EarlierRow = {
  contact_id: string;
  decision_id: string;
  decided_at: number;
  submission_key: string;
  mode: string;
  destination_key: string;
  band: string;
  sla_key: string;
  given_to: string;
  is_current: boolean;
};

/** The decisions that count for contacts now, and those of the arrival before for persons who came in again. */
export async function earlierDecisionsOf(
  database: Queryable,
  portalId: number,
  claimed: readonly ClaimedSubject[],
): Promise<{
  readonly current: ReadonlyMap<string, EarlierDecision>;
  readonly ofPerson: ReadonlyMap<string, EarlierDecision>;
}> {
  const earlierIds = claimed.map((one) => one.earlierDecisionId).filter((id) => id !== null);
  const rows = await database.query<EarlierRow>(
    `select contact_id, decision_id, decided_at, submission_key, mode, destination_key, band, sla_key, given_to, is_current
     from decision where portal_id = $1
       and ((is_current and contact_id = any($2::text[])) or decision_id = any($3::text[]))`,
    [portalId, claimed.map((one) => one.contactId), earlierIds],
  );
  const isEarlier = new Set(earlierIds);
  return {
    current: new Map(rows.filter((row) => row.is_current).map((row) => [row.contact_id, earlierOf(row)])),
    ofPerson: new Map(
      rows.filter((row) => isEarlier.has(row.decision_id)).map((row) => [row.contact_id, earlierOf(row)]),
    ),
  };
}

function earlierOf(row: EarlierRow): EarlierDecision {
  return {
    decisionId: row.decision_id,
    decidedAt: row.decided_at,
    submissionKey: row.submission_key,
    mode: row.mode,
    destinationKey: row.destination_key,
    band: row.band,
    slaKey: row.sla_key,
    givenToKey: row.given_to,
  };
}

/** How much was decided since midnight (UTC), and how much of it went to a person for low confidence. */
export async function reviewLoadAt(database: Queryable, portalId: number, now: number): Promise<ReviewLoad> {
  const [row] = await database.query<{ decided: number; reviewed: number }>(
    `select count(*)::int as decided, (count(*) filter (where is_reviewed))::int as reviewed
     from decision where portal_id = $1 and decided_at >= $2`,
    [portalId, now - (now % dayMillis)],
  );
  return { decidedToday: row!.decided, reviewedToday: row!.reviewed };
}
