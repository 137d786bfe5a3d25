import { beginOrg, smallPackage, type Begun } from '../change/begin-org.ts';
import type { InMemoryOrgOptions } from '../../../../sandbox/salesforce/org/in-memory-org.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** A permission set's file: permissionSet('Reader', '<objectPermissions>…'). */
export function permissionSet(name: string, inner: string): [string, string] {
  return [
    `permissionsets/${name}.permissionset-meta.xml`,
    `${head}<PermissionSet xmlns="x"><label>${name}</label>${inner}</PermissionSet>`,
  ];
}

/** Letters of objectRights('Plan__c', 'RCED') are what is granted: read, create, edit, delete, V(iew all), M(odify all). */
export function objectRights(object: string, letters: string): string {
  const flags = Object.entries({
    R: 'allowRead',
    C: 'allowCreate',
    E: 'allowEdit',
    D: 'allowDelete',
    V: 'viewAllRecords',
    M: 'modifyAllRecords',
  }).map(([letter, name]) => `<${name}>${String(letters.includes(letter))}</${name}>`);
  return `<objectPermissions>${flags.join('')}<object>${object}</object></objectPermissions>`;
}

export function fieldRights(field: string, isEditable: boolean): string {
  return `<fieldPermissions><editable>${String(isEditable)}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;
}

/** The small package with what a planner may do, a custom permission, and a type of custom metadata. */
export const accessPackage: ReadonlyMap<string, string> = new Map([
  ...smallPackage,
  [
    'customPermissions/SeePlans.customPermission-meta.xml',
    `${head}<CustomPermission xmlns="x"><label>See plans</label><isLicensed>false</isLicensed></CustomPermission>`,
  ],
  [
    'objects/Choice__mdt/Choice__mdt.object-meta.xml',
    `${head}<CustomObject xmlns="x"><label>Choice</label><pluralLabel>Choices</pluralLabel></CustomObject>`,
  ],
  ['customMetadata/Choice.First.md-meta.xml', `${head}<CustomMetadata xmlns="x"><label>First</label></CustomMetadata>`],
  permissionSet(
    'Planner',
    objectRights('Plan__c', 'RCE') +
      objectRights('Step__c', 'RCED') +
      fieldRights('Plan__c.Size__c', true) +
      fieldRights('Plan__c.Kind__c', false) +
      fieldRights('Plan__c.Twice__c', false) +
      fieldRights('Step__c.Size__c', true) +
      '<classAccesses><apexClass>Door</apexClass><enabled>true</enabled></classAccesses>' +
      '<customPermissions><enabled>true</enabled><name>SeePlans</name></customPermissions>' +
      '<customMetadataTypeAccesses><enabled>true</enabled><name>Choice__mdt</name></customMetadataTypeAccesses>' +
      '<tabSettings><tab>Plan__c</tab><visibility>Visible</visibility></tabSettings>',
  ),
  permissionSet(
    'LeadReader',
    objectRights('Lead', 'R') + fieldRights('Lead.Email', false) + fieldRights('Lead.Address', true),
  ),
  permissionSet('Overseer', objectRights('Plan__c', 'RV')),
  permissionSet('Chief', objectRights('Plan__c', 'RCEDVM')),
]);

export const usernames = {
  administrator: 'running.user@example.com',
  standard: 'standard.user@example.com',
  guest: 'guest.user@example.com',
  integration: 'integration.user@example.com',
  automatedProcess: 'automated.process@example.com',
} as const;
export type Who = keyof typeof usernames;

export interface AccessBegun extends Begun {
  /** As `run`, as one of the users. */
  readonly as: (who: Who, statements: string) => string;
  readonly assign: (who: Who, permissionSetName: string) => string;
}

/** An org with the package, in which statements may run as any of its users. */
export function beginAccess(
  classes: readonly string[] = [],
  options: InMemoryOrgOptions = {},
  triggers: readonly string[] = [],
): AccessBegun {
  const begun = beginOrg(triggers, classes, { files: accessPackage, ...options });
  const find = (who: Who) => `[SELECT Id FROM User WHERE Username = '${usernames[who]}']`;
  return {
    ...begun,
    as: (who, statements) =>
      begun.run(`Object result; User other = ${find(who)}; System.runAs(other) { ${statements} } return result;`),
    assign: (who, name) =>
      begun.run(`
        PermissionSet given = [SELECT Id FROM PermissionSet WHERE Name = '${name}'];
        User receiver = ${find(who)};
        insert new PermissionSetAssignment(PermissionSetId = given.Id, AssigneeId = receiver.Id);
        return 'assigned';`),
  };
}
