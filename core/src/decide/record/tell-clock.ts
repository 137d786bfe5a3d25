import { fold } from '../model/fold.ts';
import { printInt, type Long } from '../model/number.ts';
import type { EscalationAction, Sla } from '../model/policy.ts';
import { findSla, nameOf, type Telling } from './story-names.ts';
import { addLine, instantMark, type StoryLine } from './story.ts';

const minuteMillis: Long = 60000;

/** When somebody must have answered, who answers for a miss, and what happens then. */
export function tellClock(telling: Telling): StoryLine[] {
  const lines: StoryLine[] = [];
  const clock = telling.record.clock;
  const sla = findSla(clock.sla, telling);
  addLine(lines, 'due', `First touch is due ${instantMark(clock.dueAt)}.`);
  if (sla !== null) {
    addLine(lines, 'promise', promiseWords(sla));
  }
  if (clock.basis === 'stale') {
    addLine(lines, 'stale', 'The calendar does not reach that far, so the time was counted around the clock.');
  }
  addLine(lines, 'missOwner', `Misses go to ${nameOf(clock.owner, telling)}.`);
  tellEscalations(lines, telling);
  return lines;
}

/** A label that says the target already is not followed by it. */
function promiseWords(sla: Sla): string {
  const target = targetWords(sla);
  return fold(sla.label).includes(target) ? `${sla.label}.` : `${sla.label}: ${target}.`;
}

function targetWords(sla: Sla): string {
  if (sla.measure === 'endOfDay') {
    return sla.calendarKey === null ? 'within a day' : 'by the end of the business day';
  }
  const unit = sla.targetMinutes === 1 ? 'minute' : 'minutes';
  return `within ${printInt(sla.targetMinutes)} ${sla.calendarKey === null ? '' : 'business '}${unit}`;
}

function tellEscalations(lines: StoryLine[], telling: Telling): void {
  const clock = telling.record.clock;
  for (const step of telling.policy.escalations) {
    if (step.slaKey === clock.sla) {
      const rungAt: Long = clock.dueAt + step.afterDueMinutes * minuteMillis;
      const shownAt: Long = rungAt < telling.record.decidedAt ? telling.record.decidedAt : rungAt;
      const recipient = recipientName(step.recipientKey, telling);
      addLine(lines, 'escalation', `Untouched at ${instantMark(shownAt)}: ${rungWords(step.action, recipient)}.`);
    }
  }
}

/** The recipient of a rung can be whoever has the lead. */
const leadOwner: string = 'leadOwner';

function recipientName(recipientKey: string, telling: Telling): string {
  return nameOf(recipientKey === leadOwner ? telling.record.assignment.owner : recipientKey, telling);
}

function rungWords(action: EscalationAction, recipient: string): string {
  switch (action) {
    case 'remind':
      return `${recipient} is reminded`;
    case 'alert':
      return `${recipient} is alerted`;
    default:
      return `the lead moves on to ${recipient}`;
  }
}
