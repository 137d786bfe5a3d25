import { describe, expect, it } from '@jest/globals';
import { ApexDecimal } from '../../../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { type ApexMap } from '../../../../../sandbox/salesforce/apex/library/collection/apex-map.ts';
import { ApexSObject, recordTypeOf } from '../../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { readField, writeField } from '../../../../../sandbox/salesforce/apex/library/record/field-access.ts';
import { readObjectTable } from '../../../../../sandbox/salesforce/apex/library/record/read-object-table.ts';
import {
  sObjectFieldToken,
  sObjectTypeToken,
} from '../../../../../sandbox/salesforce/apex/library/record/schema-tokens.ts';
import { standardObjects } from '../../../../../sandbox/salesforce/apex/library/record/standard-objects.ts';
import { ApexId } from '../../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { textOf } from '../../../../../sandbox/salesforce/apex/run/values.ts';
import { decimalType, idType, stringType } from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { method, run, thrownBy } from '../system/library-calls.ts';

const onRecord = (signature: string) => method('System.SObject', signature);
const get = onRecord('Object get(String fieldName)');
const put = onRecord('Object put(String fieldName, Object value)');
const newRecord = (objectName: string) => new ApexSObject(recordTypeOf(objectName));

describe('a field of a record', () => {
  it('is written and read by a name in any case', () => {
    const lead = newRecord('Lead');
    run(() => {
      writeField(lead, 'LASTNAME', 'Lovelace');
      expect(readField(lead, 'lastName')).toBe('Lovelace');
      expect(textOf(lead)).toBe('Lead:{LastName=Lovelace}');
    });
  });

  it('that was never set is null, and a checkbox reads as false', () => {
    const lead = newRecord('Lead');
    run(() => {
      expect(readField(lead, 'Company')).toBeNull();
      expect(readField(lead, 'IsConverted')).toBe(false);
      expect(get(lead, 'IsConverted')).toBeNull();
    });
  });

  it('has the words of the platform for a name the object does not have', () => {
    expect(thrownBy(() => get(newRecord('Lead'), 'Colour'))).toBe(
      'System.SObjectException: Invalid field Colour for Lead',
    );
    expect(thrownBy(() => put(newRecord('Lead'), 'Colour', 'red'))).toBe(
      'System.SObjectException: Invalid field Colour for Lead',
    );
  });

  it('converts as an assignment does, and refuses what would not compile', () => {
    const account = newRecord('Account');
    run(() => {
      expect(put(account, 'AnnualRevenue', 5)).toBeNull();
      expect(get(account, 'AnnualRevenue')).toEqual(new ApexDecimal(5n, 0));
      put(account, 'OwnerId', '005000000000001');
      expect(get(account, 'OwnerId')).toEqual(new ApexId('005000000000001AAA'));
    });
    expect(thrownBy(() => put(account, 'AnnualRevenue', 'much'))).toBe(
      'System.SObjectException: Illegal assignment from String to Decimal',
    );
  });

  it('that a query did not ask for cannot be read', () => {
    const lead = newRecord('Lead');
    lead.queried = new Set(['lastname']);
    expect(run(() => readField(lead, 'LastName'))).toBeNull();
    expect(thrownBy(() => readField(lead, 'Company'))).toBe(
      'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Lead.Company',
    );
  });

  it('of a record that triggers may only read cannot be written', () => {
    const lead = newRecord('Lead');
    lead.isReadOnly = true;
    expect(thrownBy(() => put(lead, 'Company', 'x'))).toBe('System.FinalException: Record is read-only');
  });

  it('may be named by its token', () => {
    const account = newRecord('Account');
    const byToken = onRecord('Object get(Schema.SObjectField field)');
    run(() => {
      writeField(account, 'Name', 'Acme');
      expect(byToken(account, sObjectFieldToken('Account', 'Name'))).toBe('Acme');
    });
    expect(thrownBy(() => byToken(account, sObjectFieldToken('Lead', 'Company')))).toContain(
      'Lead.Company does not belong to SObject type Account',
    );
  });
});

describe('related records', () => {
  it('are read under their relationship’s name and asked for by the field too', () => {
    const contact = newRecord('Contact');
    const account = newRecord('Account');
    run(() => {
      onRecord('SObject putSObject(String fieldName, SObject value)')(contact, 'Account', account);
      expect(readField(contact, 'Account')).toBe(account);
      expect(onRecord('SObject getSObject(String fieldName)')(contact, 'accountid')).toBe(account);
      expect(textOf(readField(account, 'Contacts'))).toBe('()');
    });
    expect(thrownBy(() => onRecord('SObject getSObject(String fieldName)')(contact, 'Email'))).toContain(
      'Invalid relationship Email for Contact',
    );
  });
});

describe('a copy of a record', () => {
  const original = newRecord('Contact');
  run(() => {
    writeField(original, 'Id', '003000000000001AAA');
    writeField(original, 'LastName', 'Hopper');
    writeField(original, 'Account', new ApexSObject(recordTypeOf('Account'), new Map([['name', 'Navy']])));
  });

  it('has no id, unless it is asked to keep it', () => {
    const copy = onRecord('SObject clone()')(original) as ApexSObject;
    expect(copy.fields.has('id')).toBe(false);
    expect(copy.fields.get('account')).toBe(original.fields.get('account'));
    expect(onRecord('Boolean isClone()')(copy)).toBe(true);
    expect(onRecord('Id getCloneSourceId()')(copy)).toEqual(new ApexId('003000000000001AAA'));
    const kept = onRecord('SObject clone(Boolean preserveId)')(original, true) as ApexSObject;
    expect(kept.fields.get('id')).toEqual(new ApexId('003000000000001AAA'));
  });

  it('has copies of related records where it is deep', () => {
    const deep = onRecord('SObject clone(Boolean preserveId, Boolean isDeepClone)')(
      original,
      false,
      true,
    ) as ApexSObject;
    expect(deep.fields.get('account')).not.toBe(original.fields.get('account'));
    expect(run(() => textOf(deep.fields.get('account')))).toBe('Account:{Name=Navy}');
  });
});

describe('a record', () => {
  it('tells which fields are set', () => {
    const lead = newRecord('Lead');
    run(() => {
      writeField(lead, 'company', 'Acme');
      writeField(lead, 'email', null);
      expect(textOf(onRecord('Map<String,Object> getPopulatedFieldsAsMap()')(lead))).toBe('{Company=Acme, Email=null}');
      expect(onRecord('Boolean isSet(String fieldName)')(lead, 'Email')).toBe(true);
      expect(onRecord('Boolean isSet(String fieldName)')(lead, 'Phone')).toBe(false);
    });
  });

  it('keeps the errors that were added', () => {
    const lead = newRecord('Lead');
    run(() => {
      onRecord('void addError(String errorMsg)')(lead, 'No owner');
      onRecord('void addError(String fieldName, String errorMsg)')(lead, 'email', 'Not an address');
    });
    expect(onRecord('Boolean hasErrors()')(lead)).toBe(true);
    const errors = lead.errors.map((error) => [error.message, error.fields]);
    expect(errors).toEqual([
      ['No owner', []],
      ['Not an address', ['Email']],
    ]);
    const status = method('Database.Error', 'System.StatusCode getStatusCode()')(lead.errors[0]);
    expect(textOf(status)).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION');
  });
});

describe('describing', () => {
  it('finds objects and fields by names in any case', () => {
    run(() => {
      const all = method('System.Schema', 'Map<String,Schema.SObjectType> getGlobalDescribe()')() as ApexMap;
      const token = all.get('LEAD');
      expect(token).toBe(sObjectTypeToken('Lead'));
      const described = method('Schema.SObjectType', 'Schema.DescribeSObjectResult getDescribe()')(token);
      expect(method('Schema.DescribeSObjectResult', 'String getKeyPrefix()')(described)).toBe('00Q');
      const fields = method('Schema.DescribeSObjectResult', 'Schema.SObjectTypeFields fields')(described);
      const map = method('Schema.SObjectTypeFields', 'Map<String,Schema.SObjectField> getMap()')(fields) as ApexMap;
      expect(map.get('AnnualRevenue')).toBe(sObjectFieldToken('Lead', 'AnnualRevenue'));
      expect(map.keys()).toContain('annualrevenue');
    });
  });

  it('tells the type of a field and where it points to', () => {
    run(() => {
      const describeField = method('Schema.SObjectField', 'Schema.DescribeFieldResult getDescribe()');
      const owner = describeField(sObjectFieldToken('Lead', 'OwnerId'));
      const on = (signature: string) => method('Schema.DescribeFieldResult', signature);
      expect(textOf(on('Schema.DisplayType getType()')(owner))).toBe('REFERENCE');
      expect(textOf(on('List<Schema.SObjectType> getReferenceTo()')(owner))).toBe('(User, Group)');
      expect(on('String getRelationshipName()')(owner)).toBe('Owner');
      const rating = describeField(sObjectFieldToken('Lead', 'Rating'));
      expect(textOf(on('Schema.DisplayType getType()')(rating))).toBe('PICKLIST');
    });
  });

  it('makes records', () => {
    const made = run(() =>
      method('Schema.SObjectType', 'SObject newSObject(Id id)')(
        sObjectTypeToken('Lead'),
        new ApexId('00Q000000000001EAA'),
      ),
    ) as ApexSObject;
    expect(made.type).toBe(recordTypeOf('Lead'));
    expect(made.fields.get('id')).toEqual(new ApexId('00Q000000000001EAA'));
  });
});

describe('the table of objects', () => {
  it('gives types, relationships and children', () => {
    const [region] = readObjectTable(`
Region__c a01 "Region"
  string: Name
  percent: Share__c
  reference: Parent__c>Region__c Manager__c>User=Boss__r OwnerId>User,Group
  children: Leads__r=Lead
`);
    const field = (name: string) => region?.fields.get(name);
    expect([region?.name, region?.keyPrefix, region?.label]).toEqual(['Region__c', 'a01', 'Region']);
    expect([field('name')?.type, field('share__c')?.type, field('id')?.type]).toEqual([
      stringType,
      decimalType,
      idType,
    ]);
    expect(field('parent__c')?.relationshipName).toBe('Parent__r');
    expect(field('manager__c')?.relationshipName).toBe('Boss__r');
    expect(field('ownerid')?.referenceTo).toEqual(['User', 'Group']);
    expect(region?.children.get('leads__r')).toBe('Lead');
  });

  it('has children and parents that fit together in the standard objects', () => {
    const objects = new Map(standardObjects().map((each) => [each.name, each]));
    const missing = [...objects.values()].flatMap((parent) =>
      [...parent.children].filter(([, childName]) => {
        const child = objects.get(childName);
        return (
          child !== undefined && ![...child.fields.values()].some((field) => field.referenceTo.includes(parent.name))
        );
      }),
    );
    expect(missing).toEqual([]);
  });

  it('names every object once', () => {
    const names = standardObjects().map((each) => each.name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});
