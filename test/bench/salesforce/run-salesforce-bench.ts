import type { Reporter } from '../reporter.ts';
import { benchLoad } from './load-ten-thousand.ts';

/** Everything that is claimed of the package in the stand-in org. `--leads N` shortens the loads, whose bar is 10,000. */
export async function runSalesforceBench(options: string[], reporter: Reporter): Promise<void> {
  await benchLoad(readCount(options, '--leads', 10_000), reporter);
}

function readCount(options: string[], name: string, usual: number): number {
  const place = options.indexOf(name);
  const given = place < 0 ? usual : Number(options[place + 1]);
  if (!Number.isInteger(given) || given < 1) {
    throw new Error(`${name} needs a whole number, such as ${name} 1000.`);
  }
  return given;
}
