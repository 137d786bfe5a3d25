/** A call of an extension that is refused, or a frame that cannot be shown. */
export class UiHostError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = 'UiHostError';
    this.code = code;
  }
}
