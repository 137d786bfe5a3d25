import type { Reporter } from '../reporter.ts';
import { benchContext } from './bench-context.ts';
import { benchLeads } from './bench-leads.ts';
import { benchFirstDecision } from './first-decision.ts';
import { benchFirstMatch } from './first-match.ts';
import { firstArrival } from './lead-cells.ts';
import { benchRecordSize } from './record-size.ts';
import { benchWholeDecision } from './whole-decision.ts';

const dayMillis = 86_400_000;

export async function runEngineBench(options: string[], reporter: Reporter): Promise<void> {
  if (process.env.SKIP === undefined) await benchFirstMatch(reporter);
  const context = benchContext(firstArrival - 7 * dayMillis, firstArrival + 28 * dayMillis);
  const inputs = benchLeads(20_000, context.prepared.policy);
  if (process.env.SKIP !== '2') {
  benchWholeDecision(inputs, context, reporter);
  benchRecordSize(inputs, context, reporter);
  }
  await benchFirstDecision(inputs, context, reporter);
}
