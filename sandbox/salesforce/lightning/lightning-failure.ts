/** Why components cannot be shown, in three parts: a stable code, the cause and the next step. */
export class LightningFailure extends Error {
  readonly code: string;
  readonly next: string;

  constructor(code: string, cause: string, next: string) {
    super(`${code}: ${cause}\n  Next: ${next}`);
    this.name = 'LightningFailure';
    this.code = code;
    this.next = next;
  }
}
