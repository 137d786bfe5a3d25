import { isWithin } from '../model/business-time.ts';
import type { CrmContext } from '../model/crm-context.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { none } from '../model/decision-context.ts';
import type { FactSheet } from '../model/fact-sheet.ts';
import type { Int, Long } from '../model/number.ts';
import type { Turn, TurnLedger } from '../model/turn-ledger.ts';
import { findEligible, type Eligibility } from './find-eligible.ts';
import type { PoolPlan } from './plan-pools.ts';
import { settleLedger } from './settle-ledger.ts';
import { chargeTurn, takeTurn } from './take-turn.ts';

/** How the owner was found. */
export type AssignmentBasis = 'kept' | 'owner' | 'territoryOwner' | 'turn' | 'overflow' | 'afterHours' | 'holder';

/** One pool that was asked: its ledger as it stood, and one letter for each member (see standings). */
export type PoolTry = { poolPosition: Int; ledgerBefore: TurnLedger; marks: string; isHoursIgnored: boolean };

/** Who gets the lead, at what cost, and who was passed over. */
export type Assignment = {
  ownerKey: string;
  basis: AssignmentBasis;
  poolPosition: Int;
  /** Whether this lead cost its owner a turn in the pool. */
  consumedTurn: boolean;
  turn: Turn | null;
  ledgerAfter: TurnLedger | null;
  tries: PoolTry[];
  /** Why the first existing owner could not take it: not active, on leave, handed it back; null when they could. */
  ownerPassedOver: string | null;
  isCalendarStale: boolean;
};

/** Everything a turn needs besides the ledgers. */
export type TurnQuestion = {
  plan: PoolPlan;
  facts: FactSheet;
  language: string | null;
  crm: CrmContext;
  now: Long;
};

/**
 * Finds the owner: a kept or existing one first, then the fair turn in each planned pool, then the same pools without
 * regard to working hours, and at last the named holder. Somebody always has the lead.
 */
export function assignLead(question: TurnQuestion, ledgers: TurnLedger[], context: DecisionContext): Assignment {
  const assignment = heldBy(question.plan.holderKey);
  if (tryOwners(assignment, question, ledgers, context)) {
    return assignment;
  }
  if (!tryPools(assignment, question, ledgers, context, false)) {
    tryPools(assignment, question, ledgers, context, true);
  }
  return assignment;
}

/** The first owner who can take it. One whom a person chose keeps it even when they cannot: that is noted, not fought. */
function tryOwners(
  assignment: Assignment,
  question: TurnQuestion,
  ledgers: TurnLedger[],
  context: DecisionContext,
): boolean {
  for (const owner of question.plan.owners) {
    const reason = reasonAgainstOwner(owner.ownerKey, question, context);
    if (assignment.ownerPassedOver === null) {
      assignment.ownerPassedOver = reason;
    }
    if (question.plan.isOwnerKept) {
      assignment.ownerKey = owner.ownerKey;
      assignment.basis = 'kept';
      return true;
    }
    if (reason === null) {
      assignment.ownerKey = owner.ownerKey;
      assignment.basis = owner.isOfTerritory ? 'territoryOwner' : 'owner';
      countOwnerMatch(assignment, question, ledgers, context);
      return true;
    }
  }
  return false;
}

/** Takes a turn out again that nobody will get: the control share of a trial is left to the present process. */
export function leaveTurn(assignment: Assignment): void {
  assignment.consumedTurn = false;
  assignment.turn = null;
  assignment.ledgerAfter = null;
}

function heldBy(holderKey: string): Assignment {
  return {
    ownerKey: holderKey,
    basis: 'holder',
    poolPosition: none,
    consumedTurn: false,
    turn: null,
    ledgerAfter: null,
    tries: [],
    ownerPassedOver: null,
    isCalendarStale: false,
  };
}

/** Null when the existing owner can take the lead. An owner whom the roster does not know is taken at the CRM's word. */
function reasonAgainstOwner(ownerKey: string, question: TurnQuestion, context: DecisionContext): string | null {
  if (question.crm.handedBackKeys.includes(ownerKey)) {
    return 'b';
  }
  const rep = context.reps.get(ownerKey) ?? null;
  if (rep === null) {
    return null;
  }
  if (!rep.isActive) {
    return 'i';
  }
  return isWithin(rep.timeOff, question.now) ? 'o' : null;
}

function tryPools(
  assignment: Assignment,
  question: TurnQuestion,
  ledgers: TurnLedger[],
  context: DecisionContext,
  isHoursIgnored: boolean,
): boolean {
  for (let place: Int = 0; place < question.plan.poolPositions.length; place += 1) {
    const poolPosition: Int = question.plan.poolPositions[place]!;
    const prepared = context.prepared.pools[poolPosition]!;
    if (isHoursIgnored && prepared.pool.hoursRule === 'ignore') {
      continue;
    }
    const ledger = settledLedger(poolPosition, ledgers, question.now, context);
    const found = askMembers(poolPosition, ledger, question, context, isHoursIgnored);
    assignment.isCalendarStale = assignment.isCalendarStale || found.isAnyCalendarStale;
    if (found.eligibleCount > 0) {
      const taken = takeTurn(ledger, found.eligible, question.now);
      markTaker(found, ledger, taken.turn.takerKey);
      assignment.ownerKey = taken.turn.takerKey;
      assignment.basis = isHoursIgnored ? 'afterHours' : place === 0 ? 'turn' : 'overflow';
      assignment.poolPosition = poolPosition;
      assignment.consumedTurn = true;
      assignment.turn = taken.turn;
      assignment.ledgerAfter = taken.ledger;
    }
    assignment.tries.push({
      poolPosition: poolPosition,
      ledgerBefore: ledger,
      marks: found.marks.join(''),
      isHoursIgnored: isHoursIgnored,
    });
    if (found.eligibleCount > 0) {
      return true;
    }
  }
  return false;
}

function askMembers(
  poolPosition: Int,
  ledger: TurnLedger,
  question: TurnQuestion,
  context: DecisionContext,
  isHoursIgnored: boolean,
): Eligibility {
  return findEligible(
    context.prepared.pools[poolPosition]!,
    ledger,
    question.facts,
    question.language,
    question.crm.handedBackKeys,
    context,
    question.now,
    isHoursIgnored,
  );
}

function settledLedger(poolPosition: Int, ledgers: TurnLedger[], now: Long, context: DecisionContext): TurnLedger {
  const prepared = context.prepared.pools[poolPosition]!;
  let known: TurnLedger | null = null;
  for (const ledger of ledgers) {
    if (ledger.poolKey === prepared.pool.poolKey) {
      known = ledger;
    }
  }
  return settleLedger(prepared, known, context.calendars.get(prepared.pool.calendarKey) ?? null, now);
}

function markTaker(found: Eligibility, ledger: TurnLedger, takerKey: string): void {
  for (let position: Int = 0; position < ledger.entries.length; position += 1) {
    if (ledger.entries[position]!.memberKey === takerKey) {
      found.marks[position] = 'T';
    }
  }
}

/** Where the pool says that an owner's own leads count, the owner pays for the turn as if it had come up. */
function countOwnerMatch(
  assignment: Assignment,
  question: TurnQuestion,
  ledgers: TurnLedger[],
  context: DecisionContext,
): void {
  if (question.plan.poolPositions.length === 0) {
    return;
  }
  const poolPosition: Int = question.plan.poolPositions[0]!;
  if (!context.prepared.pools[poolPosition]!.pool.isOwnerMatchCounted) {
    return;
  }
  const ledger = settledLedger(poolPosition, ledgers, question.now, context);
  const found = askMembers(poolPosition, ledger, question, context, true);
  for (let position: Int = 0; position < ledger.entries.length; position += 1) {
    if (ledger.entries[position]!.memberKey === assignment.ownerKey) {
      found.eligible[position] = true;
      const charged = chargeTurn(ledger, found.eligible, position, question.now);
      markTaker(found, ledger, assignment.ownerKey);
      assignment.poolPosition = poolPosition;
      assignment.consumedTurn = true;
      assignment.turn = charged.turn;
      assignment.ledgerAfter = charged.ledger;
      assignment.tries.push({
        poolPosition: poolPosition,
        ledgerBefore: ledger,
        marks: found.marks.join(''),
        isHoursIgnored: true,
      });
      return;
    }
  }
}
