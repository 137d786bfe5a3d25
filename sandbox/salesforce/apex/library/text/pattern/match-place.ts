import { isWordCharacter } from './property-sets.ts';
import type { MatchState } from './match-state.ts';
import type { Place } from './nodes.ts';

/** Whether a position is what `^`, `$`, `\b` and the like ask for. */
export function holdsAt(place: Place, state: MatchState, at: number): boolean {
  switch (place) {
    case 'inputStart':
      return at === state.anchorStart();
    case 'inputEnd':
      return isInputEnd(state, at);
    case 'inputEndOrTerminator':
      return isEndOrTerminator(state, at);
    case 'inputEndOrTerminatorUnix':
      return isUnixEnd(state, at, false);
    case 'lineStart':
      return isLineStart(state, at);
    case 'lineStartUnix':
      return isUnixLineStart(state, at);
    case 'lineEnd':
      return isLineEnd(state, at);
    case 'lineEndUnix':
      return isUnixEnd(state, at, true);
    case 'wordBoundary':
      return isWordBoundary(state, at);
    case 'noWordBoundary':
      return !isWordBoundary(state, at);
    case 'lastMatchEnd':
      return at === state.lastMatchEnd;
  }
}

const carriageReturn = 13;
const lineFeed = 10;

function isTerminator(unit: number): boolean {
  return unit === lineFeed || unit === carriageReturn || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

function atEnd(state: MatchState): true {
  state.hitEnd = true;
  state.requireEnd = true;
  return true;
}

function isInputEnd(state: MatchState, at: number): boolean {
  if (at !== state.anchorEnd()) {
    return false;
  }
  state.hitEnd = true;
  return true;
}

function isEndOrTerminator(state: MatchState, at: number): boolean {
  const { text } = state;
  const end = state.anchorEnd();
  if (at === end) {
    return atEnd(state);
  }
  const unit = text.charCodeAt(at);
  if (at === end - 2) {
    return unit === carriageReturn && text.charCodeAt(at + 1) === lineFeed && atEnd(state);
  }
  const isMiddleOfBreak = unit === lineFeed && at > 0 && text.charCodeAt(at - 1) === carriageReturn;
  return at === end - 1 && isTerminator(unit) && !isMiddleOfBreak && atEnd(state);
}

function isLineEnd(state: MatchState, at: number): boolean {
  const { text } = state;
  if (at >= state.anchorEnd()) {
    return atEnd(state);
  }
  const unit = text.charCodeAt(at);
  return isTerminator(unit) && !(unit === lineFeed && at > 0 && text.charCodeAt(at - 1) === carriageReturn);
}

function isUnixEnd(state: MatchState, at: number, isMultiline: boolean): boolean {
  const end = state.anchorEnd();
  if (at >= end) {
    return atEnd(state);
  }
  if (state.text.charCodeAt(at) !== lineFeed) {
    return false;
  }
  return isMultiline || (at === end - 1 && atEnd(state));
}

/** As in Perl, there is no line behind a terminator that ends the input. */
function isLineStart(state: MatchState, at: number): boolean {
  if (at === state.anchorEnd()) {
    state.hitEnd = true;
    return false;
  }
  if (at <= state.anchorStart()) {
    return true;
  }
  const before = state.text.charCodeAt(at - 1);
  return isTerminator(before) && !(before === carriageReturn && state.text.charCodeAt(at) === lineFeed);
}

function isUnixLineStart(state: MatchState, at: number): boolean {
  if (at === state.anchorEnd()) {
    state.hitEnd = true;
    return false;
  }
  return at <= state.anchorStart() || state.text.charCodeAt(at - 1) === lineFeed;
}

function isWordBoundary(state: MatchState, at: number): boolean {
  const start = state.hasTransparentBounds ? 0 : state.from;
  const end = state.hasTransparentBounds ? state.text.length : state.to;
  const isWordBefore = at > start && isWordAt(state, codePointStart(state.text, at, start), start);
  let isWordAfter = false;
  if (at < end) {
    isWordAfter = isWordAt(state, at, start);
  } else {
    atEnd(state);
  }
  return isWordBefore !== isWordAfter;
}

function codePointStart(text: string, at: number, start: number): number {
  const low = text.charCodeAt(at - 1);
  const high = at - 2 >= start ? text.charCodeAt(at - 2) : 0;
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? at - 2 : at - 1;
}

const nonSpacingMark = /^\p{Mn}$/u;

/** An accent belongs to the letter before it. */
function isWordAt(state: MatchState, at: number, start: number): boolean {
  const codePoint = state.codePointAt(at);
  if (isWordCharacter(codePoint)) {
    return true;
  }
  if (codePoint < 0x300 || !nonSpacingMark.test(String.fromCodePoint(codePoint))) {
    return false;
  }
  let base = at - 1;
  while (base >= start && nonSpacingMark.test(state.text.charAt(base))) {
    base--;
  }
  return base >= start && isWordCharacter(state.text.charCodeAt(base));
}
