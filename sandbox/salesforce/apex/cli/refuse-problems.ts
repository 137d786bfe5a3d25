import type { Problem } from '../run/program.ts';
import { RunError } from '../runner/run-error.ts';

const most = 50;

/** Ends a command whose sources cannot run, with all that is wrong, one line for each. */
export function refuseProblems(ofSyntax: readonly string[], ofCompiler: readonly Problem[]): void {
  const lines = [
    ...ofSyntax,
    ...ofCompiler.map(
      ({ code, fileName, line, column, message }) => `${code} ${fileName}:${line}:${column} ${message}`,
    ),
  ];
  if (lines.length > 0) {
    const rest = lines.length > most ? [`… and ${lines.length - most} more.`] : [];
    throw new RunError(
      'APEX035',
      `${lines.length} ${lines.length === 1 ? 'problem keeps' : 'problems keep'} the sources from running:`,
      ['', ...lines.slice(0, most), ...rest].join('\n'),
    );
  }
}
