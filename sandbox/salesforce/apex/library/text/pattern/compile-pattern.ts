import { type LoopNode, matchPlainLoop, matchSetLoop } from './match-loops.ts';
import { holdsAt } from './match-place.ts';
import {
  matchAhead,
  matchAtomic,
  matchBehind,
  matchChoice,
  matchLineBreak,
  matchReference,
  matchSet,
  matchText,
  type Step,
} from './match-steps.ts';
import { widthOf } from './node-width.ts';
import type { PatternNode, PatternTree } from './nodes.ts';
import { hasOneWay } from './one-way.ts';

export type CompiledPattern = {
  readonly step: Step;
  readonly slotCount: number;
  readonly least: number;
  /** Where a match can only begin with this text. */
  readonly prefix: string | null;
  /** Where a match can only begin at the start of the input, as with "^". */
  readonly isAnchored: boolean;
};

/** Makes a tree executable: backtracking in the order of java.util.regex, so that groups hold what they hold there. */
export function compilePattern(tree: PatternTree): CompiledPattern {
  const compiler = new PatternCompiler(!tree.hasBackReference);
  const step = compiler.compile(tree.node, acceptAll);
  const first = tree.node.kind === 'sequence' ? tree.node.nodes[0] : tree.node;
  return {
    step,
    slotCount: compiler.slotCount,
    least: widthOf(tree.node).least,
    prefix: first?.kind === 'text' && first.folding === 'none' ? first.text : null,
    isAnchored: first?.kind === 'place' && first.place === 'inputStart',
  };
}

const acceptAll: Step = (state, at) => {
  if (state.mustReachEnd && at !== state.to) {
    return false;
  }
  state.end = at;
  return true;
};

/** Ends a part that is matched on its own: a look-ahead, an atomic group. */
const acceptPart: Step = (state, at) => {
  state.end = at;
  return true;
};

const acceptBehind: Step = (state, at) => at === state.behindTo;

class PatternCompiler {
  slotCount = 0;
  /** Whether what follows from a position depends on that position alone. */
  canRemember: boolean;

  constructor(canRemember: boolean) {
    this.canRemember = canRemember;
  }

  /** What is compiled within a loop, a look-around or an atomic group is asked again under other circumstances. */
  compileInner(node: PatternNode, next: Step): Step {
    const outside = this.canRemember;
    this.canRemember = false;
    const step = this.compile(node, next);
    this.canRemember = outside;
    return step;
  }

  compile(node: PatternNode, next: Step): Step {
    switch (node.kind) {
      case 'text':
        return matchText(node.text, node.folding, next);
      case 'set':
        return matchSet(node.test, next);
      case 'lineBreak':
        return matchLineBreak(next);
      case 'sequence':
        return node.nodes.reduceRight((following, each) => this.compile(each, following), next);
      case 'choice':
        return matchChoice(node.nodes.map((each) => this.compile(each, next)));
      case 'group':
        return this.matchGroup(node.index, node.node, next);
      case 'atomic':
        return matchAtomic(this.compileInner(node.node, acceptPart), next);
      case 'loop':
        return this.matchLoop(node, next);
      case 'lookAhead':
        return matchAhead(this.compileInner(node.node, acceptPart), node.isNegative, next);
      case 'lookBehind':
        return matchBehind(node, this.compileInner(node.node, acceptBehind), next);
      case 'backReference':
        return matchReference(node.index, node.folding, next);
      case 'place': {
        const place = node.place;
        return (state, at) => holdsAt(place, state, at) && next(state, at);
      }
    }
  }

  matchGroup(index: number, node: PatternNode, next: Step): Step {
    const slot = this.slotCount++;
    const leave: Step = (state, at) => {
      const groups = state.groups;
      const start = groups[2 * index] as number;
      const end = groups[2 * index + 1] as number;
      groups[2 * index] = state.starts[slot] as number;
      groups[2 * index + 1] = at;
      if (next(state, at)) {
        return true;
      }
      groups[2 * index] = start;
      groups[2 * index + 1] = end;
      return false;
    };
    const body = this.compile(node, leave);
    return (state, at) => {
      const outer = state.starts[slot] as number;
      state.starts[slot] = at;
      const found = body(state, at);
      state.starts[slot] = outer;
      return found;
    };
  }

  matchLoop(node: LoopNode, next: Step): Step {
    if (node.mode === 'possessive') {
      return matchAtomic(this.compileInner({ ...node, mode: 'greedy' }, acceptPart), next);
    }
    if (node.node.kind === 'set') {
      return matchSetLoop(node.node.test, node, next);
    }
    return node.mode === 'greedy' && hasOneWay(node.node)
      ? matchPlainLoop(this.compileInner(node.node, acceptPart), node, hasGroup(node.node), next)
      : this.matchAnyLoop(node, next);
  }

  /** A round that matched nothing ends the loop, however few there were. */
  matchAnyLoop(node: LoopNode, next: Step): Step {
    const { least, most } = node;
    const isLazy = node.mode === 'lazy';
    // Without this, (a+)+b would take twice as long with each further "a".
    const remembers = this.canRemember && !isLazy && most === Infinity;
    const slot = this.slotCount++;
    const again: Step = (state, at) => {
      const count = state.counts[slot] as number;
      const start = state.starts[slot] as number;
      const failed = remembers && count >= least ? (state.failed[slot] ??= new Set()) : null;
      if (failed?.has(at) === true) {
        return false;
      }
      state.countRound();
      state.counts[slot] = count + 1;
      state.starts[slot] = at;
      if (body(state, at)) {
        return true;
      }
      state.counts[slot] = count;
      state.starts[slot] = start;
      failed?.add(at);
      return false;
    };
    const afterRound: Step = (state, at) => {
      const count = state.counts[slot] as number;
      if (at === state.starts[slot]) {
        return next(state, at);
      }
      if (count < least) {
        return again(state, at);
      }
      if (count >= most) {
        return next(state, at);
      }
      return isLazy ? next(state, at) || again(state, at) : again(state, at) || next(state, at);
    };
    const body = this.compileInner(node.node, afterRound);
    return (state, at) => {
      const count = state.counts[slot] as number;
      const start = state.starts[slot] as number;
      state.counts[slot] = 0;
      state.starts[slot] = -1;
      if (least > 0) {
        if (again(state, at)) {
          return true;
        }
      } else if (isLazy) {
        if (next(state, at) || (most > 0 && again(state, at))) {
          return true;
        }
      } else if ((most > 0 && again(state, at)) || next(state, at)) {
        return true;
      }
      state.counts[slot] = count;
      state.starts[slot] = start;
      return false;
    };
  }
}

function hasGroup(node: PatternNode): boolean {
  switch (node.kind) {
    case 'group':
      return true;
    case 'sequence':
    case 'choice':
      return node.nodes.some(hasGroup);
    case 'atomic':
    case 'loop':
    case 'lookAhead':
    case 'lookBehind':
      return hasGroup(node.node);
    case 'text':
    case 'set':
    case 'lineBreak':
    case 'backReference':
    case 'place':
      return false;
  }
}
