import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ApexDecimal } from '../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { decimalToInteger } from '../../../sandbox/salesforce/apex/library/number/convert-number.ts';
import { ApexId } from '../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { readSource } from '../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { runJobs, runScheduledJob } from '../../../sandbox/salesforce/org/async/run-jobs.ts';
import { installPackage } from '../../../sandbox/salesforce/org/deploy/install-package.ts';
import { runUninstallHandler } from '../../../sandbox/salesforce/org/deploy/run-handlers.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const folders = ['engine', 'app'].map((folder) => path.join(root, 'salesforce', folder));
const lead = "insert new Lead(LastName = 'Weber', Company = 'Weber Bau', Email = 'jana@weber-bau.example');";

const wholeOf = (value: unknown): number => decimalToInteger(value as ApexDecimal);

describe.each([
  ['without a namespace', null],
  ['as a managed package', 'sbx'],
])('the package, installed %s', (_, namespace) => {
  const installed = installPackage({ folders, namespace, postInstall: { className: 'SbxInstall' } });
  const { org, program } = installed;
  const prefix = namespace === null ? '' : `${namespace}__`;
  const rows = (object: string) =>
    [...org.store.recordsOf(object.startsWith('Sbx') ? `${prefix}${object}` : object)].filter(
      (each) => !each.isDeleted,
    );
  const valueOf = (object: string, field: string) =>
    rows(object).map((each) => each.fields.get(`${prefix}${field}`.toLowerCase()));

  test('has done every step of its installation', () => {
    expect(runJobs(program, org).failed).toEqual([]);
    expect(valueOf('SbxIncident__c', 'Found__c')).toEqual([]);
    expect(valueOf('SbxRevision__c', 'Number__c').map(wholeOf)).toEqual([1]);
    expect(rows('SbxSnapshot__c')).toHaveLength(2);
    expect(rows('SbxListEntry__c')).toHaveLength(21_740);
    expect(rows('CronTrigger')).toHaveLength(7);
  });

  test('decides a lead that comes in, in observe mode, and seals the decision', () => {
    const unit = readSource(lead, 'lead', 'anonymous');
    if (unit.kind === 'problems') throw new Error(JSON.stringify(unit));
    org.transact(() => program.begin().runAnonymous(unit));
    expect(runJobs(program, org).failed).toEqual([]);
    expect(valueOf('SbxDecision__c', 'Mode__c')).toEqual(['observe']);
    expect(valueOf('SbxDecision__c', 'SealNumber__c')).toEqual([undefined]);
    runScheduledJob(program, org, 'Signalbox seal');
    expect(runJobs(program, org).failed).toEqual([]);
    expect(valueOf('SbxDecision__c', 'SealNumber__c').map(wholeOf)).toEqual([1]);
    expect(valueOf('SbxIncident__c', 'Found__c')).toEqual([]);
  });

  test('finds what it ships though another package has something of the same name', () => {
    const others = [
      ['CustomNotificationType', 'developername', 'SbxAlert', '0ML000000000000AAA'],
      ['StaticResource', 'name', 'SbxStarterPolicy', '081000000000000AAA'],
    ] as const;
    const start = org.savepoint();
    for (const [objectName, name, value, id] of others) {
      const fields = new Map<string, unknown>([
        ['id', new ApexId(id)],
        ['isdeleted', false],
        [name, value],
        ['namespaceprefix', 'other'],
      ]);
      org.store.put({ objectName, id, fields, isDeleted: false });
    }
    const found = program.begin().call('SbxClockReads', 'selectNotificationTypeId', []);
    expect(found).toBeInstanceOf(ApexId);
    expect(found).not.toEqual(new ApexId(others[0][3]));
    const text = program.begin().call('SbxResourceText', 'read', ['SbxStarterPolicy']);
    expect(text).toContain('Starter policy');
    org.rollback(start);
  });

  test('goes with its schedules and leaves its records', () => {
    expect(runUninstallHandler(installed, 'SbxUninstall')).toBeNull();
    expect(rows('CronTrigger')).toEqual([]);
    expect(rows('SbxDecision__c')).toHaveLength(1);
  });
});
