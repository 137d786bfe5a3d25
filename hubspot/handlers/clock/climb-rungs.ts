import type { Escalation } from '../../../core/src/decide/act/start-clock.ts';
import { isOpen, nextRungAt, type RunningClock } from './running-clock.ts';

/** From the least to the most serious. */
const kindsBySeverity = ['remind', 'alert', 'reassign', 'missed'] as const;

export type TellingKind = (typeof kindsBySeverity)[number];

/** Somebody who is told something. The key is a name of the policy: a rep, or a pool that nobody stands behind. */
export type Telling = { readonly kind: TellingKind; readonly recipientKey: string };

/** What a look at a clock comes to. */
export type Climb = {
  /** The clock as it stands afterwards. */
  readonly clock: RunningClock;
  /** In the order in which they came up; nobody twice. */
  readonly told: readonly Telling[];
  readonly isStateChanged: boolean;
  /** Whether this look is the one that found the promise missed. */
  readonly isNewlyMissed: boolean;
  /** The lead waits for a decision again, and whoever has it now is not asked again. */
  readonly isReassigned: boolean;
  /** When to look again; null when nothing is left to do. */
  readonly nextAt: number | null;
};

/** The recipient of a rung can be whoever has the lead then. */
const leadOwner = 'leadOwner';

/**
 * Climbs every rung that is due, once and in order, and finds a promise missed whose time is over. A look that comes late tells
 * everybody the most serious thing and not the whole ladder; who answers for the promise is always told of a miss. Of what was
 * only recorded nobody is told.
 *
 * A reminder at 9:03, due at 9:05, an alert to mara then; looked at for the first time at 9:06 → ana is reminded, mara hears of the
 * miss and not of the alert as well.
 *
 * @param clock its `givenToKey` is whoever has the lead now
 */
export function climbRungs(clock: RunningClock, now: number): Climb {
  if (!isOpen(clock)) {
    return { clock, told: [], isStateChanged: false, isNewlyMissed: false, isReassigned: false, nextAt: null };
  }
  const due = dueRungs(clock, now);
  const isNewlyMissed = clock.state !== 'missed' && clock.dueAt <= now;
  const tellings = due.flatMap((rung) => tellingsOf(rung, clock));
  if (isNewlyMissed) {
    tellings.push({ kind: 'missed', recipientKey: clock.ownerKey });
  }
  const isReminded = due.some((rung) => rung.action === 'remind') && clock.state === 'running';
  const climbed: RunningClock = {
    ...clock,
    climbed: clock.climbed + due.length,
    state: isNewlyMissed ? 'missed' : isReminded ? 'reminded' : clock.state,
  };
  return {
    clock: climbed,
    told: clock.isQuiet ? [] : mostSerious(tellings),
    isStateChanged: climbed.state !== clock.state,
    isNewlyMissed,
    isReassigned: !clock.isQuiet && due.some((rung) => rung.action === 'reassign'),
    nextAt: nextRungAt(climbed),
  };
}

function dueRungs(clock: RunningClock, now: number): Escalation[] {
  const ahead = clock.rungs.slice(clock.climbed);
  const firstLater = ahead.findIndex((rung) => rung.dueAt > now);
  return firstLater < 0 ? ahead : ahead.slice(0, firstLater);
}

/** Whoever loses a lead is told so too. */
function tellingsOf(rung: Escalation, clock: RunningClock): Telling[] {
  const recipientKey = rung.recipientKey === leadOwner ? clock.givenToKey : rung.recipientKey;
  const telling: Telling = { kind: rung.action, recipientKey };
  return rung.action === 'reassign' ? [telling, { kind: 'reassign', recipientKey: clock.givenToKey }] : [telling];
}

function mostSerious(tellings: readonly Telling[]): Telling[] {
  const byRecipient = new Map<string, Telling>();
  for (const telling of tellings) {
    const known = byRecipient.get(telling.recipientKey);
    if (known === undefined || severityOf(telling) > severityOf(known)) {
      byRecipient.set(telling.recipientKey, telling);
    }
  }
  return [...byRecipient.values()];
}

function severityOf({ kind }: Telling): number {
  return kindsBySeverity.indexOf(kind);
}
