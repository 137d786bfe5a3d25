import type { Witness } from './hygiene-report.ts';

const mostWitnesses = 20;

/** Counts the records behind a finding and keeps the first of them. */
export class Evidence {
  readonly witnesses: Witness[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @param see says what was seen; asked only while there is room */
  add(leadKey: string, see: () => string): void {
    this.#count += 1;
    if (this.witnesses.length < mostWitnesses) {
      this.witnesses.push({ leadKey, seen: see() });
    }
  }
}
