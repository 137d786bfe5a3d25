import { madeObject } from '../../run/meter.ts';

/** A TimeZone: the IANA name of a zone, 'America/Los_Angeles', or 'GMT' with an offset, 'GMT-08:00'. Immutable. */
export class ApexTimeZone {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
    madeObject(1);
  }
}
