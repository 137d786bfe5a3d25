import { madeObject } from '../../run/meter.ts';

/** A Datetime: milliseconds since 1 January 1970 GMT. Immutable; later is larger. It has no zone of its own. */
export class ApexDatetime {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
    madeObject(2);
  }
}
