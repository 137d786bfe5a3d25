import { Unsupported } from '../../run/apex-object.ts';
import type { ApexList } from '../collection/apex-list.ts';
import type { BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';

/** A Database.QueryLocator: a query whose rows a batch, or an iterator, goes through. */
export class QueryLocator extends PlatformObject {
  readonly rows: ApexList;
  /** Null where it was made from a query in brackets, whose text the runtime does not keep. */
  readonly text: string | null;

  static {
    setTypeOf(this, 'Database.QueryLocator');
  }

  constructor(rows: ApexList, text: string | null) {
    super();
    this.rows = rows;
    this.text = text;
  }
}

class LocatorIterator extends PlatformObject {
  private readonly rows: readonly unknown[];
  private index = 0;

  static {
    setTypeOf(this, 'Database.QueryLocatorIterator');
  }

  constructor(rows: readonly unknown[]) {
    super();
    this.rows = rows;
  }

  hasNext(): boolean {
    return this.index < this.rows.length;
  }

  next(): unknown {
    return this.hasNext()
      ? this.rows[this.index++]
      : raise('System.NoSuchElementException', 'Iterator has no more elements');
  }
}

/** locatorOf([SELECT Id FROM Lead]) */
export function locatorOf(rows: ApexList | null): QueryLocator {
  return new QueryLocator(rows ?? raiseNullArgument(), null);
}

export const queryLocatorTypes: readonly BuiltinType[] = [
  {
    name: 'Database.QueryLocator',
    kind: 'class',
    valueClass: QueryLocator,
    methods: {
      'String getQuery()': ({ text }: QueryLocator) => text ?? refuseText(),
      'Database.QueryLocatorIterator iterator()': ({ rows }: QueryLocator) => new LocatorIterator(rows.items),
    },
  },
  {
    name: 'Database.QueryLocatorIterator',
    kind: 'class',
    valueClass: LocatorIterator,
    methods: {
      'Boolean hasNext()': (iterator: LocatorIterator) => iterator.hasNext(),
      'SObject next()': (iterator: LocatorIterator) => iterator.next(),
    },
  },
];

function refuseText(): never {
  throw new Unsupported('Database.QueryLocator.getQuery', 'of a query in brackets');
}
