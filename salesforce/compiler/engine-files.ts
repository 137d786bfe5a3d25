import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { printClass } from './apex/print-class.ts';
import type { CompiledClass } from './compile.ts';
import { root } from './read-program.ts';

/** Goes up whenever the same source becomes other Apex. */
export const compilerVersion = 2;

/** The Salesforce API version of every class. */
const apiVersion = '67.0';

/** Where the compiled engine stands, from the root of the repository. */
export const engineFolder = 'salesforce/engine/classes';

const intrinsicsFolder = path.join(import.meta.dirname, 'intrinsics');

/** All files of the engine's folder by name: compiled classes, the two written by hand, and a description for each. */
export function engineFiles(classes: readonly CompiledClass[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, apexClass } of classes) {
    const source = readFileSync(path.join(root, file), 'utf8');
    files.set(`${apexClass.name}.cls`, headerOf(file, source) + printClass(apexClass));
  }
  for (const [file, source] of intrinsicFiles()) {
    const from = path.relative(root, path.join(intrinsicsFolder, file)).split(path.sep).join('/');
    files.set(file, headerOf(from, source) + source);
  }
  for (const file of [...files.keys()]) files.set(`${file}-meta.xml`, describeClass());
  return files;
}

/** The classes that Apex writes by hand where TypeScript has model/text.ts and model/number.ts. */
export function intrinsicFiles(): Map<string, string> {
  const files = readdirSync(intrinsicsFolder);
  return new Map(files.map((file) => [file, readFileSync(path.join(intrinsicsFolder, file), 'utf8')]));
}

/** Where a class comes from, and from exactly which text: whoever edits the copy is found out by the check for drift. */
export function headerOf(file: string, source: string): string {
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 16);
  return `// Compiled from ${file} (sha256 ${hash}) by compiler ${compilerVersion}.\n// Never edited here: change the source and compile again.\n`;
}

export function describeClass(): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">',
    `  <apiVersion>${apiVersion}</apiVersion>`,
    '  <status>Active</status>',
    '</ApexClass>',
    '',
  ].join('\n');
}
