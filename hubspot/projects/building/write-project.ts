import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { customCodeFolder } from './custom-code-files.ts';
import { ProjectFailure } from '../project-failure.ts';
import { readProjectFiles, type ProjectFiles } from '../project-files.ts';
import { isRecord, parseJson } from '../validate/parse-json.ts';

/**
 * Makes a folder hold the project. What an earlier build made and this one does not is removed; profiles, lock files, secrets
 * and everything else that people put there stays.
 *
 * @throws ProjectFailure HSB006 where the folder holds something other than this project
 */
export function writeProject(folder: string, files: ProjectFiles): void {
  const present = existsSync(folder) ? readProjectFiles(folder) : new Map<string, string>();
  if (present.size > 0 && nameIn(present) !== nameIn(files)) {
    throw new ProjectFailure(
      'HSB006',
      `${folder} holds something other than the project ${nameIn(files) ?? 'that was built'}.`,
      'Name another folder with --out, or empty this one. Nothing was changed.',
    );
  }
  for (const file of present.keys()) {
    if (isBuilt(file) && !files.has(file)) rmSync(path.join(folder, file));
  }
  for (const [file, text] of files) {
    const target = path.join(folder, file);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** What only builds make. */
function isBuilt(file: string): boolean {
  if (file === 'licenses.txt' || file.startsWith(`${customCodeFolder}/`)) return true;
  return file.startsWith('src/app/') && (/-hsmeta\.json$|\.js$/.test(file) || file.endsWith('/package.json'));
}

function nameIn(files: ProjectFiles): string | null {
  const json = parseJson(files.get('hsproject.json') ?? '');
  const name = json.isJson && isRecord(json.value) ? json.value['name'] : null;
  return typeof name === 'string' ? name : null;
}
