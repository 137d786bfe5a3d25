import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { policyOf } from '../../cases/fixtures.ts';
import { root } from '../../../salesforce/compiler/read-program.ts';
import { learnFiles, learnFolder, mostModuleBytes } from '../../../salesforce/learn-module/learn-files.ts';
import { pastLeadOf, type PastLeadRow } from '../../../salesforce/learn-module/past-leads.ts';
import { deployApp } from '../app/app-program.ts';

const files = learnFiles(root);

/** What stands there and is not what its source is bundled to. */
function findDrift(wanted: ReadonlyMap<string, string>): string[] {
  const folder = path.join(root, learnFolder);
  const isSame = ([file, text]: readonly [string, string]): boolean =>
    existsSync(path.join(folder, file)) && readFileSync(path.join(folder, file), 'utf8') === text;
  const leftOver = readdirSync(folder).filter((file) => file !== '__tests__' && !wanted.has(file));
  return [...[...wanted].filter((each) => !isSame(each)).map(([file]) => file), ...leftOver];
}

describe('the module with which the page Learn learns', () => {
  test('is what its source is bundled to: npm run compile', () => {
    expect(findDrift(files)).toEqual([]);
  });

  test('is found when it was edited by hand', () => {
    expect(findDrift(new Map(files).set('sbxLearning.js', '// edited'))).toEqual(['sbxLearning.js']);
  });

  test('is no larger than the platform takes', () => {
    expect(Buffer.byteLength(files.get('sbxLearning.js')!)).toBeLessThan(mostModuleBytes);
  });

  test('needs nothing that Lightning Web Security keeps from it', () => {
    expect(files.get('sbxLearning.js')).not.toMatch(
      /\b(Worker|SharedArrayBuffer|eval|Function)\(|\bimport\b[^.]|require\(/,
    );
  });
});

describe('what Apex sends to the page', () => {
  test('is the policy as core has it', () => {
    const { org, program } = deployApp();
    const start = org.store.savepoint();
    try {
      program.begin({ isTest: true }).call('SbxLearnPageTest', 'insertRows', []);
      const text = program.begin({ isTest: true }).call('SbxLearnPageTest', 'livePolicyText', []) as string;
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(policyOf('small'))));
    } finally {
      org.store.rollback(start);
    }
  });

  test('is a lead whose facts stand in their places', () => {
    const row: PastLeadRow = [
      '00Q1',
      5,
      'p',
      'won',
      9,
      'Closed Won',
      'Closed Won',
      null,
      'Ana',
      null,
      [1, 'software', 3, 240],
      [['industry', 7]],
      [['webinar', 4, 2]],
    ];
    expect(pastLeadOf(row, 4)).toEqual({
      leadKey: '00Q1',
      arrivedAt: 5,
      facts: { texts: [null, 'software', null, null], numbers: [null, null, null, 240] },
      personKey: 'p',
      outcome: 'won',
      closedAt: 9,
      outcomeWords: 'Closed Won',
      stage: 'Closed Won',
      closeReason: null,
      finalOwner: 'Ana',
      firstTouchAt: null,
      nativeScore: null,
      changes: [{ fieldKey: 'industry', changedAt: 7 }],
      activities: [{ signalKey: 'webinar', occurredAt: 4, occurrences: 2 }],
    });
  });
});
