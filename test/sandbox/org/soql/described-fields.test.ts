import { describe, expect, it } from '@jest/globals';
import { booleanType, decimalType, idType, stringType } from '../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { describedField, type FieldSchema } from '../../../../sandbox/salesforce/org/schema/field-schema.ts';
import { column, idOf, query, refusal, SmallOrg } from './small-org.ts';

const picklist = {
  isRestricted: true,
  values: ['Low', 'Medium', 'High'].map((value) => ({
    value,
    label: `${value} heat`,
    isDefault: false,
    isActive: true,
  })),
};

function text(name: string, displayType: string, more: Partial<FieldSchema> = {}): FieldSchema {
  return describedField({ name, type: stringType, relationshipName: null, referenceTo: [], displayType }, more);
}

function lookup(name: string, childRelationshipName: string): FieldSchema {
  const relationshipName = name.replace('__c', '__r');
  const field = { name, type: idType, relationshipName, referenceTo: ['Probe__c'], displayType: 'REFERENCE' };
  return describedField(field, { childRelationshipName });
}

const fields = [
  describedField({ name: 'Id', type: idType, relationshipName: null, referenceTo: [], displayType: 'ID' }),
  text('Name', 'STRING'),
  text('Heat__c', 'PICKLIST', { picklist }),
  text('Code__c', 'STRING', { isCaseSensitive: true, isUnique: true }),
  text('Notes__c', 'TEXTAREA', { length: 32_768 }),
  text('Street__c', 'TEXTAREA', { length: 255 }),
  text('Formula__c', 'STRING', { formula: 'Name' }),
  describedField({ name: 'On__c', type: booleanType, relationshipName: null, referenceTo: [], displayType: 'BOOLEAN' }),
  describedField({
    name: 'Rate__c',
    type: decimalType,
    relationshipName: null,
    referenceTo: [],
    displayType: 'DOUBLE',
  }),
  lookup('First__c', 'Firsts'),
  lookup('Second__c', 'Seconds'),
];

const org = new SmallOrg();
org.objects.set('probe__c', {
  name: 'Probe__c',
  label: 'Probe',
  keyPrefix: 'a0p',
  fields: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
  children: new Map([
    ['firsts__r', 'Probe__c'],
    ['seconds__r', 'Probe__c'],
    ['others__r', 'Probe__c'],
  ]),
});
const root = org.add('Probe__c', { Name: 'a', Heat__c: 'High', Code__c: 'x' });
org.add('Probe__c', { Name: 'b', Heat__c: 'Low', Code__c: 'X', First__c: root });
org.add('Probe__c', { Name: 'c', Heat__c: 'Unlisted', Second__c: root });
org.add('Probe__c', { Name: 'd', Heat__c: 'Medium' });

const names = (clauses: string) => column(org, 'Name', `SELECT Name FROM Probe__c ${clauses}`);
const refused = (text: string) => refusal(() => query(org, text)).replace('System.QueryException: ', '');

describe('a field that a schema describes', () => {
  it('is sorted by the order of its values where it is a picklist', () => {
    expect(names('ORDER BY Heat__c')).toEqual(['b', 'd', 'a', 'c']);
    expect(names('ORDER BY Heat__c DESC')).toEqual(['c', 'a', 'd', 'b']);
  });

  it('has labels beside its values', () => {
    expect(column(org, 'Heat__c', 'SELECT toLabel(Heat__c) FROM Probe__c')).toEqual([
      'High heat',
      'Low heat',
      'Unlisted',
      'Medium heat',
    ]);
  });

  it('is compared by case where it was set up so', () => {
    expect(names("WHERE Code__c = 'X'")).toEqual(['b']);
    expect(names("WHERE Code__c IN ('x')")).toEqual(['a']);
  });

  it('cannot be searched, sorted and grouped where it is a long text', () => {
    expect(refused("SELECT Id FROM Probe__c WHERE Notes__c = 'x'")).toBe(
      "field 'Notes__c' can not be filtered in a query call",
    );
    expect(refused('SELECT Id FROM Probe__c ORDER BY Notes__c')).toBe(
      "field 'Notes__c' can not be sorted in a query call",
    );
    expect(refused('SELECT COUNT(Id) FROM Probe__c GROUP BY Notes__c')).toContain('can not be grouped');
    expect(names("WHERE Street__c = null AND Name = 'a'")).toEqual(['a']);
  });

  it('cannot be grouped where it is a formula or a custom number', () => {
    expect(refused('SELECT COUNT(Id) FROM Probe__c GROUP BY Formula__c')).toContain('can not be grouped');
    expect(refused('SELECT COUNT(Id) FROM Probe__c GROUP BY Rate__c')).toContain('can not be grouped');
    expect(query(org, 'SELECT On__c, COUNT(Id) FROM Probe__c GROUP BY On__c').totalSize).toBe(1);
  });

  it('tells which of several lookups a child relationship stands for', () => {
    const [row] = query(org, 'SELECT (SELECT Id FROM Firsts__r), (SELECT Id FROM Seconds__r) FROM Probe__c').rows;
    const idsOf = (name: string) =>
      (row?.fields.get(name) as { items: { fields: Map<string, unknown> }[] }).items.map((each) =>
        String(each.fields.get('id')),
      );
    expect(idsOf('firsts__r')).toEqual([idOf('a0p', 2)]);
    expect(idsOf('seconds__r')).toEqual([idOf('a0p', 3)]);
    expect(refused('SELECT (SELECT Id FROM Others__r) FROM Probe__c')).toContain(
      'the child relationship Probe__c.Others__r is not supported',
    );
  });
});
