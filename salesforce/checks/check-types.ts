import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ApexSources } from './apex-sources.ts';
import { CheckFailure } from './check-failure.ts';
import type { Finding } from './finding.ts';
import { packageFolder } from './install-packages.ts';
import { runProgram } from './run-program.ts';

type Report = { files: { path: string; messages: Message[] }[] };
type Message = { start: { line: number; offset: number }; category: string; message: string };

// apex-ls ends with 0 when it found nothing and with 4 when it found something.
const statusesOfASuccess = [0, 4];

/**
 * Every issue that apex-ls, a type checker of whole Apex projects, has with the sources, warnings too.
 *
 * Example: `Integer half = amount / 2;` on a Decimal gives
 * `[{ code: 'types:Error', message: "Incompatible types in assignment, from 'System.Decimal' to 'System.Integer'", … }]`.
 */
export async function checkTypes(sources: ApexSources, java: string, seconds: number): Promise<Finding[]> {
  const workspace = realpathSync(mkdtempSync(path.join(tmpdir(), 'signalbox-types-')));
  try {
    const linked = linkFolders(sources.folders, workspace);
    return readReport(await runTypeChecker(workspace, java, seconds), linked);
  } finally {
    rmSync(workspace, { recursive: true });
  }
}

// apex-ls checks a project, not folders. A project of links holds exactly the folders asked for, as one package, in
// which their order does not matter.
function linkFolders(folders: string[], workspace: string): Map<string, string> {
  const project = { packageDirectories: [{ path: 'apex', default: true }], sourceApiVersion: '67.0' };
  writeFileSync(path.join(workspace, 'sfdx-project.json'), JSON.stringify(project));
  mkdirSync(path.join(workspace, 'apex'));
  const linked = new Map<string, string>();
  for (const [index, folder] of folders.entries()) {
    const link = path.join(workspace, 'apex', `${index}`);
    symlinkSync(folder, link, 'junction');
    linked.set(link, folder);
  }
  return linked;
}

async function runTypeChecker(workspace: string, java: string, seconds: number): Promise<string> {
  const jars = path.join(packageFolder('@salesforce/code-analyzer-pmd-engine'), 'dist', 'java-lib', '*');
  const program = ['-Xmx2g', '-cp', jars, 'io.github.apexdevtools.apexls.CheckForIssues'];
  const finished = await runProgram(java, [...program, '-n', '-w', workspace, '-d', 'warnings', '-f', 'json'], seconds);
  if (finished.outOfTime) throw failure(`it had not ended after ${seconds} s`);
  if (finished.status === null || !statusesOfASuccess.includes(finished.status)) {
    throw failure(`it ended with ${finished.status}: ${finished.errors.trim() || finished.output.trim()}`);
  }
  return finished.output;
}

function readReport(output: string, linked: Map<string, string>): Finding[] {
  let report: Report;
  try {
    report = JSON.parse(output) as Report;
  } catch {
    throw failure(`its output is not JSON: ${output.slice(0, 200)}`);
  }
  return report.files.flatMap((file) =>
    file.messages.map((message) => ({
      file: followLinks(file.path, linked),
      line: message.start.line,
      column: message.start.offset,
      code: `types:${message.category}`,
      message: followLinks(message.message, linked),
    })),
  );
}

function followLinks(text: string, linked: Map<string, string>): string {
  let followed = text;
  for (const [link, folder] of linked) followed = followed.replaceAll(link + path.sep, folder + path.sep);
  return followed;
}

function failure(cause: string): CheckFailure {
  return new CheckFailure(
    'APC006',
    `apex-ls could not check the types: ${cause}.`,
    'Allow it more time with --seconds; check that Java runs and that salesforce/checks is installed.',
  );
}
