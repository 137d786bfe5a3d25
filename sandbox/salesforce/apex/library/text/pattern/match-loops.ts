import { afterCharacter, type Step } from './match-steps.ts';
import type { CharacterTest, PatternNode } from './nodes.ts';

/** A part that is repeated. */
export type LoopNode = Extract<PatternNode, { kind: 'loop' }>;

/** Repeats one set of characters without a call for each: the loop of most expressions. */
export function matchSetLoop(test: CharacterTest, node: LoopNode, next: Step): Step {
  const { least, most } = node;
  const isLazy = node.mode === 'lazy';
  return (state, start) => {
    let at = start;
    let count = 0;
    const limit = isLazy ? least : most;
    while (count < limit) {
      const after = afterCharacter(state, at, test);
      if (after < 0) {
        break;
      }
      at = after;
      count++;
    }
    state.countReads(count + 1);
    if (count < least) {
      return false;
    }
    if (isLazy) {
      while (!next(state, at)) {
        at = count < most ? afterCharacter(state, at, test) : -1;
        if (at < 0) {
          return false;
        }
        count++;
        state.countReads(1);
      }
      return true;
    }
    while (!next(state, at)) {
      if (count === least) {
        return false;
      }
      at = beforeCharacter(state.text, at, start);
      count--;
    }
    return true;
  };
}

/** Repeats a part that has only one way to match: rounds are kept in a list instead of on the stack. */
export function matchPlainLoop(part: Step, node: LoopNode, keepsGroups: boolean, next: Step): Step {
  const { least, most } = node;
  return (state, start) => {
    const rounds: { readonly start: number; readonly groups: Int32Array | null }[] = [];
    let at = start;
    let isStuck = false;
    while (rounds.length < most && !isStuck) {
      const groups = keepsGroups ? state.groups.slice() : null;
      state.countRound();
      if (!part(state, at)) {
        break;
      }
      rounds.push({ start: at, groups });
      isStuck = state.end === at;
      at = state.end;
    }
    while (rounds.length >= least || isStuck) {
      if (next(state, at)) {
        return true;
      }
      const round = rounds.pop();
      if (round === undefined) {
        return false;
      }
      at = round.start;
      isStuck = false;
      if (round.groups !== null) {
        state.groups.set(round.groups);
      }
    }
    const groups = rounds[0]?.groups ?? null;
    if (groups !== null) {
      state.groups.set(groups);
    }
    return false;
  };
}

function beforeCharacter(text: string, at: number, start: number): number {
  const unit = text.charCodeAt(at - 1);
  if (unit >= 0xdc00 && unit <= 0xdfff && at - 2 >= start) {
    const high = text.charCodeAt(at - 2);
    return high >= 0xd800 && high <= 0xdbff ? at - 2 : at - 1;
  }
  return at - 1;
}
