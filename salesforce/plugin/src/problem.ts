/** The codes of this plugin; what they say and what to do next stands in messages/problems.md. */
export type ProblemCode =
  | 'SFP001'
  | 'SFP002'
  | 'SFP003'
  | 'SFP004'
  | 'SFP005'
  | 'SFP006'
  | 'SFP007'
  | 'SFP008'
  | 'SFP009'
  | 'SFP010'
  | 'SFP011'
  | 'SFP012'
  | 'SFP013'
  | 'SFP014'
  | 'SFP015'
  | 'SFP017'
  | 'SFP018'
  | 'SFP019'
  | 'SFP020';

/**
 * Why a command could not do what it was asked to do. Its text is looked up where it is shown; `details` are shown below
 * it, such as everything that is wrong with a policy.
 *
 * Example: `throw new Problem('SFP004', ['7'])` ends with "There is no revision 7."
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly tokens: readonly string[];
  readonly details: readonly string[];

  constructor(code: ProblemCode, tokens: readonly string[] = [], details: readonly string[] = []) {
    super([code, ...tokens].join(' '));
    this.name = 'Problem';
    this.code = code;
    this.tokens = tokens;
    this.details = details;
  }
}
