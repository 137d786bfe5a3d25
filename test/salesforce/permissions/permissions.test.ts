import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { callableClasses, permissionSets } from '../../../salesforce/permissions/access-table.ts';
import { permissionFiles, permissionsFolder } from '../../../salesforce/permissions/permission-files.ts';
import { readPackage } from '../../../salesforce/permissions/read-package.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const app = path.join(root, 'salesforce', 'app');
const parts = readPackage(app);
const files = permissionFiles(root);

/** What a permission set grants on an object or field, read from the written file. */
function grants(set: string, kind: 'fieldPermissions' | 'objectPermissions', of: string): string | null {
  const text = files.get(`${set}.permissionset-meta.xml`) ?? '';
  const blocks = text.split(`<${kind}>`).slice(1);
  const name = kind === 'fieldPermissions' ? 'field' : 'object';
  return blocks.find((each) => each.includes(`<${name}>${of}</${name}>`))?.split(`</${kind}>`)[0] ?? null;
}

/** Classes that people or programs call from outside of Apex. */
function calledClasses(): string[] {
  const names = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (each) => each.endsWith('.cls') && each.includes(`${path.sep}classes${path.sep}`),
  );
  const called = names.filter((each) => {
    const text = readFileSync(path.join(app, each), 'utf8');
    return /@AuraEnabled\s*(\([^)]*\))?\s*public static|@RestResource|@InvocableMethod/.test(text);
  });
  return called.map((each) => path.basename(each, '.cls')).sort();
}

describe('permission sets', () => {
  test('are what the access table and the package’s fields were written to', () => {
    const folder = path.join(root, permissionsFolder);
    expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort());
    for (const [file, text] of files) expect(readFileSync(path.join(folder, file), 'utf8')).toBe(text);
  });

  test('name only objects and fields that there are', () => {
    const events = new Set(['SbxDecided__e', 'SbxAlert__e']);
    for (const { grants: all } of permissionSets(parts.rules)) {
      for (const { object, fields = {} } of all) {
        const own = parts.fields.get(object)?.map((each) => each.name) ?? [];
        expect([object, own.length > 0 || events.has(object)]).toEqual([object, true]);
        for (const name of Object.keys(fields).filter((each) => each.endsWith('__c'))) expect(own).toContain(name);
      }
    }
  });

  test('let a rep read no rule and write nothing that was decided', () => {
    for (const object of [...parts.rules, 'SbxLedger__c', 'SbxRevision__c', 'SbxSnapshot__c'])
      expect(grants('SbxRep', 'objectPermissions', object)).toBeNull();
    expect(grants('SbxRep', 'objectPermissions', 'SbxDecision__c')).toContain('<allowEdit>false');
    expect(grants('SbxRep', 'objectPermissions', 'SbxDecision__c')).toContain('<viewAllRecords>false');
    expect(grants('SbxRep', 'fieldPermissions', 'SbxDecision__c.PersonalText__c')).toBeNull();
    expect(grants('SbxRep', 'fieldPermissions', 'Lead.SbxFitScore__c')).toContain('<editable>false');
    expect(grants('SbxRep', 'fieldPermissions', 'Lead.SbxBudget__c')).toContain('<editable>true');
  });

  test('let nobody write a score, a decision or a ledger', () => {
    for (const set of ['SbxAdmin', 'SbxOps', 'SbxRep', 'SbxIntegration']) {
      for (const object of ['SbxDecision__c', 'SbxLedger__c', 'SbxClock__c', 'SbxSnapshot__c'])
        expect(grants(set, 'objectPermissions', object) ?? '<allowEdit>false').toContain('<allowEdit>false');
      for (const field of ['Lead.SbxFitScore__c', 'Lead.SbxState__c', 'Contact.SbxDecision__c'])
        expect(grants(set, 'fieldPermissions', field) ?? '<editable>false').toContain('<editable>false');
    }
  });

  test('let an integration send leads and activities, and change or read nothing else of ours', () => {
    expect(grants('SbxIntegration', 'objectPermissions', 'Lead')).toContain('<allowCreate>true');
    expect(grants('SbxIntegration', 'objectPermissions', 'Lead')).toContain('<allowEdit>false');
    expect(grants('SbxIntegration', 'objectPermissions', 'SbxActivity__c')).toContain('<allowCreate>true');
    for (const object of [...parts.rules, 'SbxDecision__c', 'SbxClock__c', 'SbxRep__c'])
      expect(grants('SbxIntegration', 'objectPermissions', object)).toBeNull();
  });

  test('keep publishing, editing rules and being left alone apart', () => {
    const having = (permission: string) =>
      permissionSets(parts.rules)
        .filter((each) => each.customPermissions.includes(permission))
        .map((each) => each.name);
    expect(having('SbxPublish')).toEqual(['SbxAdmin', 'SbxOps']);
    expect(having('SbxEditRules')).toEqual(['SbxAdmin', 'SbxOps']);
    expect(having('SbxBypass')).toEqual(['SbxBypass']);
  });

  test('let somebody call every class that is meant to be called, and no other', () => {
    expect(Object.keys(callableClasses).sort()).toEqual(calledClasses());
  });
});
