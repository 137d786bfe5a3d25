import { chargeParsedCharacters, madeObject, madeText } from '../../../run/meter.ts';
import { raise } from '../../raise.ts';
import { PlatformObject, setTypeOf } from '../../system/platform-object.ts';
import type { ApexPattern } from './apex-pattern.ts';
import { MatchState, raiseTooComplicated } from './match-state.ts';
import { appendReplacement } from './replacement.ts';

/** A value of type Matcher: an input, a region of it and the last match. */
export class ApexMatcher extends PlatformObject {
  pattern: ApexPattern;
  text: string;
  #state: MatchState;
  /** Of the last match; -1 for `first` where there is none. */
  #first = -1;
  #last = 0;

  constructor(pattern: ApexPattern, text: string) {
    super();
    madeObject(2 * pattern.groupCount + 16);
    this.pattern = pattern;
    this.text = text;
    this.#state = new MatchState(text, pattern.groupCount, pattern.compiled.slotCount);
  }

  matches(): boolean {
    return this.#matchHere(true);
  }

  lookingAt(): boolean {
    return this.#matchHere(false);
  }

  find(): boolean {
    const { from, to } = this.#state;
    // A match of no characters is never found twice.
    const next = Math.max(this.#last === this.#first ? this.#last + 1 : this.#last, from);
    if (next > to) {
      this.#forget();
      return false;
    }
    return this.#search(next);
  }

  findFrom(start: number): boolean {
    if (start < 0 || start > this.text.length) {
      raise('System.StringException', 'Illegal start index');
    }
    this.reset();
    return this.#search(start);
  }

  reset(): void {
    this.#forget();
    this.#last = 0;
    this.#state.lastMatchEnd = -1;
    this.#state.from = 0;
    this.#state.to = this.text.length;
  }

  resetTo(text: string): void {
    const { hasAnchoringBounds, hasTransparentBounds } = this.#state;
    this.text = text;
    this.#state = new MatchState(text, this.pattern.groupCount, this.pattern.compiled.slotCount);
    this.#state.hasAnchoringBounds = hasAnchoringBounds;
    this.#state.hasTransparentBounds = hasTransparentBounds;
    this.reset();
  }

  /** The position in the input stays, the groups are lost. */
  usePattern(pattern: ApexPattern): void {
    const earlier = this.#state;
    const state = new MatchState(this.text, pattern.groupCount, pattern.compiled.slotCount);
    state.from = earlier.from;
    state.to = earlier.to;
    state.hasAnchoringBounds = earlier.hasAnchoringBounds;
    state.hasTransparentBounds = earlier.hasTransparentBounds;
    state.lastMatchEnd = earlier.lastMatchEnd;
    state.reads = earlier.reads;
    this.pattern = pattern;
    this.#state = state;
    this.#first = -1;
  }

  setRegion(start: number, end: number): void {
    if (start < 0 || start > this.text.length) {
      raise('System.StringException', 'start');
    }
    if (end < 0 || end > this.text.length) {
      raise('System.StringException', 'end');
    }
    if (start > end) {
      raise('System.StringException', 'start > end');
    }
    this.reset();
    this.#state.from = start;
    this.#state.to = end;
  }

  get regionStart(): number {
    return this.#state.from;
  }

  get regionEnd(): number {
    return this.#state.to;
  }

  get hasAnchoringBounds(): boolean {
    return this.#state.hasAnchoringBounds;
  }

  set hasAnchoringBounds(isOn: boolean) {
    this.#state.hasAnchoringBounds = isOn;
  }

  get hasTransparentBounds(): boolean {
    return this.#state.hasTransparentBounds;
  }

  set hasTransparentBounds(isOn: boolean) {
    this.#state.hasTransparentBounds = isOn;
  }

  get hitEnd(): boolean {
    return this.#state.hitEnd;
  }

  get requireEnd(): boolean {
    return this.#state.requireEnd;
  }

  get hasMatch(): boolean {
    return this.#first >= 0;
  }

  group(index: number): string | null {
    const start = this.startOf(index);
    return start < 0 ? null : madeText(this.text.slice(start, this.endOf(index)));
  }

  startOf(index: number): number {
    this.#needGroup(index, 'No match available');
    return this.#state.groups[2 * index] as number;
  }

  endOf(index: number): number {
    this.#needGroup(index, 'No match available');
    return this.#state.groups[2 * index + 1] as number;
  }

  groupText(index: number): string | null {
    this.#needGroup(index, 'No match found');
    return this.group(index);
  }

  groupByName(name: string): string | null {
    const index = this.pattern.groupNames.get(name);
    return this.groupText(index ?? raise('System.StringException', `No group with name <${name}>`));
  }

  /** Every match, or the first alone, replaced; the matcher starts anew. */
  replace(replacement: string, isFirstOnly: boolean): string {
    this.reset();
    let result = '';
    let end = 0;
    while (this.find()) {
      result += this.text.slice(end, this.#first) + appendReplacement(replacement, this);
      end = this.#last;
      if (isFirstOnly) {
        break;
      }
    }
    return madeText(result + this.text.slice(end));
  }

  #needGroup(index: number, message: string): void {
    if (this.#first < 0) {
      raise('System.StringException', message);
    }
    if (index < 0 || index > this.pattern.groupCount) {
      raise('System.StringException', `No group ${index}`);
    }
  }

  #forget(): void {
    this.#first = -1;
    this.#state.groups.fill(-1);
  }

  #matchHere(mustReachEnd: boolean): boolean {
    return this.#run(this.#state.from, (state, start) => this.#tryAt(state, start, mustReachEnd));
  }

  #search(start: number): boolean {
    const { least, prefix, isAnchored } = this.pattern.compiled;
    if (isAnchored) {
      return this.#run(start, (state, from) => this.#tryAt(state, from, false));
    }
    return this.#run(start, (state, from) => {
      for (let at = from; at <= state.to - least; at++) {
        if (prefix !== null) {
          const next = state.text.indexOf(prefix, at);
          state.countReads((next < 0 ? state.to : next) - at);
          if (next < 0 || next > state.to - least) {
            break;
          }
          at = next;
        }
        if (this.#tryAt(state, at, false)) {
          return true;
        }
      }
      state.hitEnd = true;
      return false;
    });
  }

  #tryAt(state: MatchState, start: number, mustReachEnd: boolean): boolean {
    state.mustReachEnd = mustReachEnd;
    if (!this.pattern.compiled.step(state, start)) {
      return false;
    }
    state.groups[0] = start;
    state.groups[1] = state.end;
    this.#first = start;
    this.#last = state.end;
    return true;
  }

  #run(start: number, attempt: (state: MatchState, start: number) => boolean): boolean {
    const state = this.#state;
    const readsBefore = state.reads;
    state.hitEnd = false;
    state.requireEnd = false;
    state.failed.length = 0;
    state.groups.fill(-1);
    state.lastMatchEnd = state.lastMatchEnd < 0 ? start : state.lastMatchEnd;
    this.#first = -1;
    try {
      const found = attempt(state, start);
      state.lastMatchEnd = this.#last;
      return found;
    } catch (problem) {
      if (problem instanceof RangeError) {
        return raiseTooComplicated();
      }
      throw problem;
    } finally {
      chargeParsedCharacters(state.reads - readsBefore + 1);
    }
  }
}

setTypeOf(ApexMatcher, 'System.Matcher');
