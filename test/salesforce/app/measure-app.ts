import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  measureCoverage,
  percentOf,
  type ClassCoverage,
} from '../../../sandbox/salesforce/apex/runner/measure-coverage.ts';
import type { Program } from '../../../sandbox/salesforce/apex/run/program.ts';

/** What the Apex tests that ran have covered of a capability folder of salesforce/app. */
export type FolderCoverage = {
  readonly folder: string;
  readonly percent: number;
  readonly classes: readonly ClassCoverage[];
};

const appFolder = path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'app');

/** By folder, in the order of their names: measureApp(program)[0] → { folder: 'actions', percent: 95, classes: […] }. */
export function measureApp(program: Program): FolderCoverage[] {
  const measured = measureCoverage(program.coverage());
  return readdirSync(appFolder).flatMap((folder) => {
    const files = new Set(['classes', 'triggers'].flatMap((kind) => namesIn(path.join(appFolder, folder, kind))));
    const classes = measured.filter(({ fileName }) => files.has(fileName));
    const covered = classes.reduce((sum, each) => sum + each.covered, 0);
    const total = classes.reduce((sum, each) => sum + each.total, 0);
    return classes.length === 0 ? [] : [{ folder, percent: percentOf(covered, total), classes }];
  });
}

/** Every folder, and under it the classes with lines that no test runs, the least covered first. */
export function describeCoverage(folders: readonly FolderCoverage[]): string {
  return folders.flatMap((each) => [lineOf(each.percent, each.folder, ''), ...linesOfClasses(each.classes)]).join('\n');
}

function linesOfClasses(classes: readonly ClassCoverage[]): string[] {
  return classes
    .filter(({ uncovered }) => uncovered.length > 0)
    .toSorted((one, other) => one.percent - other.percent || (one.name < other.name ? -1 : 1))
    .map(({ percent, name, uncovered }) => lineOf(percent, `  ${name}`, `not ${uncovered.join(', ')}`));
}

function lineOf(percent: number, name: string, more: string): string {
  return `${String(percent).padStart(4)} %  ${name.padEnd(30)} ${more}`.trimEnd();
}

/** A capability need not have classes and triggers both. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
