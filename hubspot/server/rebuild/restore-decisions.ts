import { createHash } from 'node:crypto';
import { policyOfText } from '../../../core/src/author/run/read-snapshots.ts';
import { prepare } from '../../../core/src/decide/index.ts';
import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import type { PreparedPolicy } from '../../../core/src/decide/model/prepared-policy.ts';
import { readRecord } from '../../handlers/card/read-record.ts';
import type { CrmRecord } from '../../handlers/crm/crm.ts';
import { readInstant } from '../../handlers/effects/read-instant.ts';
import { decided, type SlaState } from '../../handlers/portal/property-names.ts';
import { gatherSubjects } from '../../handlers/subjects/gather-subjects.ts';
import { keepClock } from '../clocks/keep-clock.ts';
import type { Queryable } from '../database/database.ts';
import { ledgerNameOf } from '../../handlers/deciding/ledger-name.ts';
import type { Desk } from '../desk.ts';
import { RulesNotHeldError } from '../../handlers/rules/live-rules.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { followUpsOf } from './follow-ups-of-record.ts';
import { recordedTurnOf, type RecordedTurn } from './ledger-of-record.ts';

/** What follows a decision is written within seconds; of older ones it is there. */
const followUpMillis = 120_000;
const mostAtOnce = 100;
const most = 1_000_000;

/** A decision as it stands on its contact. */
type StoredDecision = {
  readonly contact: CrmRecord;
  readonly decisionId: string;
  readonly arrival: number;
  readonly text: string;
  readonly record: DecisionRecord;
  readonly turn: RecordedTurn | null;
  readonly prepared: PreparedPolicy | null;
};

/**
 * Takes the decisions that stand on contacts back into the database, with the turns that they took and the clocks that they
 * started. What was to follow them is looked for and made where it is missing.
 *
 * @returns how many decisions were found
 */
export async function restoreDecisions(desk: Desk, session: PortalSession): Promise<number> {
  const stored = await readStored(session);
  const newest = Math.max(0, ...stored.map((one) => one.record.decidedAt));
  for (const one of stored) {
    await desk.database.transaction((transaction) => restoreOne(transaction, desk, session, one));
  }
  await desk.database.transaction((transaction) => restoreLedgers(transaction, session.portalId, stored));
  await askForFollowUps(
    desk,
    session,
    stored.filter((each) => each.record.decidedAt >= newest - followUpMillis),
  );
  return stored.length;
}

async function readStored(session: PortalSession): Promise<StoredDecision[]> {
  const contacts = await session.crm.searchObjects({
    objectType: 'contacts',
    groups: [[{ property: decided.decisionId, operator: 'HAS_PROPERTY', values: [] }]],
    properties: Object.values(decided),
    most,
  });
  const policies = new Map<string, PreparedPolicy | null>();
  const stored: StoredDecision[] = [];
  for (const contact of contacts) {
    const decisionId = contact.properties[decided.decisionId] ?? '';
    const text = contact.properties[decided.record] ?? '';
    const record = readRecord(text);
    const arrival = Number(/^\d+\/(\d+)\//.exec(decisionId)?.[1]);
    // What somebody changed by hand is no decision of ours any more.
    if (record === null || Number.isNaN(arrival)) {
      continue;
    }
    if (!policies.has(record.policy)) {
      const revision = await session.store.readRevision(record.policy);
      policies.set(record.policy, revision === null ? null : prepare(policyOfText(revision.text)));
    }
    const prepared = policies.get(record.policy) ?? null;
    const turn = prepared === null ? null : recordedTurnOf(record, prepared);
    stored.push({ contact, decisionId, arrival, text, record, turn, prepared });
  }
  return stored.sort(
    (one, other) => one.record.decidedAt - other.record.decidedAt || compare(one.decisionId, other.decisionId),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

async function restoreOne(
  transaction: Queryable,
  desk: Desk,
  session: PortalSession,
  one: StoredDecision,
): Promise<void> {
  const { portalId } = session;
  const { record, contact } = one;
  await transaction.query(
    `insert into subject (portal_id, contact_id, arrival, arrived_at, is_waiting, handed_back, current_decision_id)
     values ($1, $2, $3, $4, false, $5, $6) on conflict do nothing`,
    [portalId, contact.id, one.arrival, record.decidedAt, contact.properties[decided.handedBack] ?? '', one.decisionId],
  );
  const destination = one.prepared?.policy.destinations.find(
    (each) => each.destinationKey === record.choice.destination,
  );
  await transaction.query(
    `insert into decision (decision_id, portal_id, contact_id, arrival, submission_key, is_current, decided_at, mode,
       destination_key, band, sla_key, given_to, basis, headline, is_reviewed, is_quiet, policy_hash, roster_hash,
       calendars_hash, decision_text, decision_hash, personal_hash, ledger_name, turn)
     values ($1, $2, $3, $4, $5, true, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, '', $21, $22)
     on conflict do nothing`,
    [
      one.decisionId,
      portalId,
      contact.id,
      one.arrival,
      `${contact.id}/${one.arrival}`,
      record.decidedAt,
      record.mode,
      record.choice.destination,
      record.choice.bucket,
      record.clock.sla,
      record.assignment.owner,
      record.assignment.basis,
      [destination?.label ?? record.choice.destination, record.assignment.owner, record.choice.bucket].join(' · '),
      destination?.kind === 'review',
      destination?.kind === 'recordOnly',
      record.policy,
      record.roster,
      record.calendars,
      one.text,
      createHash('sha256').update(one.text).digest('hex'),
      one.turn === null ? null : ledgerNameOf(record.mode, one.turn.turn.poolKey),
      one.turn === null ? null : JSON.stringify(one.turn.turn),
    ],
  );
  await restoreClock(transaction, desk, portalId, one);
}

/** A clock that runs goes on where it was; its rungs up to now are taken as climbed, so that nobody is told twice. */
async function restoreClock(transaction: Queryable, desk: Desk, portalId: number, one: StoredDecision): Promise<void> {
  const { contact, record, prepared } = one;
  const state = (contact.properties[decided.slaState] ?? '') as SlaState | '';
  const dueAt = readInstant(contact.properties[decided.slaDueAt]);
  if (prepared === null || dueAt === null || (state !== 'running' && state !== 'reminded' && state !== 'missed')) {
    return;
  }
  const sla = prepared.slas.find((each) => each.sla.slaKey === record.clock.sla);
  const rungs = (sla?.steps ?? [])
    .map((step) => ({
      dueAt: dueAt + step.afterDueMinutes * 60_000,
      action: step.action,
      recipientKey: step.recipientKey,
    }))
    .sort((first, second) => first.dueAt - second.dueAt);
  const now = desk.now();
  await keepClock(transaction, desk.jobs, portalId, {
    decisionId: one.decisionId,
    contactId: contact.id,
    slaKey: record.clock.sla,
    ownerKey: record.clock.owner,
    givenToKey: record.assignment.owner,
    startedAt: record.decidedAt,
    dueAt,
    state,
    rungs,
    climbed: state === 'running' ? 0 : rungs.filter((rung) => rung.dueAt <= now).length,
    isQuiet: false,
  });
}

/** The ledger of a pool is the one after the last turn that somebody's record tells of. */
async function restoreLedgers(
  transaction: Queryable,
  portalId: number,
  stored: readonly StoredDecision[],
): Promise<void> {
  const latest = new Map<string, RecordedTurn>();
  for (const { turn, record, decisionId } of stored) {
    if (turn === null) {
      continue;
    }
    const name = ledgerNameOf(record.mode, turn.turn.poolKey);
    const known = latest.get(name);
    if (known === undefined || turn.turn.sequence > known.turn.sequence) {
      latest.set(name, turn);
    }
    await transaction.query(
      `insert into turn (portal_id, ledger_name, sequence, decision_id, taker_key, is_returned, taken_at)
       values ($1, $2, $3, $4, $5, false, $6) on conflict do nothing`,
      [portalId, name, turn.turn.sequence, decisionId, turn.turn.takerKey, turn.turn.takenAt],
    );
  }
  for (const [name, { ledgerAfter }] of latest) {
    await transaction.query(
      `insert into ledger (portal_id, ledger_name, sequence, ledger) values ($1, $2, $3, $4) on conflict do nothing`,
      [portalId, name, ledgerAfter.sequence, JSON.stringify(ledgerAfter)],
    );
  }
}

/** They may have been written or not; whoever applies them looks first. */
async function askForFollowUps(desk: Desk, session: PortalSession, latest: readonly StoredDecision[]): Promise<void> {
  const view = await viewOf(session, desk.now());
  const byLiveRules = latest.filter((one) => one.record.policy === view?.rules.hash);
  if (view === null) {
    return;
  }
  for (let start = 0; start < byLiveRules.length; start += mostAtOnce) {
    const batch = byLiveRules.slice(start, start + mostAtOnce);
    const { gathered } = await gatherSubjects(
      session.crm,
      batch.map((one) => ({
        contactId: one.contact.id,
        arrival: one.arrival,
        waitingSince: one.record.decidedAt,
        handedBackKeys: [],
      })),
      {
        settings: view.configuration.settings,
        lists: desk.lists,
        team: view.team,
        earlierOf: () => null,
        reviewLoad: { decidedToday: 0, reviewedToday: 0 },
        appId: session.appId,
        hasLeads: session.hasLeads,
        now: desk.now(),
      },
    );
    for (const subject of gathered) {
      const one = batch.find((each) => each.contact.id === subject.waiting.contactId)!;
      await desk.database.query(
        `insert into effect (decision_id, place, portal_id, contact_id, kind, content, made_at, attempted_at)
         select $1, place, $2, $3, content ->> 'kind', content, $4, $4
         from unnest($5::jsonb[]) with ordinality as planned (content, place) on conflict do nothing`,
        [
          one.decisionId,
          session.portalId,
          one.contact.id,
          one.record.decidedAt,
          followUpsOf(one, subject, view, session.hasLeads).map((effect) => JSON.stringify(effect)),
        ],
      );
    }
  }
}

async function viewOf(session: PortalSession, now: number): Promise<Awaited<ReturnType<PortalSession['view']>> | null> {
  try {
    return await session.view(now);
  } catch (error) {
    if (error instanceof RulesNotHeldError) {
      return null;
    }
    throw error;
  }
}
