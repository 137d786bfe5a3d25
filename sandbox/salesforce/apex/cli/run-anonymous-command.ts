import { standardObjects } from '../library/record/standard-objects.ts';
import { orgWithoutData } from '../run/org.ts';
import { CompileError, compileProgram } from '../run/program.ts';
import { describeFailure } from '../runner/describe-failure.ts';
import { loadAnonymous, loadSources } from '../runner/load-sources.ts';
import { keepTrees } from '../syntax/keep-trees.ts';
import type { Command } from './read-arguments.ts';
import { refuseProblems } from './refuse-problems.ts';
import type { Output } from './run-command.ts';

/** `run FILE [DIR…]`: runs a file of anonymous Apex and prints its debug log. */
export function runAnonymousCommand(command: Extract<Command, { name: 'run' }>, output: Output): number {
  const read = keepTrees();
  const anonymous = loadAnonymous(command.file, read);
  const { sources, problems } = loadSources(command.paths, read);
  refuseProblems([...anonymous.problems, ...problems], []);
  const program = compileProgram(sources, { org: orgWithoutData(standardObjects()) });
  refuseProblems([], program.problems);
  const transaction = program.begin();
  let exitCode = 0;
  try {
    for (const { unit } of anonymous.sources) {
      transaction.runAnonymous(unit);
    }
  } catch (error) {
    if (error instanceof CompileError) {
      refuseProblems(
        [],
        error.problems.map((each) => ({ ...each, fileName: command.file })),
      );
    }
    const failure = describeFailure(error);
    output.error(`${failure.message}\n${failure.stack}\n`);
    exitCode = 1;
  }
  output.out(transaction.log.map(({ level, text }) => `${level}|${text}\n`).join(''));
  return exitCode;
}
