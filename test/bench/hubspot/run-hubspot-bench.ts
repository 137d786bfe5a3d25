import type { Reporter } from '../reporter.ts';
import { benchFaults, scenarios } from './faults/bench-faults.ts';

/**
 * Everything that is claimed of the marketplace edition beside the stand-in HubSpot, or only the named parts:
 * `npm run bench -- hubspot faults`. `--runs N` shortens what has a bar of 200; `--seed N` moves chance; names of scenarios, such
 * as `killed`, leave the others out.
 */
export async function runHubSpotBench(options: string[], reporter: Reporter): Promise<void> {
  const parts = ['faults'].filter((part) => options.includes(part));
  const has = (part: string) => parts.length === 0 || parts.includes(part);
  if (has('faults')) {
    const only = scenarios.map(({ key }) => key).filter((key) => options.includes(key));
    await benchFaults(
      { runs: readCount(options, '--runs', 200), seed: readCount(options, '--seed', 1), only },
      reporter,
    );
  }
}

function readCount(options: string[], name: string, usual: number): number {
  const place = options.indexOf(name);
  const given = place < 0 ? usual : Number(options[place + 1]);
  if (!Number.isInteger(given) || given < 1) {
    throw new Error(`${name} needs a whole number, such as ${name} 1000.`);
  }
  return given;
}
