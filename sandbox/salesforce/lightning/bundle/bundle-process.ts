import path from 'node:path';
import { text } from 'node:stream/consumers';
import { bundleBase } from './bundle-base.ts';
import { bundleProject } from './bundle-project.ts';
import { problemMark, type BundleProblem, type BundleTask } from './bundle-task.ts';
import type { Log } from './rollup-packages.ts';

const task = JSON.parse(await text(process.stdin)) as BundleTask;
try {
  await (task.kind === 'base' ? bundleBase(task) : bundleProject(task));
} catch (error) {
  const log = error as Error & Log;
  const file = log.loc?.file ?? log.id;
  const problem: BundleProblem = {
    message: nameOriginals(log.message),
    file: file === undefined ? null : nameOriginals(file),
    line: log.loc?.line ?? log.location?.line ?? null,
  };
  console.error(problemMark + JSON.stringify(problem));
  process.exitCode = 1;
}

// Who reads the message knows nothing of the copies that were compiled.
function nameOriginals(text: string): string {
  const { modules, folders } = task.kind === 'base' ? { modules: '', folders: {} } : task;
  return Object.entries(folders).reduce(
    (named, [name, folder]) => named.replaceAll(path.join(modules, 'c', name) + path.sep, folder + path.sep),
    text,
  );
}
