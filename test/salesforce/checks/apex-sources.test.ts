import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findApexSources, readPackageDirectories } from '../../../salesforce/checks/apex-sources.ts';
import { cleanApex, makeFolder, removeFolders, writeApex } from './apex-folder.ts';

afterAll(removeFolders);

function makeProject(...apex: string[]): string {
  const root = makeFolder();
  const project = { packageDirectories: [{ path: 'salesforce/engine' }, { path: 'salesforce/app' }] };
  writeFileSync(path.join(root, 'sfdx-project.json'), JSON.stringify(project));
  for (const name of ['salesforce/engine/SbxFit.cls', ...apex]) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), cleanApex);
  }
  return root;
}

describe('the Apex to check', () => {
  it('is every class and trigger, but no metadata', () => {
    const folder = writeApex({ 'SbxClean.cls': cleanApex, 'SbxLead.trigger': '' });
    expect(findApexSources([folder]).files).toEqual(
      ['SbxClean.cls', 'SbxLead.trigger'].map((name) => path.join(folder, 'classes', name)),
    );
  });

  it('comes from the package directories of the project', () => {
    const root = makeProject(
      'salesforce/app/SbxApp.cls',
      'salesforce/checks/node_modules/any/Any.cls',
      'salesforce/origin/SbxFit.cls',
    );
    expect(readPackageDirectories(root)).toEqual(
      ['salesforce/engine', 'salesforce/app'].map((name) => path.join(root, name)),
    );
  });

  it('is not silently less than what is there', () => {
    expect(() => readPackageDirectories(makeProject('salesforce/engine-next/SbxNext.cls'))).toThrow(
      expect.objectContaining({ code: 'APC011', message: expect.stringContaining('engine-next') }),
    );
  });
});
