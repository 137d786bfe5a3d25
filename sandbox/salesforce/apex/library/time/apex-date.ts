import { madeObject } from '../../run/meter.ts';

/** A Date: days since 1 January 1970. Immutable; later is larger. */
export class ApexDate {
  readonly days: number;

  constructor(days: number) {
    this.days = days;
    madeObject(2);
  }
}
