import { describe, expect, test } from '@jest/globals';
import { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';
import type { StoredRecord } from '../../../../sandbox/salesforce/org/records/stored-record.ts';
import { Refusal } from '../../../../sandbox/salesforce/org/change/refusal.ts';
import { ApexSObject, recordTypeOf } from '../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';

const flow = (label: string, status: string): string => `<Flow><apiVersion>65.0</apiVersion><label>${label}</label>
  <processType>AutoLaunchedFlow</processType><start><connector><targetReference>Rate</targetReference></connector>
  <object>Lead</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start>
  <assignments><name>Rate</name><assignmentItems><assignToReference>$Record.Rating</assignToReference><operator>Assign</operator>
  <value><stringValue>Hot</stringValue></value></assignmentItems></assignments><status>${status}</status></Flow>`;

const org = new InMemoryOrg({
  files: new Map([
    [
      'assignmentRules/Lead.assignmentRules-meta.xml',
      `<AssignmentRules><assignmentRule><fullName>West</fullName><active>true</active></assignmentRule>
       <assignmentRule><fullName>Old</fullName><active>false</active></assignmentRule></AssignmentRules>`,
    ],
    [
      'duplicateRules/Lead.Same_Email.duplicateRule-meta.xml',
      `<DuplicateRule><actionOnInsert>Block</actionOnInsert><actionOnUpdate>Allow</actionOnUpdate>
       <isActive>true</isActive><masterLabel>Same e-mail</masterLabel><sortOrder>1</sortOrder></DuplicateRule>`,
    ],
    ['flows/Rate_Lead.flow-meta.xml', flow('Rate a lead', 'Active')],
    ['flows/Old_Flow.flow-meta.xml', flow('Old flow', 'Obsolete')],
  ]),
});

const find = (query: string): StoredRecord['fields'][] =>
  org.query(query, [], null).map((each) => (each as ApexSObject).fields);

describe('the rules of a package can be read', () => {
  test('assignment rules with whether they are active', () => {
    const rules = find("SELECT Name, Active FROM AssignmentRule WHERE SobjectType = 'Lead' ORDER BY Name");
    expect(rules.map((each) => [each.get('name'), each.get('active')])).toEqual([
      ['Old', false],
      ['West', true],
    ]);
  });

  test('duplicate rules by developer name and label', () => {
    const rules = find('SELECT DeveloperName, MasterLabel, IsActive, SobjectType FROM DuplicateRule');
    expect(rules.map((each) => each.get('masterlabel'))).toEqual(['Same e-mail']);
    expect(rules[0]?.get('developername')).toBe('Same_Email');
  });

  test('flows with their object, their time and the version that is active', () => {
    const flows = find(
      'SELECT ApiName, TriggerType, TriggerObjectOrEventId, ActiveVersionId FROM FlowDefinitionView WHERE ActiveVersionId != NULL',
    );
    expect(flows.map((each) => each.get('apiname'))).toEqual(['Rate_Lead']);
    expect(flows[0]?.get('triggertype')).toBe('RecordBeforeSave');
    expect(flows[0]?.get('triggerobjectoreventid')).toBe('Lead');
    const versions = find('SELECT DurableId, Status FROM FlowVersionView ORDER BY Status');
    expect(versions.map((each) => each.get('status'))).toEqual(['Active', 'Obsolete']);
    expect(versions[0]?.get('durableid')).toBe(flows[0]?.get('activeversionid'));
    expect(org.schema.demand('FlowDefinitionView').fields.has('createddate')).toBe(false);
  });

  test.each(['AssignmentRule', 'DuplicateRule', 'FlowDefinitionView', 'FlowVersionView'])('%s takes no DML', (name) => {
    const record = new ApexSObject(recordTypeOf(name), new Map());
    expect(() => org.changes.apply('insert', [record], { allOrNone: true })).toThrow(Refusal);
  });

  test('users without the permission to look into setup may read assignment rules alone', () => {
    const integration = [...org.store.recordsOf('User')].find(
      (each) => each.fields.get('username') === 'integration.user@example.com',
    );
    const { permissions } = org.access.of(integration?.id ?? '');
    const mayRead = (name: string): boolean => permissions.mayObject(org.schema.demand(name), 'read');
    expect(mayRead('AssignmentRule')).toBe(true);
    expect([mayRead('DuplicateRule'), mayRead('FlowDefinitionView')]).toEqual([false, false]);
  });
});
