import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LightningFailure } from '../lightning-failure.ts';
import { requirePackages } from '../install-packages.ts';
import type { BundleTask } from './bundle-task.ts';
import { findComponents, listFiles, type ComponentFolder } from './find-components.ts';
import { readLabels } from './read-labels.ts';
import { runBundler } from './run-bundler.ts';

/** Where what the browser loads lies: the platform's own modules, and those of the project. */
export type Bundle = { baseFolder: string; componentsFolder: string; names: string[] };

const lockFile = path.join(import.meta.dirname, '..', 'package-lock.json');
const here = (name: string): string => path.join(import.meta.dirname, name);
const filesOfBase = [lockFile, ...['bundle-base.ts', 'base-modules.ts', 'rollup-packages.ts'].map(here)];
const filesOfBundler = [lockFile, ...['bundle-project.ts', 'resolve-platform.ts', 'rollup-packages.ts'].map(here)];

/**
 * Bundles every component below a folder, and the real base components once for all. Both are kept in the system's
 * temporary folder under a name made of their content, so that the second time costs nothing. Throws LGT001 when the
 * packages are not installed, LGT002 when there is no component, LGT003 when a component cannot be compiled.
 *
 * Example: `await bundleComponents({ folder: 'salesforce/app' })` has the file `sbxScoreCard.js` in `componentsFolder`.
 */
export async function bundleComponents({ folder }: { folder: string }): Promise<Bundle> {
  requirePackages();
  const components = findComponents(path.resolve(folder));
  const labels = readLabels(path.resolve(folder));
  const baseFolder = await keep('base', [hashFiles(filesOfBase)], (target) =>
    runBundler({ kind: 'base', folder: target }),
  );
  const content = [hashFiles(filesOfBundler), hashFiles(componentFiles(components)), JSON.stringify(labels)];
  // A style sheet that others import is a folder without a module.
  const folders = Object.fromEntries(components.map(({ name, folder: place }) => [name, place]));
  const names = components.filter(hasModule).map(({ name }) => name);
  const componentsFolder = await keep('components', content, (target) =>
    withCopies(components, (modules) => {
      const task: BundleTask = { kind: 'components', folder: target, modules, names, folders, labels };
      return runBundler(task);
    }),
  );
  return { baseFolder, componentsFolder, names };
}

/** Builds what a content's name stands for, unless somebody did before. */
async function keep(kind: string, content: string[], build: (target: string) => Promise<void>): Promise<string> {
  const name = createHash('sha256').update(content.join('\n')).digest('hex').slice(0, 24);
  const home = path.join(tmpdir(), 'signalbox-lightning');
  const kept = path.join(home, `${kind}-${name}`);
  if (existsSync(kept)) return kept;
  mkdirSync(home, { recursive: true });
  const target = mkdtempSync(path.join(home, 'building-'));
  try {
    await build(target);
    moveInto(target, kept);
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
  return kept;
}

function moveInto(target: string, kept: string): void {
  try {
    renameSync(target, kept);
  } catch (error) {
    // Another process was quicker; what it built has the same content.
    if (!existsSync(kept)) throw error;
  }
}

// The compiler takes namespace and name from the last two folders, and in a project the first of them is "lwc".
async function withCopies(components: ComponentFolder[], use: (modules: string) => Promise<void>): Promise<void> {
  const modules = mkdtempSync(path.join(tmpdir(), 'signalbox-modules-'));
  try {
    // The compiler asks for one above every module.
    writeFileSync(path.join(modules, 'package.json'), '{ "lwc": { "modules": [{ "dir": "." }] } }');
    for (const { name, folder } of components) {
      cpSync(folder, path.join(modules, 'c', name), { recursive: true, filter: isCompiled });
    }
    await use(modules);
  } finally {
    rmSync(modules, { recursive: true });
  }
}

function hasModule({ name, folder }: ComponentFolder): boolean {
  return existsSync(path.join(folder, `${name}.js`));
}

function isCompiled(file: string): boolean {
  return path.basename(file) !== '__tests__' && !file.endsWith('-meta.xml');
}

function componentFiles(components: ComponentFolder[]): string[] {
  return components.flatMap(({ folder }) => listFiles(folder, '')).filter((file) => !file.includes('__tests__'));
}

// The last two parts of a file's name say which component's it is; where the project lies makes no difference.
function hashFiles(files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readContent(file);
    hash.update(`${file.split(path.sep).slice(-2).join('/')} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function readContent(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new LightningFailure('LGT002', `${file} cannot be read: ${(error as Error).message}.`, 'Try again.');
  }
}
