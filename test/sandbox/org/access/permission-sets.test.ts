import { describe, expect, it } from '@jest/globals';
import { Unsupported } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';
import { accessPackage, beginAccess, fieldRights, objectRights, permissionSet } from './begin-access.ts';

const deploy = (inner: string) => () =>
  new InMemoryOrg({ files: new Map([...accessPackage, permissionSet('Tried', inner)]) });

describe('a permission set', () => {
  it('is described to queries', () => {
    const { run } = beginAccess();
    expect(
      run(`PermissionSet found = [SELECT Label, IsOwnedByProfile, (SELECT SobjectType, PermissionsCreate FROM ObjectPerms ORDER BY SobjectType),
          (SELECT Field, PermissionsEdit FROM FieldPerms ORDER BY Field), (SELECT SetupEntityType FROM SetupEntityAccessItems ORDER BY SetupEntityType)
        FROM PermissionSet WHERE Name = 'Planner'];
        return found.Label + ' ' + found.IsOwnedByProfile + ' ' + found.ObjectPerms[0].SobjectType + ' ' + found.FieldPerms.size() + ' ' +
          found.FieldPerms[0].Field + ' ' + found.FieldPerms[0].PermissionsEdit + ' ' + found.SetupEntityAccessItems[0].SetupEntityType;`),
    ).toBe('Planner false Plan__c 4 Plan__c.Kind__c false ApexClass');
  });

  it('cannot grant what is not there', () => {
    expect(deploy(objectRights('Nothing__c', 'R'))).toThrow(
      'Tried.permissionset-meta.xml: no object named Nothing__c was found',
    );
    expect(deploy(fieldRights('Plan__c.Nothing__c', true))).toThrow('no field named Plan__c.Nothing__c was found');
    expect(deploy('<customPermissions><enabled>true</enabled><name>No</name></customPermissions>')).toThrow(
      'no custom permission named No was found',
    );
    expect(deploy('<userPermissions><enabled>true</enabled><name>FlyHigh</name></userPermissions>')).toThrow(
      'the user permission FlyHigh is not known here',
    );
    expect(deploy('<objectPermision/>')).toThrow('<objectPermision> is not known');
  });

  it('cannot grant fields that everybody may use, nor change without reading', () => {
    expect(deploy(fieldRights('Step__c.Plan__c', true))).toThrow('Step__c.Plan__c can have no field permissions');
    expect(deploy(fieldRights('Lead.LastName', true))).toThrow('Lead.LastName can have no field permissions');
    expect(deploy(objectRights('Plan__c', 'C'))).toThrow('on Plan__c, allowCreate depends on allowRead');
  });

  it('grants user permissions, and what rows say that were inserted later', () => {
    const begun = beginAccess([], {
      files: new Map([
        ...accessPackage,
        permissionSet('Sees', '<userPermissions><enabled>true</enabled><name>ViewAllData</name></userPermissions>'),
      ]),
      sharingModels: { Lead: 'Private' },
    });
    begun.run("insert new Lead(LastName = 'Theirs', Company = 'C'); return null;");
    const seen = () => begun.as('standard', 'result = [SELECT COUNT() FROM Lead WITH USER_MODE];');
    expect(seen()).toBe('0');
    begun.assign('standard', 'Sees');
    expect(seen()).toBe('1');
    const made = `PermissionSet made = new PermissionSet(Name = 'Made', Label = 'Made'); insert made;
      insert new ObjectPermissions(ParentId = made.Id, SobjectType = 'Plan__c', PermissionsRead = true, PermissionsCreate = true);
      insert new PermissionSetAssignment(PermissionSetId = made.Id, AssigneeId = '005000000000002AAA'); return null;`;
    begun.run(made);
    expect(begun.as('standard', "insert as user new Plan__c(Name = 'x'); result = 'saved';")).toBe('saved');
  });

  it('ends when its assignment expires', () => {
    let now = Date.UTC(2026, 10, 21);
    const begun = beginAccess([], { now: () => now });
    begun.run(`insert new PermissionSetAssignment(PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Planner'].Id,
      AssigneeId = '005000000000002AAA', ExpirationDate = Datetime.newInstanceGmt(2026, 11, 22)); return null;`);
    const may = () => begun.org.access.of('005000000000002AAA').permissions.hasCustomPermission('SeePlans');
    expect(may()).toBe(true);
    now += 86_400_000;
    expect(may()).toBe(false);
  });

  it('is granted for as long as its transaction stands', () => {
    const begun = beginAccess();
    const count = () => begun.as('standard', 'result = [SELECT COUNT() FROM Plan__c WITH USER_MODE];');
    const lost = `insert new PermissionSetAssignment(
        PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Planner'].Id, AssigneeId = '005000000000002AAA');
      User other = [SELECT Id FROM User WHERE Username = 'standard.user@example.com'];
      System.runAs(other) { System.assertEquals(0, [SELECT COUNT() FROM Plan__c WITH USER_MODE]); }
      return 1 / 0;`;
    expect(begun.run(lost)).toBe('System.MathException: Divide by 0');
    expect(count()).toContain("'Plan__c' is not supported");
    begun.assign('standard', 'Planner');
    expect(count()).toBe('0');
    begun.run(`Savepoint before = Database.setSavepoint(); delete [SELECT Id FROM PermissionSetAssignment];
      Database.rollback(before); return null;`);
    expect(count()).toBe('0');
  });
});

describe('metadata that grants in ways that are not built', () => {
  it.each(['sharingRules', 'profile', 'permissionsetgroup', 'mutingpermissionset'])('is refused: %s', (kind) => {
    expect(() => new InMemoryOrg({ files: new Map([[`x/Lead.${kind}-meta.xml`, '<x/>']]) })).toThrow(Unsupported);
  });
});
