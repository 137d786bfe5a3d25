/** Why a project could not be built or looked at: the thing, the cause and the next step. */
export class ProjectFailure extends Error {
  readonly code: string;
  readonly next: string;

  constructor(code: string, cause: string, next: string) {
    super(cause);
    this.name = 'ProjectFailure';
    this.code = code;
    this.next = next;
  }
}

/**
 * The failure as a person reads it.
 *
 * describeFailure(new ProjectFailure('HSB002', 'There is no edition "x".', 'Use private.'))
 * → "HSB002: There is no edition "x".\n  Next: Use private."
 */
export function describeFailure(failure: ProjectFailure): string {
  return `${failure.code}: ${failure.message}\n  Next: ${failure.next}`;
}
