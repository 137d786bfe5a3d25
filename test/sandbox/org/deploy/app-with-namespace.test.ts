import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { installPackage } from '../../../../sandbox/salesforce/org/deploy/install-package.ts';
import { appTests } from '../../../salesforce/app/app-program.ts';

const salesforce = path.join(import.meta.dirname, '..', '..', '..', '..', 'salesforce');
const folders = ['engine', 'app'].map((each) => path.join(salesforce, each));
const ofPolicy = new Set(
  readdirSync(path.join(salesforce, 'app', 'policy', 'tests')).map((each) => each.split('.')[0]),
);

describe('the package’s own Apex tests pass where it is installed with a namespace', () => {
  const installed = installPackage({ folders, namespace: 'sbx' });
  const tests = appTests(installed).filter((each) => ofPolicy.has(each.name.split('.')[0]));

  test('there are some, and its objects have the namespace', () => {
    expect(tests.length).toBeGreaterThanOrEqual(6);
    expect(installed.org.schema.find('sbx__SbxRule__c')?.fields.has('sbx__position__c')).toBe(true);
    expect(installed.org.schema.find('SbxRule__c')).toBeNull();
  });

  test.each(tests.map((each) => [each.name, each] as const))('%s', (_, { run }) => {
    expect(run()).toBeNull();
  });
});
