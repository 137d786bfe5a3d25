import { describe, expect, it } from '@jest/globals';
import { standardObjects } from '../../../../sandbox/salesforce/apex/library/record/standard-objects.ts';
import { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';
import { describeStandard } from '../../../../sandbox/salesforce/org/schema/describe-standard.ts';
import { buildSchema } from '../../../../sandbox/salesforce/org/schema/org-schema.ts';
import { readXml } from '../../../../sandbox/salesforce/org/schema/read-xml.ts';
import { smallPackage } from '../change/begin-org.ts';

describe('the reader of metadata files', () => {
  it('reads elements, attributes, entities and comments', () => {
    const read = readXml(
      '<?xml version="1.0"?>\n<a x="1 &lt; 2"><!-- no --><b> one &amp; &#116;wo </b><c/></a>',
      'a.xml',
    );
    expect(read.attributes.get('x')).toBe('1 < 2');
    expect(read.children.map((each) => [each.name, each.text])).toEqual([
      ['b', 'one & two'],
      ['c', ''],
    ]);
  });

  it.each([
    ['<a><b></a>', 'a.xml:1 </a> closes <b>.'],
    ['<a>\n<b>', 'a.xml:2 <b> is not closed.'],
    ['<a/><b/>', 'a.xml:1 There is a second root element.'],
    ['<a>&nope;</a>', 'a.xml:1 &nope; is no entity of XML.'],
    ['<!DOCTYPE a><a/>', 'a.xml:1 This is no tag.'],
    ['', 'a.xml:1 There is no element.'],
  ])('refuses %j', (text, message) => {
    expect(() => readXml(text, 'a.xml')).toThrow(message);
  });
});

describe('the schema of an org', () => {
  const schema = buildSchema(smallPackage);

  it('has rules only for fields that standard objects have', () => {
    expect(() => standardObjects().map(describeStandard)).not.toThrow();
  });

  it('adds fields of a package to standard objects and names the lists of children', () => {
    expect(schema.demand('lead').fields.get('score__c')?.precision).toBe(3);
    expect(schema.demand('Lead').children.get('logs__r')).toBe('Log__c');
    expect(schema.demand('Lead').children.get('tasks')).toBe('Task');
  });

  it('gives custom objects prefixes in the order of their names and an owner unless they are details', () => {
    expect(['Log__c', 'Plan__c', 'Step__c'].map((each) => schema.demand(each).keyPrefix)).toEqual([
      'a01',
      'a02',
      'a03',
    ]);
    expect(schema.demand('Plan__c').fields.has('ownerid')).toBe(true);
    expect(schema.demand('Step__c').fields.has('ownerid')).toBe(false);
    expect(schema.find('Plan__Share')?.fields.has('parentid')).toBe(true);
    expect(schema.find('Step__Share')).toBeNull();
  });

  it('keeps a standard field as it is where a package only changes something of it', () => {
    const changed = buildSchema(
      new Map([
        [
          'objects/Lead/fields/Rating.field-meta.xml',
          '<CustomField><fullName>Rating</fullName><required>true</required><trackHistory>true</trackHistory></CustomField>',
        ],
      ]),
    );
    const rating = changed.demand('Lead').fields.get('rating');
    expect([rating?.displayType, rating?.isRequired, rating?.picklist?.values.length]).toEqual(['PICKLIST', true, 3]);
    const strange = '<CustomField><fullName>Ratin</fullName></CustomField>';
    expect(() => buildSchema(new Map([['objects/Lead/fields/Ratin.field-meta.xml', strange]]))).toThrow(
      'There is metadata for Lead.Ratin, which is no field of that object.',
    );
  });

  it('refuses elements that it does not know and folders of objects that are not there', () => {
    const wrong = '<CustomField><fullName>A__c</fullName><type>Text</type><lenght>3</lenght></CustomField>';
    expect(() => buildSchema(new Map([['objects/Lead/fields/A__c.field-meta.xml', wrong]]))).toThrow(
      'objects/Lead/fields/A__c.field-meta.xml: <lenght> is not known in <CustomField>.',
    );
    const stray = '<CustomField><fullName>A__c</fullName><type>Date</type></CustomField>';
    expect(() => buildSchema(new Map([['objects/Nope__c/fields/A__c.field-meta.xml', stray]]))).toThrow(
      'There is metadata for Nope__c',
    );
  });

  it('holds the records that are deployed as metadata', () => {
    const files = new Map([
      ['objects/Switch__mdt/Switch__mdt.object-meta.xml', '<CustomObject><label>Switch</label></CustomObject>'],
      [
        'objects/Switch__mdt/fields/On__c.field-meta.xml',
        '<CustomField><fullName>On__c</fullName><type>Checkbox</type><defaultValue>false</defaultValue></CustomField>',
      ],
      [
        'customMetadata/Switch.Main.md-meta.xml',
        '<CustomMetadata xmlns:xsi="y"><label>Main switch</label><protected>false</protected><values><field>On__c</field><value xsi:type="xsd:boolean">true</value></values></CustomMetadata>',
      ],
      [
        'permissionsets/Ops.permissionset-meta.xml',
        '<PermissionSet><label>Ops</label><objectPermissions><allowRead>true</allowRead><object>Lead</object></objectPermissions></PermissionSet>',
      ],
    ]);
    const org = new InMemoryOrg({ files });
    const [record] = org.store.recordsOf('Switch__mdt');
    expect(record?.id.slice(0, 3)).toBe('m01');
    expect([record?.fields.get('developername'), record?.fields.get('on__c')]).toEqual(['Main', true]);
    expect([...org.store.recordsOf('ObjectPermissions')][0]?.fields.get('permissionsread')).toBe(true);
  });
});
