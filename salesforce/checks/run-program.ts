import { spawn, type ChildProcess } from 'node:child_process';

/** How a program ended and what it wrote. The status is null when it was stopped. */
export type Finished = { status: number | null; output: string; errors: string; outOfTime: boolean };

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program to its end, but no longer than the seconds given. What it started itself ends with it.
 *
 * Example: `await runProgram('java', ['-version'], 10)` has `status` 0 and the version in `errors`.
 */
export function runProgram(
  command: string,
  args: string[],
  seconds: number,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    // A group of its own, because the analyzer starts a Java that would go on without it.
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: environment,
    });
    const finished: Finished = { status: null, output: '', errors: '', outOfTime: false };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (finished.output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (finished.errors += text));

    const timer = setTimeout(() => {
      finished.outOfTime = true;
      stopGroup(child);
    }, seconds * 1000);
    const stopBoth = (): void => {
      stopGroup(child);
      process.exit(1);
    };
    for (const signal of signals) process.once(signal, stopBoth);
    const release = (): void => {
      clearTimeout(timer);
      for (const signal of signals) process.removeListener(signal, stopBoth);
    };

    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('close', (status) => {
      release();
      finished.status = status;
      resolve(finished);
    });
  });
}

function stopGroup(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
