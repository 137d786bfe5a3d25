import type { RecordedTry } from '../model/decision-record.ts';
import { printInt, type Int } from '../model/number.ts';
import type { PoolMember } from '../model/policy.ts';
import { standings } from '../route/find-eligible.ts';
import { findPool, membersOf, nameOf, type Telling } from './story-names.ts';
import { addLine, type StoryLine } from './story.ts';

/** Everybody who could have had the lead, by name, and why they do not. */
export function tellOthers(telling: Telling): StoryLine[] {
  const lines: StoryLine[] = [];
  const assignment = telling.record.assignment;
  tellOwnerPassedOver(lines, telling);
  for (const poolTry of assignment.tries) {
    tellTry(lines, poolTry, telling);
  }
  if (lines.length === 0) {
    addLine(lines, 'noneAsked', 'No pool was asked, so nobody was passed over.');
  }
  return lines;
}

function tellOwnerPassedOver(lines: StoryLine[], telling: Telling): void {
  const mark = telling.record.assignment.passedOver;
  if (mark === null) {
    return;
  }
  const owner = telling.record.owner;
  const who = owner === null ? 'The owner of the territory' : `${nameOf(owner, telling)}, the existing owner,`;
  addLine(lines, 'ownerPassedOver', `${who} ${standingWords(mark)}.`);
}

function tellTry(lines: StoryLine[], poolTry: RecordedTry, telling: Telling): void {
  const pool = findPool(poolTry.pool, telling);
  const poolLabel = pool === null ? poolTry.pool : pool.label;
  const members = membersOf(poolTry.pool, telling);
  const hours = poolTry.hours ? '' : ', asked without regard to working hours';
  for (let position: Int = 0; position < members.length; position += 1) {
    const mark = poolTry.marks.substring(position, position + 1);
    if (mark !== 'T') {
      const member = members[position]!;
      const counted = countWords(mark, member, poolTry, position);
      const name = nameOf(member.memberKey, telling);
      addLine(lines, 'candidate', `${name} (${poolLabel}${hours}) ${standingWords(mark)}${counted}.`);
    }
  }
  if (members.length === 0) {
    addLine(lines, 'emptyPool', `${poolLabel} has no members.`);
  }
}

/** What a letter of the marks says. standingWords('o') → "is on leave". */
export function standingWords(mark: string): string {
  for (const standing of standings) {
    if (standing.startsWith(mark)) {
      return standing.substring(2);
    }
  }
  return `was passed over (${mark})`;
}

function countWords(mark: string, member: PoolMember, poolTry: RecordedTry, position: Int): string {
  switch (mark) {
    case 'd':
      return capWords(poolTry.days, position, member.dailyCap, 'today');
    case 'w':
      return capWords(poolTry.weeks, position, member.weeklyCap, 'this week');
    case 'c':
      return capWords(poolTry.opens, position, member.openWorkCap, 'open');
    default:
      return '';
  }
}

function capWords(counts: Int[], position: Int, cap: Int | null, unit: string): string {
  if (cap === null || position >= counts.length) {
    return '';
  }
  return `: ${printInt(counts[position]!)} of ${printInt(cap)} ${unit}`;
}
