import type { ApexType } from '../types/apex-type.ts';

/** The base of all objects whose class is written in Apex, and of the platform's exceptions. */
export class ApexObject {
  /** Set on the prototype of each class by the linker. */
  declare readonly $type: ApexType;
}

/**
 * System.Exception and all that extend it, thrown as they are. The stack is taken when one is made: emitted code stands on
 * the lines of its source, so the lines of the JavaScript stack are those of Apex.
 */
export class ApexException extends ApexObject {
  $message: string | null = null;
  $cause: ApexException | null = null;
  $stack: string = new Error().stack ?? '';
}

/** Ends a run at once: Apex code can neither catch it nor run a finally block after it. */
export class Uncatchable extends Error {}

/** A construct or library method that is documented by the platform and not built here. */
export class Unsupported extends Uncatchable {
  readonly construct: string;
  readonly place: string;

  constructor(construct: string, place: string) {
    super(`APEX100: ${construct} is not supported by this runtime (${place}). See the support table.`);
    this.name = 'Unsupported';
    this.construct = construct;
    this.place = place;
  }
}
