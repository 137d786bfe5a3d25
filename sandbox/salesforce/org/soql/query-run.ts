import { readClock } from '../../apex/library/time/user-clock.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { zoneOf, type Zone } from '../../apex/library/time/zone.ts';
import type { FieldDescription, ObjectDescription } from '../../apex/run/org.ts';
import type { RecordSource, StoredRecord } from '../records/stored-record.ts';
import { messageOfNoObject, raiseQuery } from './query-problems.ts';
import type { Query } from './query-tree.ts';

export interface QueryOptions {
  /** UTC epoch milliseconds: what TODAY and its like are counted from. */
  readonly now: number;
  /** IANA name: the user's days begin at midnight there. */
  readonly userTimeZone: string;
  readonly userId: string;
  /** 1, January, by default. */
  readonly fiscalYearStartMonth?: number;
  /** Whether the recycle bin counts even where the query does not say ALL ROWS: a `queryAll` of the API. */
  readonly isAllRows?: boolean;
  /** Of a query that does not say its own by WITH; system by default. */
  readonly mode?: 'user' | 'system';
  /** Whether a query in system mode leaves out what the user may not see: that of a class with sharing. */
  readonly isWithSharing?: boolean;
  /** What the user may do; who leaves one out, or gives null, allows everything. */
  readonly canReadObject?: ((objectName: string) => boolean) | null;
  readonly canReadField?: ((objectName: string, fieldName: string) => boolean) | null;
  readonly canSeeRecord?: ((record: StoredRecord) => boolean) | null;
}

/** Positional values for `:v0`, `:v1`, …, or values by lower-case name. */
export type BindValues = readonly unknown[] | ReadonlyMap<string, unknown>;

/** A field that the query names; those of SELECT count for WITH SECURITY_ENFORCED. */
export interface Use {
  readonly objectName: string;
  readonly fieldName: string;
  readonly isSelected: boolean;
}

/** A source that keeps indexes, and so finds records outside of the recycle bin by a value of a field. */
export interface IndexedSource extends RecordSource {
  findBy(object: ObjectDescription, field: FieldDescription, value: unknown): readonly StoredRecord[];
}

/** One query being run: what it runs on, and what it turned out to use. */
export class QueryRun {
  readonly source: RecordSource;
  readonly options: QueryOptions;
  readonly values: BindValues;
  readonly mode: 'user' | 'system' | 'enforced';
  readonly isAllRows: boolean;
  readonly zone: Zone;
  /** The day that it is for the user, counted from 1 January 1970. */
  readonly today: number;
  readonly usedObjects = new Set<string>();
  readonly uses: Use[] = [];
  /** Rows that were read beside those of the result, for the limit on rows. */
  childRows = 0;

  constructor(source: RecordSource, values: BindValues, options: QueryOptions, query: Query) {
    this.source = source;
    this.values = values;
    this.options = options;
    this.mode = query.mode ?? options.mode ?? 'system';
    this.isAllRows = query.isAllRows || options.isAllRows === true;
    this.zone = zoneOf(options.userTimeZone);
    this.today = readClock(new ApexDatetime(options.now), this.zone).days;
  }

  /** The object that a query is about; the platform says of one that it does not know that it is not supported. */
  describe(name: string): ObjectDescription {
    const found = this.source.describeObject(name) ?? raiseQuery(messageOfNoObject(name));
    this.usedObjects.add(found.name);
    return found;
  }

  /** Whether a stored record can be among the rows at all, before any condition. */
  isVisible(record: StoredRecord): boolean {
    if (record.isDeleted && !this.isAllRows) {
      return false;
    }
    const isShared = this.mode === 'user' || this.options.isWithSharing === true;
    return !isShared || (this.options.canSeeRecord?.(record) ?? true);
  }

  /** The ids of the records with that value in a field; null where only a look at all of them can tell. */
  idsWith(object: ObjectDescription, field: FieldDescription, value: unknown): readonly string[] | null {
    const { source } = this;
    return !this.isAllRows && 'findBy' in source
      ? (source as IndexedSource).findBy(object, field, value).map((record) => record.id)
      : null;
  }

  /** Whether the mode of the query lets the user read a field. An id is never hidden. */
  mayRead(objectName: string, fieldName: string): boolean {
    return this.mode === 'system' || fieldName === 'Id' || this.options.canReadField?.(objectName, fieldName) !== false;
  }
}
