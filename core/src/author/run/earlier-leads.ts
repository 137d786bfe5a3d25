import { NumberIndex, numberOfText } from './number-index.ts';

/**
 * Who was decided before, by address: the owner and the time of the first decision for a person. Addresses are kept as
 * numbers, so that a million people fit in some 40 MB.
 */
export class EarlierLeads {
  readonly #rows = new NumberIndex();
  readonly #owners: string[] = [];
  readonly #ownerPlaces = new Map<string, number>();
  #ownerOfRow = new Uint16Array(1024);
  #instantOfRow = new Float64Array(1024);
  #count = 0;

  find(address: string): { row: number; ownerKey: string; decidedAt: number } | null {
    const row = this.#rows.get(numberOfText(address));
    if (row === undefined) {
      return null;
    }
    return { row, ownerKey: this.#owners[this.#ownerOfRow[row]!]!, decidedAt: this.#instantOfRow[row]! };
  }

  /** Remembers the latest owner; the first arrival stays the one that is named. */
  remember(address: string, ownerKey: string, decidedAt: number): void {
    const key = numberOfText(address);
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
