/**
 * Who was decided before, by address: the owner and the time of the first decision for a person. Keys are 52-bit hashes
 * in a plain map of numbers, so that a million people fit in some 60 MB.
 */
export class EarlierLeads {
  readonly #rows = new Map<number, number>();
  readonly #owners: string[] = [];
  readonly #ownerPlaces = new Map<string, number>();
  #ownerOfRow = new Uint16Array(1024);
  #instantOfRow = new Float64Array(1024);
  #count = 0;

  find(address: string): { row: number; ownerKey: string; decidedAt: number } | null {
    const row = this.#rows.get(keyOf(address));
    if (row === undefined) {
      return null;
    }
    return { row, ownerKey: this.#owners[this.#ownerOfRow[row]!]!, decidedAt: this.#instantOfRow[row]! };
  }

  /** Remembers the latest owner; the first arrival stays the one that is named. */
  remember(address: string, ownerKey: string, decidedAt: number): void {
    const key = keyOf(address);
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = this.#count;
      this.#count += 1;
      this.#rows.set(key, row);
      this.#grow();
    }
    this.#ownerOfRow[row] = this.#placeOf(ownerKey);
    this.#instantOfRow[row] = decidedAt;
  }

  #placeOf(ownerKey: string): number {
    let place = this.#ownerPlaces.get(ownerKey);
    if (place === undefined) {
      place = this.#owners.push(ownerKey) - 1;
      this.#ownerPlaces.set(ownerKey, place);
    }
    return place;
  }

  #grow(): void {
    if (this.#count > this.#ownerOfRow.length) {
      const owners = new Uint16Array(this.#ownerOfRow.length * 2);
      owners.set(this.#ownerOfRow);
      this.#ownerOfRow = owners;
      const instants = new Float64Array(this.#instantOfRow.length * 2);
      instants.set(this.#instantOfRow);
      this.#instantOfRow = instants;
    }
  }
}

/** Two 26-bit rolling hashes side by side. At a million people a chance meeting has a probability of about 1 in 10,000. */
function keyOf(address: string): number {
  let low = 0x2f0b4a1;
  let high = 0x1c3d2e5;
  for (let place = 0; place < address.length; place += 1) {
    const unit = address.charCodeAt(place);
    low = (Math.imul(low ^ unit, 0x01000193) >>> 0) & 0x3ffffff;
    high = (Math.imul(high ^ unit, 0x5bd1e995) >>> 3) & 0x3ffffff;
  }
  return high * 0x4000000 + low;
}
