import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { benchPolicy } from './bench-policy.ts';
import { benchRoster } from './bench-roster.ts';
import { writeLeadCsv } from './lead-csv.ts';
import { largest } from './statistics.ts';

const starter = fileURLToPath(new URL('../../../run.mjs', import.meta.url));
const memoryNote = new URL('child/note-memory.mjs', import.meta.url).href;
/** A million leads in half a year. */
const leadsPerDay = 5_500;
const megabyte = 1_000_000;

/** A file of leads through the real command line, as a user starts it, with report and seal. */
export async function benchMillionLeads(count: number, reporter: Reporter): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-bench-'));
  try {
    const leadsFile = path.join(folder, 'leads.csv');
    await writeLeadCsv(leadsFile, count, leadsPerDay);
    writeFileSync(path.join(folder, 'policy.json'), JSON.stringify(benchPolicy()));
    writeFileSync(path.join(folder, 'roster.json'), JSON.stringify(benchRoster()));
    reporter.heading(`${count.toLocaleString('en-US')} leads through the command line, with report and seal`);
    const { seconds, peakBytes } = await run(folder);
    const recordBytes = statSync(path.join(folder, 'run', 'decisions.jsonl')).size;
    reporter.note(
      `${inMegabytes(statSync(leadsFile).size)} MB of CSV in, ${inMegabytes(recordBytes)} MB of records out, ${seconds.toFixed(0)} seconds`,
    );
    reporter.figure('largest resident size', peakBytes / megabyte, 'MB', atMost(300));
    reporter.figure('  leads from file to sealed record', count / seconds, 'leads/s');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function run(folder: string): Promise<{ seconds: number; peakBytes: number }> {
  const file = (name: string): string => path.join(folder, name);
  // prettier-ignore
  const options = ['--leads', file('leads.csv'), '--policy', file('policy.json'), '--roster', file('roster.json'), '--out', file('run'), '--quiet'];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [starter, 'start', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: `--import ${memoryNote}`, MEMORY_NOTE: file('memory.txt') },
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) {
    throw new Error(`The command line ended with ${status}.`);
  }
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    // The starter and the command line note one line each; the larger is the one that decided.
    peakBytes: largest(readFileSync(file('memory.txt'), 'utf8').trimEnd().split('\n').map(Number)),
  };
}

function inMegabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(0);
}
