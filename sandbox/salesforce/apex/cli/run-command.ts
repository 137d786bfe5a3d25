import { RunError } from '../runner/run-error.ts';
import { help, readArguments } from './read-arguments.ts';

/** Where a command writes to. */
export type Output = { readonly out: (text: string) => void; readonly error: (text: string) => void };

/**
 * Runs one command line and gives its exit code: 0 all well, 1 a test failed or Apex ended with an exception, 2 the run could
 * not start. await runCommand(['test', 'force-app'], output) → 0.
 */
export async function runCommand(given: readonly string[], output: Output): Promise<number> {
  try {
    const command = readArguments(given);
    switch (command.name) {
      case 'help':
        output.out(help);
        return 0;
      case 'test': {
        const { runTestCommand } = await import('./run-test-command.ts');
        return runTestCommand(command, output);
      }
      case 'run': {
        const { runAnonymousCommand } = await import('./run-anonymous-command.ts');
        return runAnonymousCommand(command, output);
      }
    }
  } catch (error) {
    if (error instanceof RunError) {
      output.error(`${error.code} ${error.message} ${error.next}\n`);
      return 2;
    }
    throw error;
  }
}
