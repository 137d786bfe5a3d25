import { assign, type Decision } from '../../../core/src/decide/index.ts';
import type { Effect } from '../../handlers/effects/effect.ts';
import { isRepeatOf } from '../../handlers/effects/is-repeat-of.ts';
import { decided, type SlaState } from '../../handlers/portal/property-names.ts';
import { planEffects } from '../../handlers/effects/plan-effects.ts';
import { clockOf } from '../../handlers/clock/running-clock.ts';
import { closeClocks, keepClock } from '../clocks/keep-clock.ts';
import type { Queryable } from '../database/database.ts';
import type { Desk } from '../desk.ts';
import type { DecidingView, PortalSession } from '../portals/portal-session.ts';
import type { AssessedSubject } from './decide-waiting.ts';
import { countRepeat, destinationOf, keepDecision } from './keep-decision.ts';
import { dropOvertaken, keepEffects, pendingEffects, unwrittenTurns, type UnwrittenTurn } from './keep-effects.ts';
import { LockedLedgers } from './ledgers.ts';
import { ledgerNameOf } from '../../handlers/deciding/ledger-name.ts';

/** A decision as it was written down, with what is still to be done in the portal. */
export type SavedDecision = {
  readonly decisionId: string;
  readonly contactId: string;
  readonly effects: readonly { readonly place: number; readonly effect: Effect }[];
  /** An earlier decision's effects are not done yet on this contact; ours come after them. */
  readonly isBlocked: boolean;
  readonly isRepeat: boolean;
  readonly destinationKind: string;
  readonly arrivedAt: number;
  readonly secondsWaited: number;
};

/**
 * Writes the decisions of a batch down in one transaction: who still waits is locked, then the pools that were chosen; then each
 * takes its turn in the order in which it came in. What is to be done in the portal is written with it, so that after a crash
 * at any point either nothing was decided, or everything that follows is known.
 */
export async function saveDecisions(
  desk: Desk,
  session: PortalSession,
  view: DecidingView,
  assessed: readonly AssessedSubject[],
  now: number,
): Promise<SavedDecision[]> {
  const { portalId } = session;
  const problems = new Map<string, string>();
  const saved = await desk.database.transaction(async (transaction) => {
    const still = await stillClaimed(transaction, portalId, desk.worker, assessed);
    const unwritten = await unwrittenTurns(transaction, portalId, still);
    const ledgers = await LockedLedgers.lock(transaction, portalId, [
      ...still.flatMap((one) => poolNamesOf(one, view)),
      ...unwritten.map((turn) => turn.ledgerName),
    ]);
    const pending = await pendingEffects(transaction, portalId, still);
    const promised = await withOpenClock(transaction, portalId, still);
    const made: SavedDecision[] = [];
    for (const one of still) {
      const decision = assign(one.assessment, ledgers.known(poolNamesOf(one, view)), view.context);
      const standing = hasNewPromise(one, promised) ? null : one.subject.earlier;
      const isRepeat = isRepeatOf(decision, standing, view.rules.policy, view.team.roster.reps, now);
      const planned = planEffects({
        subject: one.subject,
        decision,
        policy: view.rules.policy,
        team: view.team,
        settings: view.configuration.settings,
        revision: view.rules,
        hasLeads: session.hasLeads,
        isRepeat,
        portalTimeZone: view.configuration.calendars[0]?.timeZone ?? 'UTC',
      });
      for (const problem of planned.problems) {
        problems.set(`${problem.code} ${problem.about}`, problem.found);
      }
      const before = pending.get(one.subject.contact.id) ?? 'none';
      // What nobody began with is overtaken by a new decision, but not by one that came to the same.
      const isBlocked = before === 'begun' || (before === 'notBegun' && isRepeat);
      let effects = planned.effects;
      if (isRepeat) {
        await countRepeat(transaction, portalId, one.subject.earlier!.decisionId);
      } else {
        await keepDecision(transaction, desk, portalId, one, decision, view, now);
        takeTurn(ledgers, decision, view);
        const ended = await startClock(transaction, desk, portalId, one, decision, view);
        effects = ended === null ? effects : effects.map((effect) => withEnd(effect, ended));
      }
      const decisionId = isRepeat
        ? `${one.subject.earlier!.decisionId}#${one.claimed.arrival}`
        : decision.plan.decisionKey;
      if (!isRepeat) {
        await dropOvertaken(transaction, portalId, one.subject.contact.id, now);
        const overtaken = unwritten.filter((turn) => turn.contactId === one.subject.contact.id);
        await returnTurns(transaction, portalId, ledgers, overtaken, now);
      }
      // Reading may have taken long: what is ours from now on is ours for the whole of a lease.
      await keepEffects(transaction, desk, portalId, decisionId, one, effects, isBlocked, desk.now());
      await settleSubject(transaction, portalId, one, isRepeat ? one.subject.earlier!.decisionId : decisionId);
      made.push({
        decisionId,
        contactId: one.subject.contact.id,
        effects: effects.map((effect, place) => ({ place, effect })),
        isBlocked,
        isRepeat,
        destinationKind: destinationOf(decision, view).kind,
        arrivedAt: one.claimed.waitingSince,
        secondsWaited: Math.max(0, now - one.claimed.waitingSince) / 1_000,
      });
    }
    await ledgers.save();
    return made;
  });
  await tellProblems(desk, portalId, problems);
  return saved;
}

/** Who still waits for the first touch that they were promised. */
async function withOpenClock(
  transaction: Queryable,
  portalId: number,
  still: readonly AssessedSubject[],
): Promise<Set<string>> {
  const rows = await transaction.query<{ contact_id: string }>(
    'select contact_id from clock where portal_id = $1 and contact_id = any($2::text[]) and ended_at is null',
    [portalId, still.map((one) => one.subject.contact.id)],
  );
  return new Set(rows.map((row) => row.contact_id));
}

/**
 * Somebody comes in again whom the promise of before was kept to, or who never had one: they are owed another. While it still runs,
 * coming in again only adds to what is known.
 */
function hasNewPromise({ claimed, subject }: AssessedSubject, promised: ReadonlySet<string>): boolean {
  const isNewArrival = claimed.earlierDecisionId !== null && claimed.earlierDecisionId === subject.earlier?.decisionId;
  return isNewArrival && !promised.has(subject.contact.id);
}

async function returnTurns(
  transaction: Queryable,
  portalId: number,
  ledgers: LockedLedgers,
  turns: readonly UnwrittenTurn[],
  now: number,
): Promise<void> {
  for (const { ledgerName, turn, decisionId } of turns) {
    ledgers.giveBack(ledgerName, turn, decisionId, now);
    await transaction.query('update decision set turn_returned_at = $3 where portal_id = $1 and decision_id = $2', [
      portalId,
      decisionId,
      now,
    ]);
  }
}

/** Whoever had the pools before may have decided some of these; they are not ours any more. */
async function stillClaimed(
  transaction: Queryable,
  portalId: number,
  worker: string,
  assessed: readonly AssessedSubject[],
): Promise<AssessedSubject[]> {
  const rows = await transaction.query<{ contact_id: string; arrival: number }>(
    `select contact_id, arrival from subject
     where portal_id = $1 and lease_by = $2 and is_waiting and contact_id = any($3::text[])
     order by contact_id for update`,
    [portalId, worker, assessed.map((one) => one.claimed.contactId)],
  );
  const arrivals = new Map(rows.map((row) => [row.contact_id, row.arrival]));
  return assessed.filter((one) => arrivals.get(one.claimed.contactId) === one.claimed.arrival);
}

function poolNamesOf({ assessment }: AssessedSubject, { context, rules }: DecidingView): string[] {
  return assessment.plan.poolPositions.map((position) =>
    ledgerNameOf(rules.policy.mode, context.prepared.pools[position]!.pool.poolKey),
  );
}

function takeTurn(ledgers: LockedLedgers, { assignment, plan }: Decision, { rules }: DecidingView): void {
  if (assignment.ledgerAfter !== null && assignment.turn !== null) {
    const name = ledgerNameOf(rules.policy.mode, assignment.turn.poolKey);
    ledgers.take(name, assignment.ledgerAfter, assignment.turn, plan.decisionKey);
  }
}

/**
 * The promise of before ends with the decision of before: a contact has one clock. What was missed stays a miss.
 *
 * @returns how the promise of before ended, where no other takes its place; null otherwise
 */
async function startClock(
  transaction: Queryable,
  desk: Desk,
  portalId: number,
  one: AssessedSubject,
  decision: Decision,
  view: DecidingView,
): Promise<SlaState | null> {
  const contactId = one.subject.contact.id;
  const ended = await closeClocks(transaction, portalId, contactId, decision.clock.startedAt);
  const clock = clockOf(decision, contactId, view.rules.policy);
  if (clock === null || clock.isQuiet) {
    return ended;
  }
  await keepClock(transaction, desk.jobs, portalId, clock);
  return null;
}

/** A contact without a promise does not go on showing the one that it had. */
function withEnd(effect: Effect, ended: SlaState): Effect {
  return effect.kind === 'record'
    ? { ...effect, properties: { ...effect.properties, [decided.slaState]: ended } }
    : effect;
}

/** The mark goes, unless there is more to take into account since it was claimed. */
async function settleSubject(
  transaction: Queryable,
  portalId: number,
  one: AssessedSubject,
  decisionId: string,
): Promise<void> {
  await transaction.query(
    `update subject set is_waiting = (version <> $3), arrival = arrival + case when version <> $3 then 1 else 0 end,
       lease_until = 0, lease_by = null, attempts = 0, urgency = 0, not_before = 0, problem = null, current_decision_id = $4
     where portal_id = $1 and contact_id = $2`,
    [portalId, one.claimed.contactId, one.claimed.version, decisionId],
  );
}

async function tellProblems(desk: Desk, portalId: number, problems: ReadonlyMap<string, string>): Promise<void> {
  for (const [key, found] of problems) {
    const [code, ...about] = key.split(' ');
    await desk.alert(portalId, {
      code: code!,
      about: about.join(' '),
      message: found,
      nextStep: 'Add the person with their user in the settings of Signalbox, or take the name out of the rules.',
    });
  }
}
