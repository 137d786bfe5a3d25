import { madeObject } from '../../run/meter.ts';

/** A Decimal: unscaled × 10 to the power of −scale. 1.50 is {150n, 2}. Immutable; 1.5 and 1.50 are equal but print differently. */
export class ApexDecimal {
  readonly unscaled: bigint;
  readonly scale: number;

  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
    madeObject(3);
  }
}
