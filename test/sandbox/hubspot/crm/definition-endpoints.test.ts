import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties/index.js';
import {
  ObjectTypePropertyCreateTypeEnum,
  type ObjectSchemaEgg,
} from '@hubspot/api-client/lib/codegen/crm/schemas/index.js';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf, servePortal, type ServedPortal } from './serve-portal.ts';

let portal: ServedPortal;

beforeEach(async () => {
  portal = await servePortal();
});
afterEach(() => portal.close());

describe('definitions', () => {
  test('of properties are made in a group, and one that exists is an error beside the others', async () => {
    const { properties } = portal.client.crm;
    await properties.groupsApi.create('contacts', { name: 'signalbox', label: 'Signalbox' });
    const property = (name: string) => ({
      name,
      label: name,
      type: PropertyCreateTypeEnum.String,
      fieldType: PropertyCreateFieldTypeEnum.Text,
      groupName: 'signalbox',
    });
    const made = await properties.batchApi.create('contacts', { inputs: [property('sbx_band'), property('email')] });
    expect(made).toMatchObject({
      results: [{ name: 'sbx_band', groupName: 'signalbox', hubspotDefined: false }],
      errors: [{ category: 'OBJECT_ALREADY_EXISTS', context: { name: ['email'] } }],
    });
    const again = await failureOf(properties.coreApi.create('contacts', property('sbx_band')));
    expect(again).toMatchObject({ code: 409, body: { message: "A property named 'sbx_band' already exists." } });
    const listed = await properties.coreApi.getAll('contacts');
    expect(listed.results.find(({ name }) => name === 'hubspot_owner_id')).toMatchObject({
      type: 'enumeration',
      externalOptions: true,
      referencedObjectType: 'OWNER',
    });
    expect(listed.results.find(({ name }) => name === 'num_conversion_events')?.modificationMetadata).toMatchObject({
      readOnlyValue: true,
    });
    await properties.coreApi.archive('contacts', 'sbx_band');
    expect((await failureOf(properties.coreApi.getByName('contacts', 'sbx_band'))).code).toBe(404);
  });

  test('of custom objects are made, listed and taken away', async () => {
    const { coreApi } = portal.client.crm.schemas;
    const schema: ObjectSchemaEgg = {
      name: 'rule',
      labels: { singular: 'Rule', plural: 'Rules' },
      primaryDisplayProperty: 'rule_key',
      requiredProperties: ['rule_key'],
      properties: [
        { name: 'rule_key', label: 'Key', type: ObjectTypePropertyCreateTypeEnum.String, fieldType: 'text' },
      ],
      associatedObjects: ['CONTACT'],
    };
    const made = await coreApi.create(schema);
    expect(made).toMatchObject({ fullyQualifiedName: 'p7_rule', name: 'rule' });
    expect((await coreApi.getAll()).results.map(({ objectTypeId }) => objectTypeId)).toEqual([made.objectTypeId]);
    const record = await portal.client.crm.objects.basicApi.create('p7_rule', { properties: { rule_key: 'one' } });
    expect((await portal.client.crm.objects.basicApi.getPage(made.objectTypeId!)).results[0]?.id).toBe(record.id);
    await portal.client.crm.objects.basicApi.archive('p7_rule', record.id);
    await coreApi.archive('p7_rule');
    expect((await coreApi.getAll()).results).toEqual([]);
    portal.scopes.delete('crm.schemas.custom.write');
    expect((await failureOf(coreApi.create(schema))).body['category']).toBe('MISSING_SCOPES');
  });

  test('of pipelines say which stages are closed', async () => {
    const { results } = await portal.client.crm.pipelines.pipelinesApi.getAll('leads');
    expect(results[0]?.stages.map(({ id, metadata }) => [id, metadata?.['isClosed']])).toEqual([
      ['new-stage-id', 'false'],
      ['attempting-stage-id', 'false'],
      ['connected-stage-id', 'false'],
      ['qualified-stage-id', 'true'],
      ['unqualified-stage-id', 'true'],
    ]);
  });
});
