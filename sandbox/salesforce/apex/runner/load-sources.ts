import { readFileSync, statSync } from 'node:fs';
import type { SourceUnit } from '../syntax/nodes.ts';
import type { ReadTree } from '../syntax/keep-trees.ts';
import { describeProblem } from '../syntax/problems.ts';
import type { SourceForm } from '../syntax/source-form.ts';
import { findSources } from './find-sources.ts';
import { RunError } from './run-error.ts';

export type LoadedSource = { readonly fileName: string; readonly unit: SourceUnit };

/** What was read, and one line for each thing that is wrong. */
export type LoadedSources = { readonly sources: readonly LoadedSource[]; readonly problems: readonly string[] };

/** Reads all classes and triggers under some paths: loadSources(['force-app'], keepTrees()). */
export function loadSources(paths: readonly string[], read: ReadTree): LoadedSources {
  const found = findSources(paths);
  if (found.length === 0 && paths.length > 0) {
    throw new RunError('APEX032', `There are no classes under ${paths.join(', ')}.`, 'Name folders with .cls files.');
  }
  const sources: LoadedSource[] = [];
  const problems: string[] = [];
  for (const { fileName, form, text } of found) {
    add(sources, problems, fileName, form, text, read);
  }
  return { sources, problems };
}

/** Reads one file of anonymous Apex. */
export function loadAnonymous(fileName: string, read: ReadTree): LoadedSources {
  if (statSync(fileName, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new RunError('APEX030', `${fileName} is not a file.`, 'Name a file of anonymous Apex.');
  }
  const sources: LoadedSource[] = [];
  const problems: string[] = [];
  add(sources, problems, fileName, 'anonymous', readFileSync(fileName, 'utf8'), read);
  return { sources, problems };
}

function add(
  sources: LoadedSource[],
  problems: string[],
  fileName: string,
  form: SourceForm,
  text: string,
  read: ReadTree,
): void {
  const unit = read(text, fileName, form);
  if (unit.kind === 'problems') {
    problems.push(...unit.problems.map((each) => describeProblem(fileName, each)));
  } else {
    sources.push({ fileName, unit });
  }
}
