import { isWithin, openingAt } from '../model/business-time.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import type { FactSheet } from '../model/fact-sheet.ts';
import type { Int, Long } from '../model/number.ts';
import type { PoolMember } from '../model/policy.ts';
import type { PreparedPool } from '../model/prepared-policy.ts';
import type { Rep } from '../model/roster.ts';
import type { LedgerEntry, TurnLedger } from '../model/turn-ledger.ts';

/** Who of a pool may take a lead. `marks` has one letter for each member, in key order; standings names them. */
export type Eligibility = { eligible: boolean[]; eligibleCount: Int; marks: string[]; isAnyCalendarStale: boolean };

/** What each letter of the marks says of a member. */
export const standings: string[] = [
  'T took the lead',
  'e could take it, but it was not their turn',
  'i is not active',
  'o is on leave',
  'h is outside working hours',
  'd has reached the daily cap',
  'w has reached the weekly cap',
  'c has no capacity left',
  's lacks a required skill',
  'l does not speak the language',
  'b handed this lead back',
  'z has no weight yet',
];

/**
 * Asks each member whether they may take this lead, and keeps the first reason why not. A calendar that does not cover
 * the present is no reason to pass anybody over: it is noted instead.
 */
export function findEligible(
  prepared: PreparedPool,
  ledger: TurnLedger,
  facts: FactSheet,
  language: string | null,
  handedBackKeys: string[],
  context: DecisionContext,
  now: Long,
  isHoursIgnored: boolean,
): Eligibility {
  const found: Eligibility = { eligible: [], eligibleCount: 0, marks: [], isAnyCalendarStale: false };
  const skill: string | null =
    prepared.skillFieldPosition < 0 ? null : (facts.texts[prepared.skillFieldPosition] ?? null);
  const areHoursAsked = prepared.pool.hoursRule === 'mustBeOpen' && !isHoursIgnored;
  for (let position: Int = 0; position < prepared.members.length; position += 1) {
    const member = prepared.members[position]!;
    const rep = context.reps.get(member.memberKey) ?? null;
    let mark = standingOf(rep, member, ledger.entries[position]!, handedBackKeys, now);
    if (mark === 'e' && rep !== null) {
      mark = abilityOf(rep, prepared, skill, language);
    }
    if (mark === 'e' && rep !== null && areHoursAsked && isShut(rep, prepared, found, context, now)) {
      mark = 'h';
    }
    found.marks.push(mark);
    found.eligible.push(mark === 'e');
    found.eligibleCount += mark === 'e' ? 1 : 0;
  }
  return found;
}

function standingOf(
  rep: Rep | null,
  member: PoolMember,
  entry: LedgerEntry,
  handedBackKeys: string[],
  now: Long,
): string {
  if (rep === null || !rep.isActive) {
    return 'i';
  }
  if (entry.weight === 0) {
    return 'z';
  }
  if (handedBackKeys.includes(member.memberKey)) {
    return 'b';
  }
  if (isWithin(rep.timeOff, now)) {
    return 'o';
  }
  if (member.dailyCap !== null && entry.dayCount >= member.dailyCap) {
    return 'd';
  }
  if (member.weeklyCap !== null && entry.weekCount >= member.weeklyCap) {
    return 'w';
  }
  return member.openWorkCap !== null && entry.openCount >= member.openWorkCap ? 'c' : 'e';
}

function abilityOf(rep: Rep, prepared: PreparedPool, skill: string | null, language: string | null): string {
  for (const required of prepared.pool.requiredSkills) {
    if (!rep.skills.includes(required)) {
      return 's';
    }
  }
  if (skill !== null && !rep.skills.includes(skill)) {
    return 's';
  }
  if (prepared.pool.isLanguageMatched && language !== null && !rep.languages.includes(language)) {
    return 'l';
  }
  return 'e';
}

function isShut(rep: Rep, prepared: PreparedPool, found: Eligibility, context: DecisionContext, now: Long): boolean {
  const calendar = context.calendars.get(rep.calendarKey ?? prepared.pool.calendarKey) ?? null;
  const opening = openingAt(calendar, now);
  if (opening === 'stale') {
    found.isAnyCalendarStale = true;
  }
  return opening === 'shut';
}
