import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { findApexSources } from '../../salesforce/checks/apex-sources.ts';
import { checkLints } from '../../salesforce/checks/lints/check-lints.ts';
import { readPackage } from '../../salesforce/permissions/read-package.ts';
import { attempts, type Attempt } from '../bench/salesforce/security/entries.ts';
import { findEntries } from '../bench/salesforce/security/find-entries.ts';
import { runWithPersonalWords } from '../bench/salesforce/security/personal-words.ts';
import { newSecuredOrg, type SecuredOrg } from '../bench/salesforce/security/secured-org.ts';
import { tryAllRights } from '../bench/salesforce/security/try-all-rights.ts';
import { tryEntries, untried } from '../bench/salesforce/security/try-entries.ts';
import { tryEntry } from '../bench/salesforce/security/try-entry.ts';
import { tryExports } from '../bench/salesforce/security/try-exports.ts';
import { tryTypedTexts } from '../bench/salesforce/security/try-typed-texts.ts';
import { tryWithoutPermission } from '../bench/salesforce/security/try-without-permission.ts';

jest.setTimeout(240_000);

const folders = ['engine', 'app'].map((name) => path.join(import.meta.dirname, '..', '..', 'salesforce', name));
// The engine is compiled, and holds neither queries nor changes.
const sources = findApexSources([folders[1]!]);

describe('what people may not do, where leads are private', () => {
  let org: SecuredOrg;

  beforeAll(async () => {
    org = await newSecuredOrg();
  });
  afterAll(() => org?.installation.close());

  test('every entry that the classes open has attempts, and no attempt is about an entry that is gone', () => {
    const entries = findEntries(org.installation.program);
    expect(untried(entries)).toEqual([]);
    const isThere = ({ entry }: Attempt): boolean =>
      entries.some((each) => entry === each || entry.startsWith(`${each}/`) || entry.startsWith(`${each}?`));
    expect(attempts.filter((each) => !isThere(each))).toEqual([]);
  });

  test('every entry answers everybody as it must: a refusal says why, tells of nothing and changes nothing', () => {
    const { wrong, count } = tryEntries(org);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(500);
  });

  test('an attempt that is let through would be noticed', () => {
    const claim = { entry: 'SbxCardActions.claim', input: { recordId: '{own}' } };
    expect(tryEntry(org, 'rep', claim).outcome).toBe('allowed');
    const judged = tryEntry(org, 'rep', {
      entry: 'SbxCardActions.judge',
      input: { recordId: '{own}', kind: 'wrongScore' },
    });
    expect(judged.changed).toEqual(['SbxFeedback__c']);
    const card = tryEntry({ ...org, secrets: { words: ['Own Works', 'Ana'], traces: [] } }, 'rep', {
      entry: 'SbxLeadCard.get',
      input: { recordId: '{own}' },
    });
    expect(card.leaked).toEqual(['Ana']);
  });

  test('whoever lacks the permission to publish or to edit rules is refused, with all other rights of ops', () => {
    expect(tryWithoutPermission(org).wrong).toEqual([]);
  });

  test('the API lets nobody read, make, change or delete more than the table of rights says', () => {
    expect(tryAllRights(org, readPackage(folders[1]!).rules).wrong).toEqual([]);
  });

  test('what is typed into a parameter is text, whatever it means elsewhere', () => {
    expect(tryTypedTexts(org).wrong).toEqual([]);
  });

  test('no cell of an export calculates, and reading back gives what was typed', async () => {
    expect((await tryExports(org)).wrong).toEqual([]);
  });
});

test('nothing that is written beside a lead names the person, although an automation does', async () => {
  const { told, incidents, leads } = await runWithPersonalWords(200);
  expect(told).toEqual([]);
  expect(leads).toBe(200);
  expect(incidents).toBeGreaterThan(10);
});

describe('the Apex', () => {
  test('states the mode of every query and change, and the sharing of every class', () => {
    const found = checkLints(sources).filter(({ code }) => code === 'APC030' || code === 'APC031');
    expect(found).toEqual([]);
  });

  test('passes over sharing only in classes that hold nothing but queries or writes of the engine', () => {
    const unshared = sources.files
      .filter((file) =>
        /\bwithout\s+sharing\b(?=[^;{]*\bclass\b)/.test(
          readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, ''),
        ),
      )
      .map((file) => path.basename(file, '.cls'));
    // Whoever adds one says in its first lines why, and what leaves it: docs/decisions/0020-who-may-read-past-sharing.md.
    expect(unshared.toSorted()).toEqual([
      'SbxActionReads',
      'SbxActivityReads',
      'SbxCardReads',
      'SbxClockReads',
      'SbxEngineReads',
      'SbxEngineWrites',
      'SbxIntakeReads',
      'SbxRecordReads',
      'SbxReviewReads',
      'SbxRosterReads',
      'SbxSetupReads',
      'SbxWaitingReads',
    ]);
    const isOpen = (file: string): boolean =>
      /@AuraEnabled|@InvocableMethod|@RestResource/.test(readFileSync(file, 'utf8'));
    expect(sources.files.filter((file) => unshared.includes(path.basename(file, '.cls')) && isOpen(file))).toEqual([]);
  });
});
