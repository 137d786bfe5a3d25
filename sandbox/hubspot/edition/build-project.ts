import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(import.meta.dirname, '..', '..', '..');

/**
 * Builds a project as somebody does who uploads it: by the command, in a process of its own.
 *
 * @param folder where it is written
 */
export async function buildProject(
  edition: 'marketplace' | 'private',
  folder: string,
  options: readonly string[] = [],
): Promise<void> {
  const program = path.join(root, 'hubspot', 'projects', 'main.ts');
  await promisify(execFile)(process.execPath, [program, 'build', edition, '--out', folder, ...options], { cwd: root });
}
