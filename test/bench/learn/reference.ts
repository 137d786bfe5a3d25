import { spawnSync } from 'node:child_process';
import path from 'node:path';
import * as z from 'zod';
import type { Reporter } from '../reporter.ts';
import { bankFile, hasBankHistory } from './bank-history.ts';

const program = path.join(import.meta.dirname, 'reference.py');
/** Debian's own Python finds Debian's scikit-learn; another Python on the path may not. */
const python = '/usr/bin/python3';

const figuresForm = z.record(z.string(), z.object({ area: z.number(), loss: z.number(), laterArea: z.number() }));

/** The same calls by scikit-learn, where Debian's package is installed: what others reach in this run, on this machine. */
export function benchReference(reporter: Reporter): Promise<void> {
  reporter.heading('The same calls by scikit-learn');
  const run = hasBankHistory()
    ? spawnSync(python, ['-W', 'ignore', program, bankFile], { encoding: 'utf8', maxBuffer: 1e7 })
    : null;
  if (run?.status !== 0) {
    reporter.note('It is not here (Debian: python3-sklearn and python3-pandas), so nothing is compared.');
    return Promise.resolve();
  }
  for (const [name, { area, loss, laterArea }] of Object.entries(figuresForm.parse(JSON.parse(run.stdout)))) {
    reporter.figure(`${name}: CV area under the curve`, area, '');
    reporter.figure('  CV log-loss', loss, '');
    reporter.figure('  last 30 %, area', laterArea, '');
  }
  return Promise.resolve();
}
