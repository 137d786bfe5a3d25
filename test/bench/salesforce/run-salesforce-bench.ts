import type { Reporter } from '../reporter.ts';
import { benchCallers } from './other-callers.ts';
import { benchCoverage } from './coverage.ts';
import { benchFaults } from './faults.ts';
import { benchImports } from './imports.ts';
import { benchLimits } from './limits.ts';
import { benchLoad } from './load-ten-thousand.ts';
import { benchSecurity } from './security.ts';

/**
 * Everything that is claimed of the package in the stand-in org, or only the named parts: `npm run bench -- salesforce load faults`.
 * `--leads N`, `--runs N` and `--imports N` shorten what has a bar of 10,000, 200 and 50,000.
 */
export async function runSalesforceBench(options: string[], reporter: Reporter): Promise<void> {
  const parts = ['load', 'limits', 'callers', 'faults', 'imports', 'coverage', 'security'].filter((part) =>
    options.includes(part),
  );
  const has = (part: string) => parts.length === 0 || parts.includes(part);
  if (has('load')) await benchLoad(readCount(options, '--leads', 10_000), reporter);
  if (has('limits')) await benchLimits(reporter);
  if (has('callers')) await benchCallers(reporter);
  if (has('faults')) await benchFaults(readCount(options, '--runs', 200), reporter);
  if (has('imports')) await benchImports(readCount(options, '--imports', 50_000), reporter);
  if (has('coverage')) benchCoverage(reporter);
  if (has('security')) await benchSecurity(reporter);
}

function readCount(options: string[], name: string, usual: number): number {
  const place = options.indexOf(name);
  const given = place < 0 ? usual : Number(options[place + 1]);
  if (!Number.isInteger(given) || given < 1) {
    throw new Error(`${name} needs a whole number, such as ${name} 1000.`);
  }
  return given;
}
