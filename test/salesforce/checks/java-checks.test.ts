import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, jest, test } from '@jest/globals';
import { CheckFailure, describeFailure } from '../../../salesforce/checks/check-failure.ts';
import { findJava } from '../../../salesforce/checks/java.ts';
import { whyInstall } from '../../../salesforce/checks/install-packages.ts';
import { cleanApex, makeFolder, removeFolders, writeApex } from './apex-folder.ts';
import { readFindings, runChecks } from './run-checks.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

// The graph engine alone takes ten seconds to look at an empty class.
jest.setTimeout(180_000);

afterAll(removeFolders);

const reason = whyNot();
const isRequired = process.env['SIGNALBOX_REQUIRE_JAVA'] !== undefined;
if (reason !== null) {
  console.warn(`The checks with Java were not tested. ${reason}`);
}

test('Java and the packages of the checks are there where they are required', () => {
  expect(isRequired ? reason : null).toBeNull();
});

(reason === null ? describe : describe.skip)('the checks with Java', () => {
  it('find a wrong type, an unknown variable and a method that is missing in another class', () => {
    const folder = writeApex({
      'SbxHalf.cls': `public with sharing class SbxHalf {
    public static Integer halve(Decimal amount) {
        Integer half = amount / 2;
        return hlaf;
    }
}`,
      'SbxCaller.cls': `public with sharing class SbxCaller {
    public static Integer call() {
        return SbxHalf.halveTwice(3);
    }
}`,
    });
    const { status, output } = runChecks('--json', '--only', 'types', folder);
    expect(status).toBe(1);
    expect(readFindings(output).sort()).toEqual(['3 types:Error', '3 types:Missing', '4 types:Missing']);
    expect(output).toContain(path.join(folder, 'classes', 'SbxHalf.cls'));
  });

  it('find a class without its metadata', () => {
    const folder = writeApex({ 'SbxClean.cls': cleanApex });
    rmSync(path.join(folder, 'classes', 'SbxClean.cls-meta.xml'));
    const { status, output } = runChecks('--json', '--only', 'types', folder);
    expect(status).toBe(1);
    expect(readFindings(output)).toEqual(['1 types:Error']);
    expect(output).toContain(`meta file is missing for '${path.join(folder, 'classes', 'SbxClean.cls')}'`);
  });

  it('see classes of one folder from another, in any order', () => {
    const used = writeApex({ 'SbxClean.cls': cleanApex });
    const user = writeApex({
      'SbxUser.cls': `public with sharing class SbxUser {
    public static Integer use() {
        return SbxClean.addAll(new List<Integer>{ 1, 2 });
    }
}`,
    });
    expect(runChecks('--only', 'types', used, user).status).toBe(0);
    expect(runChecks('--only', 'types', user, used).status).toBe(0);
    expect(runChecks('--only', 'types', user).status).toBe(1);
  });

  it('find SOQL that is put together and records that are written without a permission', () => {
    const folder = writeApex({
      'SbxOpen.cls': `public class SbxOpen {
    @AuraEnabled
    public static List<Lead> find(String name) {
        return Database.query('SELECT Id FROM Lead WHERE Name = \\'' + name + '\\'');
    }
    @AuraEnabled
    public static void store(String name) {
        insert new Lead(LastName = name, Company = 'Example');
    }
}`,
    });
    const out = makeFolder();
    const { status, output } = runChecks('--json', '--only', 'analyze', '--out', out, folder);
    expect(status).toBe(1);
    expect(readFindings(output)).toEqual(
      expect.arrayContaining([
        '1 pmd:ApexSharingViolations',
        '4 pmd:ApexSOQLInjection',
        '8 pmd:ApexCRUDViolation',
        '8 sfge:ApexFlsViolation',
        '8 sfge:DatabaseOperationsMustUseWithSharing',
      ]),
    );
    expect(readFileSync(path.join(out, 'code-analyzer.html'), 'utf8')).toContain('ApexSOQLInjection');
    expect(readFileSync(path.join(out, 'code-analyzer.sarif'), 'utf8')).toContain('ApexSOQLInjection');
  });

  it('find nothing in clean Apex and let a waiver cover only its own lines', () => {
    const waived = writeApex({
      'SbxClean.cls': cleanApex,
      'SbxWaived.cls': `public with sharing class SbxWaived {
    @AuraEnabled
    public static void store(String name) {
        // code-analyzer-suppress(pmd:ApexCRUDViolation): an example of a waiver for a test
        // code-analyzer-suppress(sfge:ApexFlsViolation): an example of a waiver for a test
        insert new Lead(LastName = name, Company = 'Example');
        // code-analyzer-unsuppress(pmd:ApexCRUDViolation)
        // code-analyzer-unsuppress(sfge:ApexFlsViolation)
        insert new Lead(LastName = name, Company = 'Other');
    }
    @AuraEnabled
    public static void storeAsUser(String name) {
        insert as user new Lead(LastName = name, Company = 'Example');
    }
}`,
    });
    const { output } = runChecks('--json', '--only', 'parse,waivers,types,analyze', '--out', makeFolder(), waived);
    expect(readFindings(output)).toEqual(['9 pmd:ApexCRUDViolation', '9 sfge:ApexFlsViolation']);
  });

  it('call Apex unfinished that an engine could not read', () => {
    const folder = writeApex({ 'SbxBroken.cls': 'public class SbxBroken {\n  void one( {\n  }\n}' });
    const { status, output } = runChecks('--json', '--only', 'analyze', '--out', makeFolder(), folder);
    expect(status).toBe(1);
    expect(readFindings(output)).toEqual(expect.arrayContaining(['0 sfge:UnexpectedEngineError', '0 pmd:Unfinished']));
  });

  it('find nothing in the Apex that our own tests are written in', () => {
    const folder = writeApex(readApexOfTests());
    const { status, output } = runChecks('--only', 'parse,types', path.join(root, 'salesforce', 'engine'), folder);
    expect(`${status} ${output}`).toMatch(/^0 parse 0 issues in \d+ files, .*\ntypes 0 issues in \d+ files/);
  });

  it('stop when their time is over', () => {
    const folder = writeApex({ 'SbxClean.cls': cleanApex });
    const { status, errors } = runChecks('--only', 'analyze', '--seconds', '1', '--out', makeFolder(), folder);
    expect(status).toBe(1);
    expect(errors).toMatch(/^APC007: .*had not ended after 1 s/);
  });
});

/** The library's tests of the Apex runtime, and what the differential test asks in Apex. */
function readApexOfTests(): Record<string, string> {
  const files = ['test/sandbox/apex/library', 'test/differential/apex'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.cls'))
      .map((file) => path.join(root, folder, file)),
  );
  return Object.fromEntries(files.map((file) => [path.basename(file), readFileSync(file, 'utf8')]));
}

function whyNot(): string | null {
  try {
    findJava();
  } catch (error) {
    if (error instanceof CheckFailure) return describeFailure(error);
    throw error;
  }
  const missing = whyInstall();
  return missing === null ? null : `${missing}: run "npm run check:apex -- --install".`;
}
