import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { SourceUnit } from './nodes.ts';
import type { SyntaxProblems } from './problems.ts';
import type * as reader from './read-source.ts';
import type { SourceForm } from './source-form.ts';

export type ReadTree = (text: string, fileName: string, form: SourceForm) => SourceUnit | SyntaxProblems;

export const defaultTreeFolder = path.join(import.meta.dirname, '../../../../.cache/apex');

/**
 * Reads sources as readSource does, and keeps their trees in a folder under the hash of what they were read from: the same
 * source is parsed once. Sources with problems are not kept. Several processes may use one folder at a time.
 * keepTrees()('public class A {}', 'A.cls', 'class') → { kind: 'class', … }.
 */
export function keepTrees(folder: string = defaultTreeFolder, read: ReadTree = readByGrammar): ReadTree {
  const edition = editionOfReader();
  return (text, fileName, form) => {
    const key = createHash('sha256').update(`${edition}\n${form}\n${text}`).digest('hex');
    const file = path.join(folder, `${key}.json`);
    const kept = readKept(file);
    if (kept !== null) {
      return kept;
    }
    const unit = read(text, fileName, form);
    if (unit.kind !== 'problems') {
      keep(file, unit);
    }
    return unit;
  };
}

const load = createRequire(import.meta.url);

/** The reader is loaded when a source is first met that has no tree yet. */
const readByGrammar: ReadTree = (text, fileName, form) =>
  (load('./read-source.ts') as typeof reader).readSource(text, fileName, form);

/** Changes with the reader's own files and with the grammar's version, so that no tree outlives how it was read. */
function editionOfReader(): string {
  const hash = createHash('sha256');
  for (const each of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()) {
    hash.update(readFileSync(path.join(import.meta.dirname, each)));
  }
  const grammar = path.join(path.dirname(load.resolve('@apexdevtools/apex-parser')), '../../package.json');
  return hash.update(readFileSync(grammar)).digest('hex');
}

/** Null where nothing is kept. A file that cannot be read as a tree counts as nothing, and is written again. */
function readKept(file: string): SourceUnit | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SourceUnit;
  } catch {
    return null;
  }
}

/** Under a name of its own first, so that nobody ever sees half a tree. A run is right without the cache as well. */
function keep(file: string, unit: SourceUnit): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
  } catch {
    return;
  }
  const written = `${file}.${randomUUID()}`;
  try {
    writeFileSync(written, JSON.stringify(unit));
    renameSync(written, file);
  } catch {
    rmSync(written, { force: true });
  }
}
