import type { ApexObject } from '../../../sandbox/salesforce/apex/run/apex-object.ts';
import { measureHeap } from '../../../sandbox/salesforce/apex/run/measure-heap.ts';
import { meter } from '../../../sandbox/salesforce/apex/run/meter.ts';
import { compileClasses, readClasses, readEngineClasses } from '../../differential/decide-in-apex.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { apexWorkload } from './workload.ts';

const leadCount = 200;

/** One transaction of a busy org, from JSON to records: a proxy for the platform's limits of time and heap. */
export function benchWorkload(reporter: Reporter): void {
  reporter.heading(
    `One transaction: ${leadCount} leads, 60 rules of 4 conditions, 32 attributes, 20 reps, messages of 1,500 characters`,
  );
  const { policy, context, inputs } = apexWorkload(leadCount);
  const program = compileClasses(new Map([...readEngineClasses(), ...readClasses('test/differential/apex')]));
  const transaction = program.begin();
  transaction.call('SbxAnswers', 'take', [JSON.stringify(policy), JSON.stringify(context)]);
  const toPrepare = transaction.statements() + meter.builtinUnits;
  const kept: unknown[] = [];
  let mostForOne = 0;
  for (const input of inputs) {
    const before = meter.allocatedBytes;
    const decision = transaction.call('SbxAnswers', 'decide', [JSON.stringify(input), '[]']) as ApexObject & Texts;
    kept.push(decision.decisiontext, decision.personaltext);
    mostForOne = Math.max(mostForOne, meter.allocatedBytes - before);
  }
  if (kept.some((each) => typeof each !== 'string')) throw new Error('A decision without its texts was measured.');
  const statements = transaction.statements();
  // What is kept until the records are written, and all that the largest lead ever made, as if nothing of it were freed.
  const heap = measureHeap([...program.staticValues(), ...kept]) + mostForOne;
  reporter.figure('statements and builtins, whole transaction', statements + meter.builtinUnits, '', atMost(2_000_000));
  reporter.figure('  statements', statements, '');
  reporter.figure('  builtins, by size of input', meter.builtinUnits, '');
  reporter.figure('  of both, to read and prepare the policy', toPrepare, '');
  reporter.figure('heap estimate at its highest', heap / 1_000_000, 'MB', atMost(3));
  reporter.figure('  bytes of texts made', meter.textBytes / 1_000_000, 'MB');
  reporter.figure('  objects made', meter.objects, '');
}

/** Fields are properties in lower case. */
type Texts = { decisiontext: unknown; personaltext: unknown };
