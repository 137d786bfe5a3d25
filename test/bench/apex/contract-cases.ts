import { readTopics } from '../../cases/topics.ts';
import { compileClasses, readClasses, readEngineClasses } from '../../differential/decide-in-apex.ts';
import { groupTests } from '../../../sandbox/salesforce/apex/runner/group-tests.ts';
import { runTests } from '../../../sandbox/salesforce/apex/runner/run-tests.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';

/** The cases of test/cases as Apex test classes: whether all pass, and what of the engine they reach by themselves. */
export function benchCases(reporter: Reporter): void {
  reporter.heading('The cases, as test classes in Apex');
  const engineClasses = readEngineClasses();
  const testClasses = readClasses('salesforce/engine/tests');
  const program = compileClasses(new Map([...engineClasses, ...testClasses]));
  const results = runTests(program, groupTests(program.testMethods()));
  const failed = results.filter((each) => each.outcome === 'fail');
  for (const each of failed) reporter.note(`${each.className}.${each.methodName}: ${each.failure?.message ?? ''}`);
  const lines = program.coverage().filter((each) => engineClasses.has(`${each.className}.cls`));
  const all = lines.flatMap((each) => each.lines);
  const longest = Math.max(...[...testClasses.values()].map((text) => text.length));
  reporter.figure('cases that pass', results.length - failed.length, 'cases', atLeast(caseCount()));
  reporter.figure('cases that fail', failed.length, 'cases', atMost(0));
  reporter.figure(
    'lines of the engine they reach',
    (100 * all.filter((each) => each.count > 0).length) / all.length,
    '%',
    atLeast(75),
  );
  reporter.figure('longest test class', longest, 'characters', atMost(1_000_000));
}

function caseCount(): number {
  return readTopics().reduce((sum, { topic }) => sum + topic.cases.length, 0);
}
