import { beforeEach, describe, expect, it } from '@jest/globals';
import { accessPackage, beginAccess, type AccessBegun } from './begin-access.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const eventFile = `${head}<CustomObject xmlns="x"><label>Ping</label><pluralLabel>Pings</pluralLabel>
  <eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`;
const eventField = `${head}<CustomField xmlns="x"><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>80</length></CustomField>`;
const files = new Map([
  ...accessPackage,
  ['objects/Ping__e/Ping__e.object-meta.xml', eventFile],
  ['objects/Ping__e/fields/Text__c.field-meta.xml', eventField],
]);

describe('an administrator after a plain deployment', () => {
  let begun: AccessBegun;
  beforeEach(() => {
    begun = beginAccess([], { files, fieldAccess: 'asDeployed' });
    begun.run(`
      Plan__c plan = new Plan__c(Name = 'One', Size__c = 2);
      insert as system plan;
      insert as system new Step__c(Plan__c = plan.Id, Size__c = 1);
      return null;`);
  });
  const asAdministrator = (statements: string) => begun.as('administrator', statements);

  it('has the new objects, but no new field, on objects of the platform neither', () => {
    expect(asAdministrator('result = [SELECT Name FROM Plan__c WITH USER_MODE].Name;')).toBe('One');
    expect(asAdministrator('result = [SELECT Size__c FROM Plan__c WITH USER_MODE];')).toContain(
      "No such column 'Size__c'",
    );
    expect(asAdministrator('result = [SELECT Score__c FROM Lead WITH USER_MODE];')).toContain(
      "No such column 'Score__c'",
    );
    expect(asAdministrator("insert as user new Plan__c(Name = 'Two'); result = 'saved';")).toBe('saved');
    expect(asAdministrator('insert as user new Plan__c(Size__c = 1);')).toContain('fields being inaccessible');
    expect(asAdministrator('result = Plan__c.Size__c.getDescribe().isAccessible();')).toBe('false');
  });

  it('has the fields of the platform, masters and what system mode reads', () => {
    expect(asAdministrator('result = [SELECT COUNT() FROM Lead WHERE Email = null WITH USER_MODE];')).toBe('0');
    expect(asAdministrator('result = [SELECT Plan__r.Name FROM Step__c WITH USER_MODE].Plan__r.Name;')).toBe('One');
    expect(asAdministrator('result = [SELECT Size__c FROM Plan__c WITH SYSTEM_MODE].Size__c;')).toBe('2');
  });

  it('publishes events with all their fields, which have no permissions', () => {
    expect(asAdministrator('result = Ping__e.Text__c.getDescribe().isCreateable();')).toBe('true');
    expect(asAdministrator("result = EventBus.publish(new Ping__e(Text__c = 'x')).isSuccess();")).toBe('true');
  });

  it('has what an assigned permission set grants', () => {
    begun.assign('administrator', 'Planner');
    expect(asAdministrator('result = [SELECT Size__c FROM Plan__c WITH USER_MODE].Size__c;')).toBe('2');
    expect(asAdministrator('result = [SELECT Key__c FROM Plan__c WITH USER_MODE];')).toContain(
      "No such column 'Key__c'",
    );
  });
});
