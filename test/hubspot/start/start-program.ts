import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const main = path.join(__dirname, '../../../sandbox/hubspot/start/main.ts');

/** How the program ended and what it printed. */
export type Ended = { readonly code: number | null; readonly out: string; readonly error: string };

/** The demonstration in a process of its own, as `npm start` runs it behind npm. */
export class StartedProgram {
  readonly ended: Promise<Ended>;
  #out = '';
  #error = '';
  readonly #child: ChildProcess;
  readonly #listeners = new Set<() => void>();

  /** @param program the demonstration, or what starts it */
  constructor(args: readonly string[], program: string = main) {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text;
      for (const listener of this.#listeners) listener();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#error += text));
    this.ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out: this.#out, error: this.#error }));
    });
  }

  /** Resolves with what a pattern finds in the output, as soon as it stands there; rejects when the program ends without it. */
  printed(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(this.#out);
        if (found === null) return;
        this.#listeners.delete(look);
        resolve(found);
      };
      this.#listeners.add(look);
      look();
      void this.ended.then(({ code, out, error }) => {
        reject(new Error(`It ended with ${code} before it printed ${String(pattern)}.\n${out}\n${error}`));
      });
    });
  }

  /** Ctrl-C. */
  interrupt(): Promise<Ended> {
    this.#child.kill('SIGINT');
    return this.ended;
  }
}

/** All of a run that ends by itself. */
export function runProgram(...args: string[]): Promise<Ended> {
  return new StartedProgram(args).ended;
}
