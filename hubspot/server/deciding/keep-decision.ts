import { createHash } from 'node:crypto';
import type { Decision } from '../../../core/src/decide/index.ts';
import { isLowConfidence } from '../../../core/src/author/run/lead-decider.ts';
import type { Destination } from '../../../core/src/decide/model/policy.ts';
import type { Queryable } from '../database/database.ts';
import type { Desk } from '../desk.ts';
import type { DecidingView } from '../portals/portal-session.ts';
import type { AssessedSubject } from './decide-waiting.ts';
import { ledgerNameOf } from '../../handlers/deciding/ledger-name.ts';

export function destinationOf(decision: Decision, { rules }: DecidingView): Destination {
  return rules.policy.destinations[decision.assessment.choice.destinationPosition]!;
}

/** Deciding again came to what counts already. */
export async function countRepeat(transaction: Queryable, portalId: number, decisionId: string): Promise<void> {
  await transaction.query('update decision set repeats = repeats + 1 where portal_id = $1 and decision_id = $2', [
    portalId,
    decisionId,
  ]);
}

/** Writes a decision as the row that keeps it; the one before counts no longer. */
export async function keepDecision(
  transaction: Queryable,
  desk: Desk,
  portalId: number,
  one: AssessedSubject,
  decision: Decision,
  view: DecidingView,
  now: number,
): Promise<void> {
  const contactId = one.subject.contact.id;
  const { context, rules, team } = view;
  const { assessment, assignment, plan, clock } = decision;
  const destination = destinationOf(decision, view);
  const salt = desk.newSalt();
  const rep = team.roster.reps.find((each) => each.repKey === assignment.ownerKey);
  await transaction.query(
    'update decision set is_current = false where portal_id = $1 and contact_id = $2 and is_current',
    [portalId, contactId],
  );
  await transaction.query(
    `insert into decision (decision_id, portal_id, contact_id, arrival, submission_key, is_current, decided_at, mode,
       destination_key, band, sla_key, given_to, basis, headline, is_reviewed, is_quiet, policy_hash, roster_hash,
       calendars_hash, decision_text, personal_text, salt, decision_hash, personal_hash, ledger_name, turn)
     values ($1, $2, $3, $4, $5, true, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
       $24, $25)`,
    [
      plan.decisionKey,
      portalId,
      contactId,
      one.claimed.arrival,
      one.subject.input.submission.submissionKey,
      now,
      rules.policy.mode,
      destination.destinationKey,
      assessment.choice.bucket,
      clock.slaKey,
      assignment.ownerKey,
      assignment.basis,
      [destination.label, rep?.displayName ?? assignment.ownerKey, assessment.choice.bucket].join(' · '),
      destination.kind === 'review' && isLowConfidence(decision, context),
      destination.kind === 'recordOnly',
      context.policyHash,
      context.rosterHash,
      context.calendarsHash,
      decision.decisionText,
      decision.personalText,
      salt,
      hashOf(decision.decisionText),
      hashOf(`${salt}\n${decision.personalText}`),
      assignment.turn === null ? null : ledgerNameOf(rules.policy.mode, assignment.turn.poolKey),
      assignment.turn === null ? null : JSON.stringify(assignment.turn),
    ],
  );
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
