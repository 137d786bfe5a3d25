import { describe, expect, test } from '@jest/globals';
import { writePolicy } from '../../../core/src/decide/index.ts';
import { policyOf } from '../../cases/fixtures.ts';
import { appTests, deployApp } from './app-program.ts';
import { describeCoverage, measureApp } from './measure-app.ts';

/** As a deployment leaves it: nobody has the fields of the package, not even who deploys it. */
const app = deployApp(undefined, { fieldAccess: 'asDeployed' });
const tests = appTests(app);

describe('the package’s own Apex tests pass in the stand-in org', () => {
  test('there are some', () => {
    expect(tests.length).toBeGreaterThanOrEqual(6);
  });

  test.each(tests.map((each) => [each.name, each] as const))('%s', (_, { run }) => {
    expect(run()).toBeNull();
  });

  test('and run 90 % of the lines of each folder and 75 % of each class', () => {
    const folders = measureApp(app.program);
    const short = folders.filter(({ percent, classes }) => percent < 90 || classes.some((each) => each.percent < 75));
    expect(describeCoverage(short)).toBe('');
    expect(folders.length).toBeGreaterThan(10);
  });

  test('and leave nothing behind', () => {
    expect([...app.org.store.recordsOf('SbxRule__c')].filter((each) => !each.isDeleted)).toEqual([]);
  });
});

test('publishing in the org writes the bytes that the command line writes', () => {
  const start = app.org.store.savepoint();
  try {
    app.program.begin({ isTest: true }).call('SbxPublishPolicyTest', 'insertRows', []);
    app.program.begin({ isTest: true }).call('SbxPublishPolicyTest', 'rowsOfAPolicyArePublishedAsTheSameText', []);
    const parts = [...app.org.store.recordsOf('SbxRevisionPart__c')];
    const text = parts.map((each) => each.fields.get('text__c') as string).join('\n');
    expect(`${text}\n`).toBe(writePolicy(policyOf('small')));
  } finally {
    app.org.store.rollback(start);
  }
});
