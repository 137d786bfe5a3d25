import { raise } from '../../raise.ts';

/** The platform lets one regular expression look at the characters of its input a million times. */
export const mostReads = 1_000_000;
/** Against expressions that go round and round without looking at anything; no honest one comes near. */
const mostRounds = 10_000_000;

/** One input under one regular expression: where it may look, what its groups hold, what it has cost. */
export class MatchState {
  readonly text: string;
  /** The region; `to` is moved while a look-ahead may look behind the end of the region. */
  from: number;
  to: number;
  hasAnchoringBounds = true;
  hasTransparentBounds = false;
  /** Start and end of each group, -1 where it did not take part. */
  readonly groups: Int32Array;
  /** Loops: where the current round began and how many there were. Groups: where the current one began. */
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  /** Where the match ends that was found. */
  end = 0;
  mustReachEnd = false;
  behindTo = 0;
  lastMatchEnd = -1;
  hitEnd = false;
  requireEnd = false;
  /** By loop: positions from which going on was tried in vain since the search began. */
  readonly failed: Set<number>[] = [];
  reads = 0;
  rounds = 0;

  constructor(text: string, groupCount: number, slotCount: number) {
    this.text = text;
    this.from = 0;
    this.to = text.length;
    // A reference to a group that the expression has not is legal up to \9 and never matches.
    this.groups = new Int32Array(2 * Math.max(groupCount + 1, 10)).fill(-1);
    this.starts = new Int32Array(slotCount);
    this.counts = new Int32Array(slotCount);
  }

  countReads(count: number): void {
    this.reads += count;
    if (this.reads > mostReads) {
      raiseTooComplicated();
    }
  }

  countRound(): void {
    this.rounds++;
    if (this.rounds > mostRounds) {
      raiseTooComplicated();
    }
  }

  anchorStart(): number {
    return this.hasAnchoringBounds ? this.from : 0;
  }

  anchorEnd(): number {
    return this.hasAnchoringBounds ? this.to : this.text.length;
  }

  codePointAt(index: number): number {
    const unit = this.text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdbff && index + 1 < this.text.length) {
      const low = this.text.charCodeAt(index + 1);
      if (low >= 0xdc00 && low <= 0xdfff) {
        return (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
      }
    }
    return unit;
  }
}

export function raiseTooComplicated(): never {
  return raise('System.LimitException', 'Regex too complicated');
}
