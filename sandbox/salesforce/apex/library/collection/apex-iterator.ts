import { madeObject, slotBytes } from '../../run/meter.ts';
import { typeOf, type ApexType } from '../../types/apex-type.ts';
import { raise } from '../raise.ts';

/** The Iterator that iterator() of a List or Set gives. Its methods are called as those of a class of source are. */
export class ApexIterator {
  readonly $type: ApexType;
  private readonly items: Iterator<unknown>;
  private upcoming: IteratorResult<unknown> | null = null;

  constructor(element: ApexType, items: Iterator<unknown>) {
    this.$type = typeOf('System.Iterator', [element]);
    this.items = items;
    madeObject(slotBytes);
  }

  hasnext$(): boolean {
    this.upcoming ??= this.items.next();
    return this.upcoming.done !== true;
  }

  next$(): unknown {
    if (!this.hasnext$()) {
      return raise('System.NoSuchElementException', 'Iterator has no more elements');
    }
    const item: unknown = this.upcoming?.value;
    this.upcoming = null;
    return item;
  }
}
