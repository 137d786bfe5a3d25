import { Presets, SingleBar } from 'cli-progress';

/** A progress bar where somebody looks on, a line now and then where the output goes to a file. */
export class Progress {
  readonly #bar: SingleBar | null;
  #phase = '';
  #lastTenth = -1;

  constructor(isWatched: boolean) {
    this.#bar = isWatched
      ? new SingleBar(
          { format: '{phase} {bar} {percentage}% · {rows} leads · {eta_formatted} left', hideCursor: true, stream: process.stderr },
          Presets.shades_classic,
        )
      : null;
  }

  show(phase: string, bytes: number, totalBytes: number, rows: number): void {
    if (phase !== this.#phase) {
      this.#bar?.stop();
      this.#bar?.start(Math.max(totalBytes, 1), 0, { phase, rows });
      this.#phase = phase;
      this.#lastTenth = -1;
    }
    this.#bar?.update(Math.min(bytes, totalBytes), { phase, rows });
    if (this.#bar === null) {
      this.#line(phase, bytes, totalBytes, rows);
    }
  }

  #line(phase: string, bytes: number, totalBytes: number, rows: number): void {
    const tenth = totalBytes === 0 ? 10 : Math.floor((bytes / totalBytes) * 10);
    if (tenth > this.#lastTenth && (tenth === 10 || totalBytes > 5_000_000)) {
      this.#lastTenth = tenth;
      process.stderr.write(`${phase} ${tenth * 10} % · ${rows} leads\n`);
    }
  }

  stop(): void {
    this.#bar?.stop();
    this.#phase = '';
  }
}
