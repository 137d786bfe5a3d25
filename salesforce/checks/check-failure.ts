/** Why a check could not be made, in three parts: the thing, the cause and the next step. */
export class CheckFailure extends Error {
  readonly code: string;
  readonly next: string;

  constructor(code: string, cause: string, next: string) {
    super(cause);
    this.name = 'CheckFailure';
    this.code = code;
    this.next = next;
  }
}

/**
 * The failure as a person reads it.
 *
 * Example: `describeFailure(new CheckFailure('APC001', 'Java was not found.', 'Install it.'))` is
 * `"APC001: Java was not found.\n  Next: Install it."`.
 */
export function describeFailure(failure: CheckFailure): string {
  return `${failure.code}: ${failure.message}\n  Next: ${failure.next}`;
}
