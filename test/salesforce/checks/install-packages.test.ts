import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { whyInstall } from '../../../salesforce/checks/install-packages.ts';
import { makeFolder, removeFolders } from './apex-folder.ts';

afterAll(removeFolders);

const locked = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', optional: true },
};

function makeInstallation(installed: Record<string, { version: string }> | null): string {
  const folder = makeFolder();
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }));
  if (installed === null) return folder;
  mkdirSync(path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  return folder;
}

describe('whether the packages of the checks are installed', () => {
  it('is no on a fresh clone', () => {
    expect(whyInstall(makeInstallation(null))).toBe('node_modules is missing');
  });

  it('is yes when everything that is not optional is there', () => {
    expect(whyInstall(makeInstallation({ 'node_modules/a': { version: '1.0.0' } }))).toBeNull();
  });

  it('is no when a version is another one', () => {
    expect(whyInstall(makeInstallation({ 'node_modules/a': { version: '1.0.1' } }))).toBe(
      'node_modules/a is not 1.0.0',
    );
  });

  it('is no when a package is missing', () => {
    expect(whyInstall(makeInstallation({}))).toBe('node_modules/a is not 1.0.0');
  });
});
