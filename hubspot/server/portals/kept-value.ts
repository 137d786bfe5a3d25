/** How old a kept value may be: from when on it is read anew beside, and from when on nobody is given it any more. */
export type Ages = { readonly freshMillis: number; readonly usableMillis: number };

/**
 * Something of a portal that is read seldom and asked for often. A value that grows old is still given while a new one is read, so
 * that no lead waits for what changes once a day. Several who ask at once are answered by one reading.
 */
export class KeptValue<T> {
  readonly #read: (now: number) => Promise<T>;
  readonly #ages: Ages;
  #kept: { readonly value: T; readonly readAt: number } | null = null;
  #reading: Promise<T> | null = null;

  constructor(read: (now: number) => Promise<T>, ages: Ages) {
    this.#read = read;
    this.#ages = ages;
  }

  /** When the value that is kept was asked for; null where there is none. */
  get readAt(): number | null {
    return this.#kept?.readAt ?? null;
  }

  /** @throws whatever reading throws, where there is no value that may still be used */
  async get(now: number): Promise<T> {
    const kept = this.#kept;
    if (kept === null || now - kept.readAt > this.#ages.usableMillis) {
      return this.#readAnew(now);
    }
    if (now - kept.readAt > this.#ages.freshMillis) {
      // Whoever asks next meets the failure, if it lasts until the kept value is too old.
      this.#readAnew(now).catch(() => undefined);
    }
    return kept.value;
  }

  /** The next who asks gets a new one. */
  forget(): void {
    this.#kept = null;
    this.#reading = null;
  }

  #readAnew(now: number): Promise<T> {
    if (this.#reading !== null) {
      return this.#reading;
    }
    const reading = this.#read(now).then(
      (value) => {
        // What was forgotten meanwhile was read too early.
        if (this.#reading === reading) {
          this.#kept = { value, readAt: now };
          this.#reading = null;
        }
        return value;
      },
      (error: unknown) => {
        if (this.#reading === reading) {
          this.#reading = null;
        }
        throw error;
      },
    );
    this.#reading = reading;
    return reading;
  }
}
