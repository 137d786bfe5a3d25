import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Runs a program of child/ in a process of its own, so that its memory is its own, and reads the JSON that it prints. */
export function runChild<Answer>(program: string, given: readonly string[]): Answer {
  const file = path.join(import.meta.dirname, 'child', program);
  const { status, stdout } = spawnSync(process.execPath, [file, ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) {
    throw new Error(`${program} ended with ${status}.`);
  }
  return JSON.parse(stdout) as Answer;
}
