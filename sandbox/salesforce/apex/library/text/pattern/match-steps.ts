import { foldText } from '../letter-case.ts';
import type { MatchState } from './match-state.ts';
import type { CharacterTest, Folding, PatternNode } from './nodes.ts';

/** Matches from a position on, with all that follows; true where that succeeded. */
export type Step = (state: MatchState, at: number) => boolean;

type LookBehindNode = Extract<PatternNode, { kind: 'lookBehind' }>;

export function matchText(text: string, folding: Folding, next: Step): Step {
  const length = text.length;
  const fold = foldingOf(folding);
  const folded = fold(text);
  const isPlain = folding === 'none';
  return (state, at) => {
    state.countReads(1);
    if (at + length > state.to) {
      const left = fold(state.text.slice(at, state.to));
      state.hitEnd ||= folded.startsWith(left);
      return false;
    }
    const found = isPlain ? state.text.startsWith(text, at) : fold(state.text.slice(at, at + length)) === folded;
    return found && next(state, at + length);
  };
}

function foldingOf(folding: Folding): (text: string) => string {
  if (folding === 'ascii') {
    return foldPlainLetters;
  }
  return folding === 'unicode' ? foldText : (text) => text;
}

function foldPlainLetters(text: string): string {
  return text.replace(/[A-Z]+/g, (each) => each.toLowerCase());
}

export function matchSet(test: CharacterTest, next: Step): Step {
  return (state, at) => {
    state.countReads(1);
    const after = afterCharacter(state, at, test);
    return after > 0 && next(state, after);
  };
}

export function afterCharacter(state: MatchState, at: number, test: CharacterTest): number {
  if (at >= state.to) {
    state.hitEnd = true;
    return -1;
  }
  const codePoint = state.codePointAt(at);
  const after = codePoint > 0xffff ? at + 2 : at + 1;
  if (after > state.to) {
    state.hitEnd = true;
    return -1;
  }
  return test(codePoint) ? after : -1;
}

export function matchLineBreak(next: Step): Step {
  return (state, at) => {
    if (at >= state.to) {
      state.hitEnd = true;
      return false;
    }
    state.countReads(1);
    const unit = state.text.charCodeAt(at);
    if (unit === 13) {
      if (at + 1 < state.to) {
        if (state.text.charCodeAt(at + 1) === 10 && next(state, at + 2)) {
          return true;
        }
      } else {
        state.hitEnd = true;
      }
      return next(state, at + 1);
    }
    const isBreak = (unit >= 10 && unit <= 12) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
    return isBreak && next(state, at + 1);
  };
}

export function matchChoice(branches: readonly Step[]): Step {
  return (state, at) => {
    for (const branch of branches) {
      if (branch(state, at)) {
        return true;
      }
    }
    return false;
  };
}

export function matchAtomic(part: Step, next: Step): Step {
  return (state, at) => part(state, at) && next(state, state.end);
}

export function matchAhead(part: Step, isNegative: boolean, next: Step): Step {
  return (state, at) => {
    const to = state.to;
    if (state.hasTransparentBounds) {
      state.to = state.text.length;
    }
    // More input could make what must not follow follow.
    state.requireEnd ||= isNegative && at >= state.to;
    const found = part(state, at);
    state.to = to;
    return found !== isNegative && next(state, at);
  };
}

export function matchBehind(node: LookBehindNode, part: Step, next: Step): Step {
  return (state, at) => {
    const from = state.from;
    const behindTo = state.behindTo;
    const first = Math.max(at - node.most, state.hasTransparentBounds ? 0 : from);
    state.behindTo = at;
    if (state.hasTransparentBounds) {
      state.from = 0;
    }
    let found = false;
    for (let start = at - node.least; !found && start >= first; start--) {
      state.countRound();
      found = part(state, start);
    }
    state.from = from;
    state.behindTo = behindTo;
    return found !== node.isNegative && next(state, at);
  };
}

export function matchReference(index: number, folding: Folding, next: Step): Step {
  const fold = foldingOf(folding);
  return (state, at) => {
    const start = state.groups[2 * index] ?? -1;
    const end = state.groups[2 * index + 1] ?? -1;
    if (start < 0) {
      return false;
    }
    const length = end - start;
    if (at + length > state.to) {
      state.hitEnd = true;
      return false;
    }
    state.countReads(length);
    const wanted = state.text.slice(start, end);
    const found = state.text.slice(at, at + length);
    return (wanted === found || fold(wanted) === fold(found)) && next(state, at + length);
  };
}
