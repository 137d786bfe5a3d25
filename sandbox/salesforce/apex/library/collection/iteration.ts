import { raise } from '../raise.ts';
import { ApexList } from './apex-list.ts';
import { ApexSet } from './apex-set.ts';

/** What counts the loops that are walking it. */
export interface Walked {
  iterations: number;
}

/** Refuses a change of size while a loop is walking the collection. */
export function checkMayChange(walked: Walked): void {
  if (walked.iterations !== 0) {
    raise('System.FinalException', 'Cannot modify a collection while it is being iterated.');
  }
}

/** The two methods of System.Iterator under their JavaScript names. */
type IteratorOfSource = { hasnext$: () => boolean; next$: () => unknown };

/**
 * What `for (T each : collection)` walks: for (const each of elementsOf(list)). A List or Set cannot change its size until
 * the loop is left, by whatever way; an Iterable of source is asked for its iterator.
 */
export function elementsOf(over: unknown): Iterable<unknown> {
  if (over instanceof ApexList) {
    return new Walk(over, new Items(over.items));
  }
  if (over instanceof ApexSet) {
    return new Walk(over.table, over.walk());
  }
  return elementsFromSource(over as { iterator$: () => IteratorOfSource });
}

function* elementsFromSource(over: { iterator$: () => IteratorOfSource }): Generator<unknown> {
  const iterator = over.iterator$();
  while (iterator.hasnext$()) {
    yield iterator.next$();
  }
}

/** The items of an array by index, in one result object: loops over lists are the most common ones. */
class Items implements Iterator<unknown> {
  private readonly items: readonly unknown[];
  private readonly found: { done: false; value: unknown } = { done: false, value: null };
  private index = 0;

  constructor(items: readonly unknown[]) {
    this.items = items;
  }

  next(): IteratorResult<unknown> {
    if (this.index >= this.items.length) {
      return { done: true, value: undefined };
    }
    this.found.value = this.items[this.index++];
    return this.found;
  }
}

class Walk implements IterableIterator<unknown> {
  private readonly walked: Walked;
  private readonly items: Iterator<unknown>;
  private isOver = false;

  constructor(walked: Walked, items: Iterator<unknown>) {
    this.walked = walked;
    this.items = items;
    walked.iterations += 1;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<unknown> {
    const result = this.items.next();
    if (result.done === true) {
      this.leave();
    }
    return result;
  }

  /** JavaScript calls this when a loop is left by break, return or an exception. */
  return(): IteratorResult<unknown> {
    this.leave();
    return { done: true, value: undefined };
  }

  private leave(): void {
    if (!this.isOver) {
      this.isOver = true;
      this.walked.iterations -= 1;
    }
  }
}
