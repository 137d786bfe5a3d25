import type { ApexType } from '../types/apex-type.ts';

/** What the runtime has to know of the values of one JavaScript class of the platform. */
export interface ValueKind<T> {
  type(value: T): ApexType;
  text(value: T): string;
  /** As collections compare: the same number with another scale is another Decimal. */
  equals(left: T, right: T): boolean;
  hash(value: T): number;
  /** Natural order, where the type has one. */
  compare?(left: T, right: T): number;
}
