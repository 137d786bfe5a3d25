/** A run that cannot start, with what to do about it. */
export class RunError extends Error {
  readonly code: string;
  readonly next: string;

  constructor(code: string, message: string, next: string) {
    super(message);
    this.name = 'RunError';
    this.code = code;
    this.next = next;
  }
}
