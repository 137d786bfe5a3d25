import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { whyInstall } from '../../../salesforce/plugin/install-packages.ts';
import { username, type ServedApp } from './served-app.ts';

export const plugin = path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'plugin');

/** Why the commands of the plugin cannot be tried here; null when they can. */
export function whyNoPlugin(): string | null {
  const reason = whyInstall();
  return reason === null
    ? null
    : `The packages of the sf plugin are not installed: ${reason}. Run npm run sf -- --install.`;
}

export type Finished = { readonly status: number | null; readonly output: string; readonly errors: string };

/** What a command prints with --json. */
export type Envelope = {
  readonly status: number;
  readonly result?: unknown;
  readonly warnings?: readonly string[];
  readonly name?: string;
  readonly message?: string;
  readonly actions?: readonly string[];
};

/** A home of its own in which the user is logged in to the org: nothing of the machine's own logins is seen or changed. */
export class PluginHome {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'signalbox-plugin-'));
  #session: { child: ChildProcessWithoutNullStreams; lines: AsyncIterator<string> } | null = null;

  async logIn({ url, accessToken }: ServedApp): Promise<void> {
    const script = path.join(import.meta.dirname, 'log-in.mjs');
    const { status, errors } = await this.#node([script, plugin, username, url], { ORG_ACCESS_TOKEN: accessToken });
    if (status !== 0) throw new Error(errors);
  }

  /** Example: `await home.run('signalbox', 'policy', 'pull', '--file', 'policy.json')`. */
  run(...args: string[]): Promise<Finished> {
    return this.#node([path.join(plugin, 'bin', 'run.js'), ...args, '--target-org', username]);
  }

  /** A command with --json, in a process that goes on from one to the next. Example: `runForJson('signalbox verify')`. */
  async runForJson(command: string, ...flags: string[]): Promise<Envelope> {
    this.#session ??= this.#beginSession();
    const { child, lines } = this.#session;
    const args = [...flags, '--target-org', username, '--json'];
    child.stdin.write(`${JSON.stringify({ id: command.replaceAll(' ', ':'), args })}\n`);
    const line = await lines.next();
    if (line.done === true) throw new Error(`${command} ended the process of its commands.`);
    const { status, output } = JSON.parse(line.value) as { status: number; output: string };
    try {
      return { ...(JSON.parse(output) as Envelope), status };
    } catch {
      throw new Error(`No JSON came out of ${command}: ${output}`);
    }
  }

  /** The path of a file in the home. */
  file(name: string): string {
    return path.join(this.folder, name);
  }

  remove(): void {
    this.#session?.child.stdin.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #beginSession() {
    const child = this.#spawn([path.join(import.meta.dirname, 'run-commands.mjs'), plugin]);
    child.stderr.resume();
    return { child, lines: readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  }

  #spawn(args: string[], more: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, args, {
      cwd: this.folder,
      env: {
        PATH: process.env['PATH'],
        HOME: this.folder,
        USERPROFILE: this.folder,
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
        SF_DISABLE_TELEMETRY: 'true',
        SF_DISABLE_LOG_FILE: 'true',
        NO_COLOR: '1',
        TERM: 'dumb',
        COLUMNS: '160',
        ...more,
      },
    });
  }

  #node(args: string[], more: NodeJS.ProcessEnv = {}): Promise<Finished> {
    const child = this.#spawn(args, more);
    const finished = { status: null as number | null, output: '', errors: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (finished.output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (finished.errors += text));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ ...finished, status }));
    });
  }
}
