import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findApexSources, type ApexSources } from '../../../salesforce/checks/apex-sources.ts';

const metadata = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>67.0</apiVersion>
    <status>Active</status>
</ApexClass>
`;

const folders: string[] = [];

/** A new folder with these Apex files. Example: `writeApex({ 'SbxEmpty.cls': 'public class SbxEmpty {}' })`. */
export function writeApex(files: Record<string, string>): string {
  const folder = makeFolder();
  mkdirSync(path.join(folder, 'classes'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, 'classes', name), text);
    writeFileSync(path.join(folder, 'classes', `${name}-meta.xml`), metadata);
  }
  return folder;
}

/** The same as sources for a check. Example: `checkParse(apexSources({ 'SbxEmpty.cls': '…' }))`. */
export function apexSources(files: Record<string, string>): ApexSources {
  return findApexSources([writeApex(files)]);
}

/** A new empty folder, which `removeFolders` removes. Example: `makeFolder()` is `'/tmp/signalbox-apex-x1'`. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-apex-'));
  folders.push(folder);
  return folder;
}

/** Removes every folder made here. Example: `afterAll(removeFolders)`. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

export const cleanApex = `public with sharing class SbxClean {
    public static System.Integer addAll(List<System.Integer> numbers) {
        System.Integer total = 0;
        for (System.Integer each : numbers) {
            total += each;
        }
        return total;
    }
}
`;
