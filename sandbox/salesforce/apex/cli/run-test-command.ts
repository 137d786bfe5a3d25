import { standardObjects } from '../library/record/standard-objects.ts';
import { orgWithoutData } from '../run/org.ts';
import { compileProgram } from '../run/program.ts';
import { chooseTests } from '../runner/choose-tests.ts';
import { groupTests } from '../runner/group-tests.ts';
import { loadSources } from '../runner/load-sources.ts';
import { measureCoverage } from '../runner/measure-coverage.ts';
import { RunError } from '../runner/run-error.ts';
import { runTests } from '../runner/run-tests.ts';
import { keepTrees } from '../syntax/keep-trees.ts';
import type { Command } from './read-arguments.ts';
import type { Output } from './run-command.ts';
import { refuseProblems } from './refuse-problems.ts';
import { showResults } from './show-results.ts';

/** `test DIR…`: runs the tests of a folder and shows what came out. */
export function runTestCommand(command: Extract<Command, { name: 'test' }>, output: Output): number {
  const { sources, problems } = loadSources(command.paths, keepTrees());
  refuseProblems(problems, []);
  const program = compileProgram(sources, { org: orgWithoutData(standardObjects()) });
  refuseProblems([], program.problems);
  const chosen = chooseTests(groupTests(program.testMethods()), command.filter);
  if (chosen.length === 0) {
    throw new RunError(
      'APEX033',
      command.filter === null ? 'There are no test methods.' : `No test method is named by ${command.filter}.`,
      'Tests are static methods with @IsTest in classes with @IsTest; a filter is CLASS or CLASS.METHOD.',
    );
  }
  const results = runTests(program, chosen);
  const coverage = command.coverage ? measureCoverage(program.coverage()) : null;
  output.out(command.json ? `${JSON.stringify({ results, coverage }, null, 2)}\n` : showResults(results, coverage));
  return results.every((each) => each.outcome === 'pass') ? 0 : 1;
}
