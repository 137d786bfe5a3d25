import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileClasses } from '../../differential/decide-in-apex.ts';
import { median } from '../engine/statistics.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { simpleStatements } from './simple-statements.ts';
import { callEveryPart, thousandLines } from './thousand-lines.ts';

const rounds = 7;
const commandLine = path.join(import.meta.dirname, '../../../sandbox/salesforce/apex/cli/main.ts');

/** How fast Apex runs here once warm, and how long a thousand lines take to start. */
export function benchRuntime(reporter: Reporter): void {
  reporter.heading('The Apex runtime');
  reporter.figure('simple statements, warm', median(measureRates()) / 1_000_000, 'million/s', atLeast(5));
  const folder = mkdtempSync(path.join(tmpdir(), 'apex-bench-'));
  try {
    benchStart(folder, reporter);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureRates(): number[] {
  const program = compileClasses(new Map([['SimpleStatements.cls', simpleStatements]]));
  const transaction = program.begin();
  for (let warm = 0; warm < 5; warm += 1) transaction.call('SimpleStatements', 'work', [10_000]);
  return Array.from({ length: rounds }, () => {
    const before = transaction.statements();
    const startedAt = performance.now();
    transaction.call('SimpleStatements', 'work', [50_000]);
    return ((transaction.statements() - before) * 1_000) / (performance.now() - startedAt);
  });
}

/** A process for each: from nothing but the sources, then again from the trees that the first one kept. */
function benchStart(folder: string, reporter: Reporter): void {
  const script = path.join(folder, 'call-every-part.apex');
  writeFileSync(script, callEveryPart);
  const cold: number[] = [];
  const kept: number[] = [];
  let lines = 0;
  // The first process only fills Node's own cache of stripped types.
  for (let round = -1; round < rounds; round += 1) {
    const classes = thousandLines(`${process.pid}-${round}-${Date.now()}`);
    lines = [...classes.values()].reduce((sum, text) => sum + text.split('\n').length - 1, 0);
    for (const [file, text] of classes) writeFileSync(path.join(folder, file), text);
    const first = timeStart(script, folder);
    const second = timeStart(script, folder);
    if (round >= 0) {
      cold.push(first);
      kept.push(second);
    }
  }
  reporter.note(`${lines} lines, ${rounds} rounds; cold ${range(cold)} ms, kept ${range(kept)} ms`);
  reporter.figure('1,000 lines never seen before', median(cold), 'ms', atMost(800));
  reporter.figure('1,000 lines from the cache', median(kept), 'ms', atMost(300));
}

function range(amounts: readonly number[]): string {
  return `${Math.min(...amounts).toFixed(0)} to ${Math.max(...amounts).toFixed(0)}`;
}

function timeStart(script: string, folder: string): number {
  const startedAt = performance.now();
  const done = spawnSync(process.execPath, [commandLine, 'run', script, folder], { encoding: 'utf8' });
  const milliseconds = performance.now() - startedAt;
  if (done.status !== 0 || !/\d/.test(done.stdout)) {
    throw new Error(`The program did not run: ${done.stdout}${done.stderr}`);
  }
  return milliseconds;
}
