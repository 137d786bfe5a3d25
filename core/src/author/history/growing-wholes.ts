/** Whole numbers of 32 bits whose count nobody knows ahead. */
export class GrowingWholes {
  #room = new Int32Array(1_024);
  #count = 0;

  add(whole: number): void {
    if (this.#count === this.#room.length) {
      const larger = new Int32Array(this.#room.length * 2);
      larger.set(this.#room);
      this.#room = larger;
    }
    this.#room[this.#count] = whole;
    this.#count += 1;
  }

  /** Gives them away in an array of their own length. */
  finish(): Int32Array {
    return this.#room.slice(0, this.#count);
  }
}
