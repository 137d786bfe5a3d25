import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Outcome } from '../../../salesforce/checks/finding.ts';

const program = path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'checks', 'main.ts');

/** Runs the command as a person would. Example: `runChecks('--help').status` is 0. */
export function runChecks(...args: string[]): { status: number | null; output: string; errors: string } {
  const done = spawnSync(process.execPath, [program, '--no-install', ...args], { encoding: 'utf8' });
  return { status: done.status, output: done.stdout, errors: done.stderr };
}

/** What the checks of `--json` found, as `line code`. Example: `['3 types:Error']`. */
export function readFindings(output: string): string[] {
  const report = JSON.parse(output) as { checks: Outcome[] };
  return report.checks.flatMap((check) => check.findings.map((finding) => `${finding.line} ${finding.code}`));
}
