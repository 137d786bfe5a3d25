import { createReadStream, type ReadStream } from 'node:fs';

/** More than any row needs; a row that is longer is left out, and memory stays bounded. */
export const longestRow = 64 * 1024 * 1024;

/** The part of a file that is being read: text that is still to be used, and more of it on demand. */
export class TextWindow {
  readonly #stream: ReadStream;
  readonly #blocks: AsyncIterator<string>;
  text = '';
  /** Where the unused text begins. */
  place = 0;
  /** The line, from 1, on which `place` is. */
  line = 1;
  isEnd = false;

  constructor(file: string) {
    this.#stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 262_144 });
    this.#blocks = this.#stream[Symbol.asyncIterator]() as AsyncIterator<string>;
  }

  /** How far the file was used, near enough for a progress bar. */
  get bytesUsed(): number {
    return this.#stream.bytesRead - (this.text.length - this.place);
  }

  get isUsedUp(): boolean {
    return this.isEnd && this.place >= this.text.length;
  }

  get isTooLong(): boolean {
    return this.text.length - this.place > longestRow;
  }

  /** Doubles the unused text, so that a long row is looked through a few times only. */
  async grow(): Promise<void> {
    const parts = [this.text.slice(this.place)];
    let size = parts[0]!.length;
    const wanted = Math.max(1, size * 2);
    while (size < wanted && !this.isEnd) {
      const block = await this.#blocks.next();
      if (block.done === true) {
        this.isEnd = true;
      } else {
        parts.push(block.value);
        size += block.value.length;
      }
    }
    this.text = parts.join('');
    this.place = 0;
  }

  /** Drops what is left of a line that is longer than any row. */
  async skipLine(): Promise<void> {
    for (;;) {
      const end = this.text.indexOf('\n', this.place);
      if (end >= 0 || this.isEnd) {
        this.place = end < 0 ? this.text.length : end + 1;
        this.line += 1;
        return;
      }
      this.place = this.text.length;
      await this.grow();
    }
  }

  close(): void {
    this.#stream.destroy();
  }
}
