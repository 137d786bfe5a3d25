import type { ApexType } from '../types/apex-type.ts';

/** A constant of an enum, of source or of the platform. There is one object for each, so they are compared with `===`. */
export class ApexEnum {
  readonly $type: ApexType;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: ApexType, name: string, ordinal: number) {
    this.$type = type;
    this.name = name;
    this.ordinal = ordinal;
  }
}
