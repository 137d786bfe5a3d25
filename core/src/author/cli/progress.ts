import { Presets, SingleBar } from 'cli-progress';

/** Where nobody looks on, a line every few seconds is enough. */
const lineMillis = 3000;

/** A progress bar where somebody looks on, a line now and then where the output goes to a file. */
export class Progress {
  readonly #bar: SingleBar | null;
  #phase = '';
  #phaseBeganAt = 0;
  #lastLineAt = Date.now();

  constructor(isWatched: boolean) {
    this.#bar = isWatched
      ? new SingleBar(
          { format: '{phase} {bar} {percentage}% · {rows} leads · {left}', hideCursor: true, stream: process.stderr },
          Presets.shades_classic,
        )
      : null;
  }

  show(phase: string, done: number, total: number, rows: number): void {
    if (this.#bar === null) {
      this.#line(phase, done, total, rows);
      return;
    }
    if (phase !== this.#phase) {
      this.#bar.stop();
      this.#bar.start(Math.max(total, 1), 0, { phase, rows, left: '' });
      this.#phase = phase;
      this.#phaseBeganAt = Date.now();
    }
    const left = timeLeft(Date.now() - this.#phaseBeganAt, done, total);
    this.#bar.update(Math.min(done, total), { phase, rows, left });
  }

  #line(phase: string, done: number, total: number, rows: number): void {
    if (Date.now() - this.#lastLineAt >= lineMillis) {
      this.#lastLineAt = Date.now();
      process.stderr.write(`${phase} ${Math.floor((done / Math.max(total, 1)) * 100)} % · ${rows} leads\n`);
    }
  }

  stop(): void {
    this.#bar?.stop();
    this.#phase = '';
  }
}

/** At the pace so far. timeLeft(10000, 25, 100) → "30 s left"; nothing is said in the first second. */
function timeLeft(spentMillis: number, done: number, total: number): string {
  if (spentMillis < 1000 || done <= 0 || done >= total) {
    return '';
  }
  const seconds = Math.ceil((spentMillis * (total - done)) / done / 1000);
  return seconds < 100 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
}
