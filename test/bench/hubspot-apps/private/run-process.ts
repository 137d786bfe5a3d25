import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const mostOutput = 512 * 1_048_576;

export type Measured = { readonly seconds: number; readonly megabytes: number; readonly value: unknown };

/** Runs a program of this folder in a process of its own; what it wrote. */
export async function runProgram(
  program: string,
  given: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  options: readonly string[] = [],
): Promise<string> {
  const file = path.join(import.meta.dirname, program);
  const { stdout } = await run(process.execPath, [...options, file, ...given], {
    env: environment,
    maxBuffer: mostOutput,
  });
  return stdout;
}

/** A function of 128 MB has no more than this for what lives long: Node cleans up sooner than on a large machine. */
const processOptions = ['--expose-gc', '--max-old-space-size=64', '--max-semi-space-size=2'];

/** Executes a function in processes of their own, some jobs in each. */
export async function measure(
  file: string,
  jobs: readonly unknown[],
  atOnce: number,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-measure-'));
  const bare = await bareMegabytes();
  const measured: Measured[] = [];
  for (let start = 0; start < jobs.length; start += atOnce) {
    const jobsFile = path.join(folder, 'jobs.json');
    writeFileSync(jobsFile, JSON.stringify(jobs.slice(start, start + atOnce)));
    const output = await runProgram('measure-process.ts', [file, jobsFile, String(bare)], environment, processOptions);
    measured.push(
      ...output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Measured),
    );
  }
  rmSync(folder, { recursive: true });
  return measured;
}

async function bareMegabytes(): Promise<number> {
  const { stdout } = await run(process.execPath, ['-p', 'process.memoryUsage().rss / 1048576']);
  return Number(stdout);
}
