import { madeObject } from '../../run/meter.ts';

/** A Time: milliseconds since midnight, less than a day. Immutable. */
export class ApexTime {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
    madeObject(2);
  }
}
