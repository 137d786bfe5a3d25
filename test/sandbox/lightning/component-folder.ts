import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders: string[] = [];

/** A new folder with these files, named from it. Example: `writeFiles({ 'lwc/one/one.js': '…' })`. */
export function writeFiles(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-components-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Removes every folder made here. Example: `afterAll(removeFolders)`. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** The module of a component with these lines at its head. Example: `component("import 'x/y';")`. */
export function component(...imports: string[]): string {
  return `${["import { LightningElement } from 'lwc';", ...imports].join('\n')}\nexport default class Example extends LightningElement {}\n`;
}
