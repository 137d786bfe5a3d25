import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const appFolder = path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'app');
const metaFiles = readdirSync(appFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(?:cls|trigger)-meta\.xml$/.test(name),
);

function namesOfOtherVersions(folder: string, version: string): string[] {
  const ofFolder = metaFiles.filter((name) => path.basename(path.dirname(name)) === folder);
  expect(ofFolder.length).toBeGreaterThan(0);
  return ofFolder.filter(
    (name) => !readFileSync(path.join(appFolder, name), 'utf8').includes(`<apiVersion>${version}</apiVersion>`),
  );
}

/** What a test sets up and looks at is no user's: docs/decisions/0023-tests-without-field-access.md. */
test('tests are of the last version whose Apex is in system mode unless it says otherwise', () => {
  expect(namesOfOtherVersions('tests', '66.0')).toEqual([]);
});

test('what runs in an org is of the version whose Apex is in user mode unless it says otherwise', () => {
  expect(namesOfOtherVersions('classes', '67.0')).toEqual([]);
  expect(namesOfOtherVersions('triggers', '67.0')).toEqual([]);
});
