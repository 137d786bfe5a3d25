/** The HubSpot projects of both editions: `npm run hubspot -- --help`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { appObjectFiles, appObjectFolder, driftedAppObjects } from './app-objects.ts';
import { buildProject } from './building/build-project.ts';
import { describeBuild } from './building/describe-build.ts';
import { writeProject } from './building/write-project.ts';
import { helpText } from './help.ts';
import { describeFailure, ProjectFailure } from './project-failure.ts';
import { readProjectFiles } from './project-files.ts';
import { readCommand, type Command } from './read-command.ts';
import { describeFinding } from './validate/finding.ts';
import { validateProject } from './validate/validate-project.ts';

const root = path.join(import.meta.dirname, '..', '..');

try {
  process.exitCode = await run(readCommand(process.argv.slice(2), root));
} catch (error) {
  if (!(error instanceof ProjectFailure)) throw error;
  console.error(describeFailure(error));
  process.exitCode = ['HSB001', 'HSB002'].includes(error.code) ? 2 : 1;
}

async function run(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      console.log(helpText());
      return 0;
    case 'build': {
      const project = await buildProject(command.options);
      writeProject(command.out, project.files);
      console.log(describeBuild(project, path.relative(process.cwd(), command.out)));
      return 0;
    }
    case 'validate':
      return validate(command.folders, command.isJson);
    case 'parse':
      return parse(command.folders, command.isJson);
    case 'check': {
      // HubSpot's tools take a second to load, which the other commands need not wait for.
      const { runChecks } = await import('./checking/run-checks.ts');
      return (await runChecks(root, (line) => console.log(line))) ? 0 : 1;
    }
    case 'generate':
      generate();
      return 0;
  }
}

function validate(folders: readonly string[], isJson: boolean): number {
  const results = folders.map((folder) => ({
    folder: folder,
    findings: validateProject(readProjectFiles(present(folder))),
  }));
  if (isJson) {
    console.log(JSON.stringify(results, null, 2));
  } else {
    for (const { folder, findings } of results) {
      for (const finding of findings) console.log(describeFinding(finding));
      console.log(`${path.relative(process.cwd(), folder) || '.'}: ${countOf(findings.length, 'finding')}`);
    }
  }
  return results.every(({ findings }) => findings.length === 0) ? 0 : 1;
}

async function parse(folders: readonly string[], isJson: boolean): Promise<number> {
  const { parseOfficially } = await import('./checking/parse-officially.ts');
  const results = [];
  for (const folder of folders) results.push({ folder: folder, ...(await parseOfficially(present(folder))) });
  if (isJson) {
    console.log(JSON.stringify(results, null, 2));
  } else {
    for (const { folder, components, problems } of results) {
      for (const problem of problems) console.log(problem);
      const found = `${countOf(components.length, 'component')}, ${countOf(problems.length, 'problem')}`;
      console.log(`${path.relative(process.cwd(), folder) || '.'}: ${found}`);
    }
  }
  return results.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

function generate(): void {
  mkdirSync(path.join(root, appObjectFolder), { recursive: true });
  const drifted = driftedAppObjects(root);
  for (const file of drifted) writeFileSync(path.join(root, file), appObjectFiles().get(path.basename(file))!);
  console.log(drifted.length === 0 ? 'Everything is what the code says.' : drifted.join('\n'));
}

function present(folder: string): string {
  if (existsSync(folder)) return folder;
  throw new ProjectFailure('HSB007', `There is no folder ${folder}.`, 'Build the project, or name its folder.');
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
