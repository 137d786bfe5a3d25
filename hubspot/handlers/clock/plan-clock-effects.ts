import { html } from '../../../core/src/author/report/html.ts';
import type { EffectProblem } from '../effects/deciding.ts';
import type { Effect, TaskEffect } from '../effects/effect.ts';
import { taskMarker } from '../effects/marker.ts';
import { plainLine } from '../effects/plain-line.ts';
import { missingUser } from '../effects/plan-owner.ts';
import { writeInstant } from '../effects/write-instant.ts';
import type { Team } from '../people/team.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { decided } from '../portal/property-names.ts';
import type { Climb, Telling } from './climb-rungs.ts';
import type { EndedClock } from './end-clock.ts';
import { missCauseOf } from './miss-cause.ts';
import type { RunningClock } from './running-clock.ts';

export type ClockContext = {
  readonly team: Team;
  readonly settings: PortalSettings;
  /** Open lead records of the contact, which show the state as well. */
  readonly leadIds: readonly string[];
  /** The promise as ops call it: "Within 5 business minutes". */
  readonly slaLabel: string;
  readonly portalTimeZone: string;
  readonly now: number;
};

type Planned = { effects: Effect[]; problems: EffectProblem[] };

const mostLineCharacters = 1_000;

/** What climbing does in the portal: the state of the promise, and a task for everybody who is told. */
export function planClimbEffects(climb: Climb, given: ClockContext): Planned {
  const state = climb.isStateChanged && !climb.clock.isQuiet ? [stateEffect(climb.clock, given)] : [];
  const told = climb.told.map((telling) => tell(telling, climb.clock, given));
  return {
    effects: [...state, ...told.flatMap(({ effects }) => effects)],
    problems: told.flatMap(({ problems }) => problems),
  };
}

/**
 * What the end of a clock does in the portal. One that a new decision replaced is to be told only where that starts no clock of its
 * own, whose state would be overwritten.
 */
export function planEndEffects(ended: EndedClock, given: ClockContext): Planned {
  if (ended.clock.isQuiet) {
    return { effects: [], problems: [] };
  }
  const missed: Telling = { kind: 'missed', recipientKey: ended.clock.ownerKey };
  const told = ended.isNewlyMissed ? tell(missed, ended.clock, given) : { effects: [], problems: [] };
  return { effects: [stateEffect(ended.clock, given), ...told.effects], problems: told.problems };
}

function stateEffect(clock: RunningClock, given: ClockContext): Effect {
  return {
    kind: 'record',
    contactId: clock.contactId,
    properties: { [decided.slaState]: clock.state },
    owner: null,
    leadIds: given.leadIds,
  };
}

/** Of a miss somebody hears in any case: where its owner has no user, whoever looks after what goes wrong. */
function tell(telling: Telling, clock: RunningClock, given: ClockContext): Planned {
  const { team, settings } = given;
  const recipientId = team.ownerIdOf.get(telling.recipientKey);
  if (recipientId !== undefined) {
    return { effects: [taskOf(telling, clock, recipientId, given)], problems: [] };
  }
  if (telling.kind === 'missed') {
    const stewardId = settings.alertKey === null ? undefined : team.ownerIdOf.get(settings.alertKey);
    const left =
      stewardId === undefined
        ? 'Nobody was told of the miss; its task has no owner.'
        : 'Whoever looks after Signalbox was told of the miss.';
    return {
      effects: [taskOf(telling, clock, stewardId ?? null, given)],
      problems: [missingUser(telling.recipientKey, team, left)],
    };
  }
  // A queue cannot be reminded, and the pool that a lead moves on to is told by its next owner's task.
  const problems =
    telling.kind === 'alert' ? [missingUser(telling.recipientKey, team, 'Its alert reached nobody.')] : [];
  return { effects: [], problems };
}

function taskOf(telling: Telling, clock: RunningClock, ownerId: string | null, given: ClockContext): TaskEffect {
  const marker = taskMarker(clock.decisionId, `${telling.kind} ${telling.recipientKey}`);
  const words = wordsOf(telling, clock, given);
  return {
    kind: 'task',
    contactId: clock.contactId,
    marker,
    subject: plainLine(words.subject, 200),
    body: [words.text, marker].map((line) => html`<p>${plainLine(line, mostLineCharacters)}</p>`.markup).join(''),
    ownerId,
    dueAt: telling.kind === 'remind' ? clock.dueAt : given.now,
    isUrgent: telling.kind !== 'reassign',
  };
}

function wordsOf({ kind }: Telling, clock: RunningClock, given: ClockContext): { subject: string; text: string } {
  const due = writeInstant(clock.dueAt, given.portalTimeZone);
  switch (kind) {
    case 'remind':
      return {
        subject: 'A first touch is due soon',
        text: `The first touch is due ${due} (${given.slaLabel}).`,
      };
    case 'alert':
      return {
        subject: 'A lead needs a look: nobody has touched it',
        text: `Nobody has touched this lead yet. The first touch is due ${due} (${given.slaLabel}).`,
      };
    case 'reassign':
      return {
        subject: 'A lead moves on to somebody else',
        text: `Nobody has touched it, so it moves on. The first touch was due ${due} (${given.slaLabel}).`,
      };
    case 'missed':
      return {
        subject: 'A promise was missed',
        text: `Missed: ${missCauseOf(clock, given.team)}. The first touch was due ${due} (${given.slaLabel}).`,
      };
  }
}
