/** What a portal's rules cannot do, each with its code. Codes are stable: none is ever given a second meaning. */
export const ruleStoreCodes = {
  /** The portal has no place for rules yet. */
  notPrepared: 'HSR001',
  /** A row that the portal could not give back as it was. */
  unkeepableRow: 'HSR002',
  /** The portal refused rows. */
  refusedRows: 'HSR003',
  /** What was kept came back as something else. */
  cameBackOtherwise: 'HSR004',
  /** There is no such revision, or its text was changed. */
  notHeld: 'HSR005',
  /** Somebody else published under this number in the meantime. */
  numberTaken: 'HSR006',
  /** A policy with more text than a revision takes. */
  tooLong: 'HSR007',
  /** A revision's record or file was changed so that it says nothing any more. */
  unreadableRevision: 'HSR008',
  /** A property of ours is there in another form. */
  otherProperty: 'HSR009',
  /** The starter policy of this version has problems of its own. */
  brokenStarter: 'HSR010',
  /** Neither custom objects nor files are granted. */
  noPlace: 'HSR011',
} as const;

export type RuleStoreFailure = keyof typeof ruleStoreCodes;

/** Something about a portal's rules that stops what was asked. Bad rows are no such thing: they are listed as problems. */
export class RuleStoreError extends Error {
  readonly code: string;
  readonly failure: RuleStoreFailure;
  /** What to do about it. */
  readonly next: string;

  constructor(failure: RuleStoreFailure, found: string, next: string) {
    super(`${ruleStoreCodes[failure]} ${found} ${next}`);
    this.name = 'RuleStoreError';
    this.code = ruleStoreCodes[failure];
    this.failure = failure;
    this.next = next;
  }
}
