import { climbRungs } from '../../handlers/clock/climb-rungs.ts';
import { endClock } from '../../handlers/clock/end-clock.ts';
import { firstTouchOf, type TouchSigns } from '../../handlers/clock/first-touch-of.ts';
import { planClimbEffects, planEndEffects, type ClockContext } from '../../handlers/clock/plan-clock-effects.ts';
import { nextRungAt, type RunningClock } from '../../handlers/clock/running-clock.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Queryable } from '../database/database.ts';
import type { Desk } from '../desk.ts';
import { RulesNotHeldError } from '../../handlers/rules/live-rules.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { markHandedBack } from '../waiting/mark-subjects.ts';
import { followMerges } from './follow-merges.ts';
import { keepClockEffects } from './keep-clock-effects.ts';
import { askForLook, clockColumns, runningClockOf } from './keep-clock.ts';
import { readSigns } from './read-signs.ts';

const mostAtOnce = 100;

/** Looks at every clock of a portal whose next rung is due. A first touch comes before any rung: who was answered is not late. */
export async function lookAtDueClocks(desk: Desk, portalId: number): Promise<void> {
  const session = await desk.sessions.open(portalId);
  if (session === null) {
    return;
  }
  while (!desk.isStopping()) {
    const now = desk.now();
    const rows = await desk.database.query<{ contact_id: string }>(
      `select distinct contact_id from (
         select contact_id from clock where portal_id = $1 and next_rung_at <= $2 order by next_rung_at, decision_id limit $3
       ) as due`,
      [portalId, now, mostAtOnce],
    );
    if (rows.length === 0) {
      return;
    }
    await lookAtClocksOf(
      desk,
      session,
      rows.map((row) => row.contact_id),
    );
  }
}

/**
 * Looks at the clocks of contacts that still wait for a touch.
 *
 * @returns what was read of the contacts
 */
export async function lookAtClocksOf(
  desk: Desk,
  session: PortalSession,
  contactIds: readonly string[],
): Promise<Map<string, TouchSigns>> {
  const now = desk.now();
  const { signs, merged } = await readSigns(session, contactIds, now);
  const moved = new Set(merged.map(({ fromId }) => fromId));
  const { configuration, team } = await session.people(now);
  const policy = await policyOf(session, now);
  const problems = new Map<string, { code: string; about: string; found: string; next: string }>();
  await followMerges(desk, session.portalId, merged, now);
  for (const contactId of contactIds.filter((id) => !moved.has(id)).sort()) {
    const sign = signs.get(contactId);
    if (sign === undefined) {
      await desk.database.query(
        `update clock set state = 'closed', ended_at = $3, next_rung_at = null
         where portal_id = $1 and contact_id = $2 and ended_at is null`,
        [session.portalId, contactId, now],
      );
      continue;
    }
    const found = await desk.database.transaction((transaction) =>
      lookAt(transaction, desk, session, sign, now, (clock) => ({
        team,
        settings: configuration.settings,
        leadIds: sign.leads.map((lead) => lead.id),
        slaLabel: policy?.slas.find((sla) => sla.slaKey === clock.slaKey)?.label ?? clock.slaKey,
        portalTimeZone: configuration.calendars[0]?.timeZone ?? 'UTC',
        now,
      })),
    );
    for (const problem of found) {
      problems.set(`${problem.code} ${problem.about}`, problem);
    }
  }
  for (const { code, about, found, next } of problems.values()) {
    await desk.alert(session.portalId, { code, about, message: found, nextStep: next });
  }
  return signs;
}

async function lookAt(
  transaction: Queryable,
  desk: Desk,
  session: PortalSession,
  sign: TouchSigns,
  now: number,
  contextOf: (clock: RunningClock) => ClockContext,
): Promise<{ code: string; about: string; found: string; next: string }[]> {
  const { portalId } = session;
  // Whoever decides has the contact first and then its clocks, and so must we.
  await transaction.query('select contact_id from subject where portal_id = $1 and contact_id = $2 for update', [
    portalId,
    sign.contact.id,
  ]);
  const rows = await transaction.query(
    `select ${clockColumns} from clock where portal_id = $1 and contact_id = $2 and ended_at is null
     order by decision_id for update`,
    [portalId, sign.contact.id],
  );
  const problems: { code: string; about: string; found: string; next: string }[] = [];
  for (const row of rows) {
    const kept = runningClockOf(row);
    const context = contextOf(kept);
    const ownerId = sign.contact.properties['hubspot_owner_id'] ?? '';
    const clock: RunningClock = { ...kept, givenToKey: context.team.keyOfOwner.get(ownerId) ?? kept.givenToKey };
    const touchedAt = firstTouchOf(sign, clock);
    const ended = touchedAt === null ? null : endClock(clock, 'touched', touchedAt);
    if (ended !== null) {
      await transaction.query(
        `update clock set state = $3, ended_at = $4, touched_at = $5, next_rung_at = null
         where portal_id = $1 and decision_id = $2`,
        [portalId, clock.decisionId, ended.clock.state, ended.endedAt, ended.touchedAt],
      );
      const planned = planEndEffects(ended, context);
      problems.push(...planned.problems);
      await keepClockEffects(transaction, desk.jobs, portalId, clock, 'end', planned.effects, now);
      continue;
    }
    const climb = climbRungs(clock, now);
    await transaction.query(
      `update clock set state = $3, climbed = $4, given_to = $5, next_rung_at = $6 where portal_id = $1 and decision_id = $2`,
      [portalId, clock.decisionId, climb.clock.state, climb.clock.climbed, clock.givenToKey, nextRungAt(climb.clock)],
    );
    const planned = planClimbEffects(climb, context);
    problems.push(...planned.problems);
    await keepClockEffects(
      transaction,
      desk.jobs,
      portalId,
      clock,
      `${climb.clock.climbed} ${climb.clock.state}`,
      planned.effects,
      now,
    );
    if (climb.isReassigned) {
      await markHandedBack(transaction, portalId, clock.contactId, clock.givenToKey, now);
      await desk.jobs.ask('decide', { portalId }, { transaction });
    }
    if (climb.nextAt !== null) {
      await askForLook(desk.jobs, transaction, portalId, climb.nextAt);
    }
  }
  return problems;
}

/** The words for a promise; where no rules may decide, its key will do. */
async function policyOf(session: PortalSession, now: number): Promise<Policy | null> {
  try {
    return (await session.view(now)).rules.policy;
  } catch (error) {
    if (error instanceof RulesNotHeldError) {
      return null;
    }
    throw error;
  }
}
