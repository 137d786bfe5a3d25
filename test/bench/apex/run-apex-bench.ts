import type { Reporter } from '../reporter.ts';
import { benchAgreement } from './agreement.ts';
import { benchCases } from './contract-cases.ts';
import { benchHoisting } from './hoisting.ts';
import { benchMutations } from './planted-faults.ts';
import { benchRuntime } from './runtime-speed.ts';
import { benchWorkload } from './transaction-cost.ts';

/** Everything that is claimed of the engine in Apex. `--leads N` shortens the differential run, whose bar is 100,000. */
export async function runApexBench(options: string[], reporter: Reporter): Promise<void> {
  benchRuntime(reporter);
  benchWorkload(reporter);
  benchHoisting(reporter);
  benchCases(reporter);
  benchMutations(reporter);
  await benchAgreement(readLeadCount(options), reporter);
}

function readLeadCount(options: string[]): number {
  const place = options.indexOf('--leads');
  const count = place < 0 ? 120_000 : Number(options[place + 1]);
  if (!Number.isInteger(count) || count < 1) throw new Error('--leads takes a whole number from 1 on.');
  return count;
}
