import type { Reporter } from '../reporter.ts';
import { benchEdits } from './edits.ts';
import { benchFaults, scenarios } from './faults/bench-faults.ts';
import { benchHostile } from './hostile.ts';
import { benchImports } from './imports.ts';
import { benchLatency } from './latency.ts';
import { benchLoad } from './load.ts';

const parts = ['latency', 'load', 'edits', 'faults', 'imports', 'hostile'];

/**
 * Everything that is claimed of the marketplace edition beside the stand-in HubSpot, or only the named parts:
 * `npm run bench -- hubspot load faults`. `--runs N`, `--leads N` and `--imports N` shorten what has a bar of 200, 1,000 and
 * 50,000. Of the faults, `--seed N` moves chance, and names of scenarios, such as `killed`, leave the others out.
 */
export async function runHubSpotBench(options: string[], reporter: Reporter): Promise<void> {
  const chosen = parts.filter((part) => options.includes(part));
  const has = (part: string) => chosen.length === 0 || chosen.includes(part);
  const leads = readCount(options, '--leads');
  const imports = readCount(options, '--imports');
  if (has('latency')) await benchLatency(reporter);
  if (has('load')) await benchLoad(reporter, leads === null ? {} : { leads });
  if (has('edits')) await benchEdits(reporter);
  if (has('faults')) {
    const only = scenarios.map(({ key }) => key).filter((key) => options.includes(key));
    const runs = readCount(options, '--runs') ?? 200;
    await benchFaults({ runs, seed: readCount(options, '--seed') ?? 1, only }, reporter);
  }
  if (has('imports')) await benchImports(reporter, imports === null ? {} : { imports });
  if (has('hostile')) await benchHostile(reporter);
}

function readCount(options: string[], name: string): number | null {
  const place = options.indexOf(name);
  if (place < 0) {
    return null;
  }
  const given = Number(options[place + 1]);
  if (!Number.isInteger(given) || given < 1) {
    throw new Error(`${name} needs a whole number, such as ${name} 1000.`);
  }
  return given;
}
