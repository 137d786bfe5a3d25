import { parseArgs } from 'node:util';
import { RunError } from '../runner/run-error.ts';

export type Command =
  | { readonly name: 'help' }
  | {
      readonly name: 'test';
      readonly paths: readonly string[];
      readonly json: boolean;
      readonly coverage: boolean;
      readonly filter: string | null;
    }
  | { readonly name: 'run'; readonly file: string; readonly paths: readonly string[] };

const next = 'See npm run apex -- --help.';

/** readArguments(['test', 'force-app', '--json']) → { name: 'test', paths: ['force-app'], json: true, … }. */
export function readArguments(given: readonly string[]): Command {
  const { values, positionals } = parse(given);
  const [name, ...paths] = positionals;
  if (values.help === true || (name === undefined && given.length === 0)) {
    return { name: 'help' };
  }
  if (name === 'test') {
    if (paths.length === 0) {
      throw new RunError('APEX034', 'test asks for at least one folder of classes.', next);
    }
    return {
      name,
      paths,
      json: values.json ?? false,
      coverage: values.coverage ?? false,
      filter: values.filter ?? null,
    };
  }
  if (name === 'run') {
    const [file, ...folders] = paths;
    if (file === undefined) {
      throw new RunError('APEX034', 'run asks for a file of anonymous Apex.', next);
    }
    if (values.json !== undefined || values.coverage !== undefined || values.filter !== undefined) {
      throw new RunError('APEX034', '--json, --coverage and --filter belong to test.', next);
    }
    return { name, file, paths: folders };
  }
  throw new RunError('APEX034', `${name ?? 'Nothing'} is not a command.`, next);
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        coverage: { type: 'boolean' },
        filter: { type: 'string' },
      },
    });
  } catch (error) {
    throw new RunError('APEX034', error instanceof Error ? error.message : String(error), next);
  }
}

export const help = `npm run apex -- test DIR… [--filter CLASS[.METHOD],…] [--coverage] [--json]
  Runs the test methods of all classes under the folders, each in a transaction of its own.
  --filter    only the tests of these classes, or these methods
  --coverage  a table of classes by the lines that ran
  --json      the same as data

npm run apex -- run FILE [DIR…]
  Runs a file of anonymous Apex with the classes of the folders, and prints the debug log.

Exit code 0: all well. 1: a test failed, or Apex ended with an exception. 2: the run could not start.
`;
