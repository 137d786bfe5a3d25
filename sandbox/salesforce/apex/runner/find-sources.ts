import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SourceForm } from '../syntax/source-form.ts';
import { RunError } from './run-error.ts';

export type Source = { readonly fileName: string; readonly form: SourceForm; readonly text: string };

const formBySuffix: Readonly<Record<string, SourceForm>> = { '.cls': 'class', '.trigger': 'trigger' };

/**
 * The classes and triggers under folders, in a fixed order; a path may also be one file. Folders of installed packages and
 * hidden ones are passed over. findSources(['force-app']) → [{ fileName: 'force-app/…/A.cls', form: 'class', text }].
 */
export function findSources(paths: readonly string[]): Source[] {
  const files = new Set(paths.flatMap((each) => filesUnder(each)));
  return [...files].sort().map((fileName) => ({
    fileName,
    form: formBySuffix[path.extname(fileName)] ?? 'class',
    text: readFileSync(fileName, 'utf8'),
  }));
}

function filesUnder(start: string): string[] {
  if (isFolder(start)) {
    return readdirSync(start, { withFileTypes: true }).flatMap((entry) => {
      const inside = path.join(start, entry.name);
      if (entry.isDirectory()) {
        return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesUnder(inside);
      }
      return path.extname(entry.name) in formBySuffix ? [inside] : [];
    });
  }
  if (!(path.extname(start) in formBySuffix)) {
    throw new RunError(
      'APEX031',
      `${start} is neither a folder nor a .cls or .trigger file.`,
      'Name the folder of the classes.',
    );
  }
  return [start];
}

function isFolder(name: string): boolean {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new RunError('APEX030', `${name} does not exist.`, 'Check the path; it is taken from the current folder.');
  }
  return stats.isDirectory();
}
