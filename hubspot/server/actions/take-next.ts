import { assess } from '../../../core/src/decide/index.ts';
import type { Turn } from '../../../core/src/decide/model/turn-ledger.ts';
import { assignLead } from '../../../core/src/decide/route/assign-lead.ts';
import type { TakeNextOutcome, TakeNextRequest } from '../../handlers/actions/action-ports.ts';
import { isPassing } from '../../handlers/crm/batch-errors.ts';
import { CrmError } from '../../handlers/crm/crm-error.ts';
import type { GatheredSubject } from '../../handlers/subjects/subject.ts';
import { LockedLedgers } from '../deciding/ledgers.ts';
import { ledgerNameOf } from '../../handlers/deciding/ledger-name.ts';
import type { Desk } from '../desk.ts';
import type { DecidingView, PortalSession } from '../portals/portal-session.ts';
import { gatherOne } from './preview-decision.ts';
import { refusalOfRules } from '../../handlers/actions/refuse-rules.ts';

/** A turn that a workflow took, as it is kept under the key of its call. */
type TakenTurn = { readonly takerKey: string; readonly sequence: number; readonly basis: string; readonly turn: Turn };

/**
 * Takes the next fair turn from a pool for a contact whose destination a workflow drew. Caps, hours, leave, skills and languages
 * count as they do in a decision. A call that comes again finds the turn that it took.
 */
export async function takeNext(desk: Desk, session: PortalSession, request: TakeNextRequest): Promise<TakeNextOutcome> {
  const { portalId } = session;
  try {
    const view = await session.view(desk.now());
    const { policy } = view.rules;
    const poolPosition = policy.pools.findIndex((pool) => pool.poolKey === request.poolKey);
    if (poolPosition < 0) {
      return { state: 'unknownPool', knownKeys: policy.pools.map((pool) => pool.poolKey) };
    }
    const subject = await gatherOne(desk, session, view, request.contactId);
    if (subject === null) {
      return { state: 'noContact' };
    }
    const ledgerName = ledgerNameOf(policy.mode, request.poolKey);
    const taken = await takeOnce(desk, portalId, view, subject, poolPosition, ledgerName, request.key);
    if (taken === null) {
      return { state: 'nobodyCan' };
    }
    const isTrial = policy.mode !== 'live';
    const ownerId = view.team.ownerIdOf.get(taken.takerKey) ?? null;
    if (request.isGiven && !isTrial && ownerId !== null) {
      const cause = await giveOwner(session, 'contacts', request.contactId, ownerId);
      if (cause !== null) {
        await giveBack(desk, portalId, ledgerName, taken, request.key);
        return { state: 'givenBack', cause };
      }
    }
    // The contact is theirs by now, whatever becomes of the lead: the turn stands.
    const leadProblem =
      request.leadId !== null && request.isGiven && !isTrial && ownerId !== null
        ? await giveOwner(session, 'leads', request.leadId, ownerId)
        : null;
    const rep = view.team.roster.reps.find((each) => each.repKey === taken.takerKey);
    return {
      state: 'taken',
      ownerId,
      ownerName: rep?.displayName ?? taken.takerKey,
      turnNumber: taken.sequence,
      basis: taken.basis,
      isTrial,
      ...(leadProblem === null ? {} : { leadProblem }),
    };
  } catch (error) {
    return refusalOfRules(error);
  }
}

async function takeOnce(
  desk: Desk,
  portalId: number,
  view: DecidingView,
  subject: GatheredSubject,
  poolPosition: number,
  ledgerName: string,
  key: string,
): Promise<TakenTurn | null> {
  const now = desk.now();
  const decisionId = decisionIdOf(key);
  return desk.database.transaction(async (transaction) => {
    const ledgers = await LockedLedgers.lock(transaction, portalId, [ledgerName]);
    const [before] = await transaction.query<{ outputs: TakenTurn | null }>(
      'select outputs from action_call where portal_id = $1 and callback_id = $2',
      [portalId, decisionId],
    );
    if (before?.outputs) {
      return before.outputs;
    }
    const assessment = assess(subject.input, view.context);
    const assignment = assignLead(
      {
        plan: { owners: [], isOwnerKept: false, poolPositions: [poolPosition], holderKey: '' },
        facts: assessment.facts,
        language: assessment.known.inbound.language,
        crm: assessment.known.crm,
        now,
      },
      ledgers.known([ledgerName]),
      view.context,
    );
    if (assignment.turn === null || assignment.ledgerAfter === null) {
      return null;
    }
    ledgers.take(ledgerName, assignment.ledgerAfter, assignment.turn, decisionId);
    await ledgers.save();
    const taken: TakenTurn = {
      takerKey: assignment.turn.takerKey,
      sequence: assignment.turn.sequence,
      basis: assignment.basis,
      turn: assignment.turn,
    };
    await transaction.query(
      `insert into action_call (portal_id, callback_id, action, contact_id, called_at, outputs, completed_at)
       values ($1, $2, 'turn', $3, $4, $5, $4)`,
      [portalId, decisionId, subject.contact.id, now, JSON.stringify(taken)],
    );
    return taken;
  });
}

/**
 * Null when the owner is written; why not, otherwise.
 *
 * @throws CrmError where HubSpot cannot write it just now: the call comes again and finds the turn that it took
 */
async function giveOwner(
  session: PortalSession,
  objectType: 'contacts' | 'leads',
  id: string,
  ownerId: string,
): Promise<string | null> {
  const [outcome] = await session.crm.updateObjects(objectType, [{ id, properties: { hubspot_owner_id: ownerId } }]);
  if (outcome!.isWritten) {
    return null;
  }
  const { category, message } = outcome!.problem;
  if (isPassing(category)) {
    throw new CrmError('unavailable', 'HubSpot could not write the owner just now.', { status: 207, category });
  }
  return message;
}

async function giveBack(
  desk: Desk,
  portalId: number,
  ledgerName: string,
  taken: TakenTurn,
  key: string,
): Promise<void> {
  await desk.database.transaction(async (transaction) => {
    const ledgers = await LockedLedgers.lock(transaction, portalId, [ledgerName]);
    const gone = await transaction.query(
      'delete from action_call where portal_id = $1 and callback_id = $2 returning callback_id',
      [portalId, decisionIdOf(key)],
    );
    if (gone.length > 0) {
      ledgers.giveBack(ledgerName, taken.turn, decisionIdOf(key), desk.now());
      await ledgers.save();
    }
  });
}

function decisionIdOf(key: string): string {
  return `turn of call ${key}`;
}
