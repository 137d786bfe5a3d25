import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const serverProgram = path.join(import.meta.dirname, '..', '..', '..', 'hubspot', 'server', 'main.ts');
const startMillis = 60_000;
const lookAgainMillis = 40;

/** The backend of the marketplace edition in a process of its own, as it runs in production. */
export class ServerProcess {
  readonly #environment: Readonly<Record<string, string>>;
  readonly url: string;
  /** Everything that it wrote to its log. */
  readonly lines: string[] = [];
  #child: ChildProcess | null = null;

  constructor(url: string, environment: Readonly<Record<string, string>>) {
    this.url = url;
    this.#environment = environment;
  }

  get processId(): number {
    return this.#child?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves when it answers. Throws, with the end of its log, when it ends before that. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [serverProgram], {
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        const parts = (rest + text).split('\n');
        rest = parts.pop()!;
        this.lines.push(...parts);
      });
    }
    const until = Date.now() + startMillis;
    while (!(await isReady(this.url))) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
        throw new Error(`The server did not start.\n${this.lines.slice(-20).join('\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, lookAgainMillis));
    }
  }

  /** Ends it as an orchestrator does: it finishes what runs. Its exit code; null where it was not running, or a signal ended it. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Ends it in the middle of whatever it does. */
  kill(): Promise<number | null> {
    return this.#end('SIGKILL');
  }

  #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) {
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill(signal);
    });
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/live`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
