import { madeObject } from '../../run/meter.ts';

/** A Double: boxed, so that an Object that holds one is not taken for an Integer. Immutable. */
export class ApexDouble {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
    madeObject(2);
  }
}
