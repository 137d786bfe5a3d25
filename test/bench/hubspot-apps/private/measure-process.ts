/**
 * The program of a process that executes one function many times by HubSpot's executor: `FILE JOBS`, where JOBS is a JSON file of
 * parameters. It writes what came of each as a line of JSON, and measures time and memory.
 */
import { readFileSync } from 'node:fs';
import { openExecutor } from './executor.ts';

/** What a process of Node without anything takes. */
const bareMegabytes = Number(process.argv[4]);
const [file, jobsFile] = process.argv.slice(2) as [string, string];
const jobs = JSON.parse(readFileSync(jobsFile, 'utf8')) as unknown[];
const execute = await openExecutor(file);
const megabytes = (): number => process.memoryUsage().rss / 1_048_576;

// Unreachable remains of one execution are no part of the next: HubSpot starts functions anew.
const collect = (): void => (globalThis as { gc?: () => void }).gc?.();
collect();
const before = megabytes();
let most = before;
const watch = setInterval(() => {
  most = Math.max(most, megabytes());
}, 20);
for (const parameters of jobs) {
  collect();
  const begunAt = performance.now();
  const value = await execute(parameters);
  const seconds = (performance.now() - begunAt) / 1_000;
  most = Math.max(most, megabytes());
  process.stdout.write(`${JSON.stringify({ seconds, megabytes: bareMegabytes + most - before, value })}\n`);
}
clearInterval(watch);
