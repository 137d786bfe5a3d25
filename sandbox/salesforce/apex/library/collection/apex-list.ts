import { madeObject } from '../../run/meter.ts';
import { objectType, type ApexType } from '../../types/apex-type.ts';
import { ApexIterator } from './apex-iterator.ts';

/** A List. `iterations` counts the loops that are walking it: while there are any, its size may not change. */
export class ApexList {
  readonly type: ApexType;
  items: unknown[];
  iterations = 0;

  constructor(type: ApexType, items: unknown[] = []) {
    this.type = type;
    this.items = items;
    madeObject(items.length);
  }

  /** Iterable.iterator(), under the name that a class of source would give it. */
  iterator$(): ApexIterator {
    return new ApexIterator(this.type.args[0] ?? objectType, this.items.values());
  }
}
