import type { CardClock, CardColour } from '../../handlers/card/card-data.ts';
import { writeDuration } from './write-duration.ts';

/** A promise of a first touch in a few words, and the colour that goes with them. */
export type ClockWords = {
  /** "First touch due in 4:12" */
  readonly words: string;
  /** Where it is clear that first touches are spoken of: "due in 4:12" */
  readonly short: string;
  readonly colour: CardColour;
};

/**
 * Where the promise stands now. A miss that is not noted yet is called late already; of one that is noted nobody here knows whether
 * somebody has called since.
 *
 * clockWords({ state: "running", dueAt: now + 252_000 }, now).words → "First touch due in 4:12"
 */
export function clockWords(clock: Pick<CardClock, 'state' | 'dueAt'>, now: number): ClockWords {
  switch (clock.state) {
    case 'met':
      return { words: 'First touch made in time', short: 'made in time', colour: 'success' };
    case 'missed':
      return { words: 'First touch missed', short: 'missed', colour: 'danger' };
    case 'closed':
      return { words: 'No first touch owed any more', short: 'not owed any more', colour: 'default' };
    case 'running':
    case 'reminded':
      return openWords(clock.state, clock.dueAt, now);
  }
}

function openWords(state: 'running' | 'reminded', dueAt: number | null, now: number): ClockWords {
  const isLate = dueAt !== null && now > dueAt;
  const standing =
    dueAt === null ? 'due' : isLate ? `${writeDuration(now - dueAt)} late` : `due in ${writeDuration(dueAt - now)}`;
  const short = state === 'reminded' ? `${standing} (reminded)` : standing;
  return {
    words: `First touch ${short}`,
    short,
    colour: isLate ? 'danger' : state === 'reminded' ? 'warning' : 'info',
  };
}

/** Whether the words change as time goes by. */
export function isTicking({ state, dueAt }: Pick<CardClock, 'state' | 'dueAt'>): boolean {
  return dueAt !== null && (state === 'running' || state === 'reminded');
}
