/** Text that keeps to the lines of its source: nothing but `toLine` ever ends a line. */
export class LineWriter {
  private readonly parts: string[] = [];
  private line = 1;

  write(text: string): void {
    this.parts.push(text);
  }

  /** Goes down to a line of the source; one that is already passed is not gone back to. */
  toLine(line: number): void {
    if (line > this.line) {
      this.parts.push('\n'.repeat(line - this.line));
      this.line = line;
    }
  }

  /** A place to be filled later, on the line where it was made. */
  slot(): number {
    return this.parts.push('') - 1;
  }

  fill(slot: number, text: string): void {
    this.parts[slot] = text;
  }

  text(): string {
    return this.parts.join('');
  }
}
