import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveSmallOrg, type Served } from './served-org.ts';

let served: Served;
beforeAll(async () => {
  served = await serveSmallOrg();
});
afterAll(() => served.close());

describe('the list of objects', () => {
  it('has every object with its addresses', async () => {
    const { sobjects, maxBatchSize } = await served.connection.describeGlobal();
    expect(maxBatchSize).toBe(200);
    expect(sobjects.map((each) => each.name)).toEqual(['Account', 'Contact', 'Lead']);
    expect(sobjects[2]).toMatchObject({
      keyPrefix: '00Q',
      queryable: true,
      urls: { sobject: '/services/data/v68.0/sobjects/Lead' },
    });
  });
});

describe('the description of an object', () => {
  it('has its fields and children', async () => {
    const { fields, childRelationships, label } = await served.connection.describe('Account');
    expect([label, fields.map((each) => each.name)]).toEqual(['Account', ['Id', 'Name', 'Number__c']]);
    expect(fields[2]).toMatchObject({
      type: 'string',
      soapType: 'xsd:string',
      externalId: true,
      custom: true,
      idLookup: true,
    });
    expect(childRelationships).toMatchObject([
      { childSObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' },
    ]);
  });

  it('has the values of picklists and the targets of references', async () => {
    const lead = await served.connection.describe('Lead');
    const status = lead.fields.find((each) => each.name === 'Status');
    expect(status?.picklistValues).toEqual([
      { active: true, defaultValue: true, label: 'Open', validFor: null, value: 'Open' },
    ]);
    const contact = await served.connection.describe('Contact');
    expect(contact.fields.at(-1)).toMatchObject({ type: 'reference', soapType: 'tns:ID', referenceTo: ['Account'] });
  });
});
