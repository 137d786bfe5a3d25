import type { Reporter } from '../reporter.ts';
import { benchContext } from './bench-context.ts';
import { benchLeads } from './bench-leads.ts';
import { benchFirstDecision } from './first-decision.ts';
import { benchFirstMatch } from './first-match.ts';
import { firstArrival } from './lead-draft.ts';
import { benchMillionLeads } from './million-leads.ts';
import { benchRecordSize } from './record-size.ts';
import { benchWholeDecision } from './whole-decision.ts';

const dayMillis = 86_400_000;
const decidedCount = 20_000;

/** Every claim about the engine's speed and size, from the smallest to the largest. `--leads N` shortens the last. */
export async function runEngineBench(options: string[], reporter: Reporter): Promise<void> {
  const streamedCount = readLeadCount(options);
  await benchFirstMatch(reporter);
  const context = benchContext(firstArrival - 7 * dayMillis, firstArrival + 28 * dayMillis);
  const inputs = benchLeads(decidedCount, context.prepared.policy);
  benchWholeDecision(inputs, context, reporter);
  benchRecordSize(inputs, context, reporter);
  await benchFirstDecision(inputs, context, reporter);
  await benchMillionLeads(streamedCount, reporter);
}

function readLeadCount(options: string[]): number {
  const place = options.indexOf('--leads');
  const count = place < 0 ? 1_000_000 : Number(options[place + 1]);
  if (!Number.isInteger(count) || count < 1) {
    throw new Error('--leads takes a whole number from 1 on.');
  }
  return count;
}
