import { ApexException } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import {
  compileProgram,
  type Program,
  type TransactionOptions,
} from '../../../../sandbox/salesforce/apex/run/program.ts';
import { textOf } from '../../../../sandbox/salesforce/apex/run/values.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { runJobs, type JobsRun } from '../../../../sandbox/salesforce/org/async/run-jobs.ts';
import { InMemoryOrg, type InMemoryOrgOptions } from '../../../../sandbox/salesforce/org/in-memory-org.ts';
import { noon, smallPackage } from '../change/begin-org.ts';

export interface BegunJobs {
  readonly org: InMemoryOrg;
  readonly program: Program;
  /** Runs a block of `blocks` as a transaction; the text of what it returns, or the exception it ends with. */
  readonly run: (name: string) => string;
  readonly runTest: (name: string) => string;
  readonly runJobs: () => JobsRun;
}

/** An org whose program has these sources and the statements of `blocks` as methods: one program, so that its jobs outlive a transaction. */
export function beginJobs(
  blocks: Readonly<Record<string, string>>,
  sources: readonly string[] = [],
  options: InMemoryOrgOptions = {},
): BegunJobs {
  const org = new InMemoryOrg({ files: smallPackage, now: () => noon, ...options });
  const methods = Object.entries(blocks).map(([name, body]) => `public static Object ${name}() { ${body} }`);
  const all = [...sources, `public class Blocks { ${methods.join('\n')} }`].map((text, index) => {
    const form = text.startsWith('trigger') ? 'trigger' : 'class';
    const fileName = `${String(index)}.${form}`;
    const unit = readSource(text, fileName, form);
    if (unit.kind === 'problems') {
      throw new Error(unit.problems.map((each) => each.message).join('\n'));
    }
    return { fileName, unit };
  });
  const program = compileProgram(all, { org });
  if (program.problems.length > 0) {
    throw new Error(program.problems.map((each) => `${each.fileName}:${String(each.line)} ${each.message}`).join('\n'));
  }
  org.useTriggers(program);
  const call = (name: string, options: TransactionOptions) => {
    const transaction = program.begin({ now: org.clock.now(), ...options });
    try {
      return org.transact(() => transaction.within(() => textOf(transaction.call('Blocks', name, []))));
    } catch (thrown) {
      if (thrown instanceof ApexException) {
        return `${thrown.$type.name}: ${thrown.$message ?? ''}`;
      }
      throw thrown;
    }
  };
  return {
    org,
    program,
    run: (name) => call(name, {}),
    runTest: (name) => call(name, { isTest: true }),
    runJobs: () => runJobs(program, org),
  };
}
