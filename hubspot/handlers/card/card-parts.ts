import type { StoryLine } from '../../../core/src/decide/record/story.ts';
import { plainLine } from '../effects/plain-line.ts';
import type { CardClock, CardColour, CardLine, CardPart } from './card-data.ts';

const mostCharacters = 1_000;

/** Nobody reads more of one answer; the note on the timeline and the record have the rest. */
const mostLines = 100;

/** A text with its instants taken out. partsOf("Due {at:0}.") → [{ text: "Due " }, { at: 0 }, { text: "." }] */
export function partsOf(text: string): CardPart[] {
  return plainLine(text, mostCharacters)
    .split(/\{at:(\d{1,15})\}/)
    .flatMap((piece, place): CardPart[] => {
      const isInstant = place % 2 === 1;
      return isInstant ? [{ at: Number(piece) }] : piece === '' ? [] : [{ text: piece }];
    });
}

export function linesOf(told: readonly StoryLine[]): CardLine[] {
  const lines = told.slice(0, mostLines).map(({ code, text, points }) => ({ code, parts: partsOf(text), points }));
  const left = told.length - lines.length;
  return left === 0 ? lines : [...lines, { code: 'more', parts: [{ text: `and ${left} more` }], points: 0 }];
}

export function colourOfState(state: CardClock['state']): CardColour {
  switch (state) {
    case 'running':
      return 'info';
    case 'reminded':
      return 'warning';
    case 'met':
      return 'success';
    case 'missed':
      return 'danger';
    case 'closed':
      return 'default';
  }
}
