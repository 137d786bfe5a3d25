import type { CardClock, CardColour } from '../../handlers/card/card-data.ts';
import { writeDuration } from './write-duration.ts';

/** A promise of a first touch in a few words, and the colour that goes with them. */
export type ClockWords = { readonly words: string; readonly colour: CardColour };

/**
 * Where the promise stands now. A miss that is not noted yet is called late already; of one that is noted nobody here knows whether
 * somebody has called since.
 *
 * clockWords({ state: "running", dueAt: now + 252_000 }, now) → "First touch due in 4:12"
 */
export function clockWords(clock: Pick<CardClock, 'state' | 'dueAt'>, now: number): ClockWords {
  switch (clock.state) {
    case 'met':
      return { words: 'First touch made in time', colour: 'success' };
    case 'missed':
      return { words: 'First touch missed', colour: 'danger' };
    case 'closed':
      return { words: 'No first touch owed any more', colour: 'default' };
    case 'running':
    case 'reminded':
      return openWords(clock.state, clock.dueAt, now);
  }
}

function openWords(state: 'running' | 'reminded', dueAt: number | null, now: number): ClockWords {
  const reminded = state === 'reminded' ? ' (reminded)' : '';
  if (dueAt === null) {
    return { words: `First touch due${reminded}`, colour: 'info' };
  }
  return now > dueAt
    ? { words: `First touch ${writeDuration(now - dueAt)} late${reminded}`, colour: 'danger' }
    : {
        words: `First touch due in ${writeDuration(dueAt - now)}${reminded}`,
        colour: reminded === '' ? 'info' : 'warning',
      };
}

/** Whether the words change as time goes by. */
export function isTicking({ state, dueAt }: Pick<CardClock, 'state' | 'dueAt'>): boolean {
  return dueAt !== null && (state === 'running' || state === 'reminded');
}
