import type { Place } from '../syntax/nodes.ts';

/** Something that keeps a program from running, as the platform's compiler would say it. */
export interface Problem {
  readonly code: string;
  readonly fileName: string;
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
}

/** A construct that compiles and fails loudly when it is reached. */
export interface UnsupportedUse {
  readonly construct: string;
  readonly fileName: string;
  readonly line: number;
}

/** The codes of problems by what they are about; they never change their meaning. */
export const codes = {
  type: 'APEX010',
  variable: 'APEX011',
  method: 'APEX012',
  assignment: 'APEX013',
  constructor: 'APEX014',
  operator: 'APEX015',
  duplicate: 'APEX016',
  flow: 'APEX017',
  declaration: 'APEX018',
  conversion: 'APEX019',
  visibility: 'APEX020',
  form: 'APEX021',
} as const;

/** Collects what is wrong with the sources of a program. */
export class ProblemList {
  readonly problems: Problem[] = [];
  readonly unsupported: UnsupportedUse[] = [];

  report(code: string, fileName: string, place: Place, message: string): void {
    this.problems.push({ code, fileName, line: place.line, column: place.column + 1, message });
  }

  reportUnsupported(construct: string, fileName: string, place: Place): void {
    this.unsupported.push({ construct, fileName, line: place.line });
  }
}
