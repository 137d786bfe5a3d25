import { spawn } from 'node:child_process';
import path from 'node:path';
import { LightningFailure } from '../lightning-failure.ts';
import { problemMark, type BundleProblem, type BundleTask } from './bundle-task.ts';

/**
 * Bundles in a process of its own, because the compiler holds 500 MB and is an ES module, which tests cannot load.
 * Throws LGT003 with the component's file and line when it does not compile.
 *
 * Example: `await runBundler({ kind: 'base', folder: '/tmp/base' })`.
 */
export function runBundler(task: BundleTask): Promise<void> {
  const program = path.join(import.meta.dirname, 'bundle-process.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve() : reject(readProblem(errors, status))));
    child.stdin.end(JSON.stringify(task));
  });
}

function readProblem(errors: string, status: number | null): LightningFailure {
  const line = errors.split('\n').find((each) => each.startsWith(problemMark));
  const next = 'Mend the component; sandbox/salesforce/lightning/README.md lists what a component may import.';
  if (line === undefined) {
    return new LightningFailure('LGT003', `The bundler ended with ${status}: ${errors.trim().slice(-2000)}`, next);
  }
  const problem = JSON.parse(line.slice(problemMark.length)) as BundleProblem;
  const place = problem.file === null ? '' : `${problem.file}:${problem.line ?? 1} `;
  return new LightningFailure('LGT003', `${place}${problem.message}`, next);
}
