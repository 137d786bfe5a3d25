import { describe, expect, test } from '@jest/globals';
import type { NewProperty } from '../../../../sandbox/hubspot/records/define-properties.ts';
import type { NewSchema } from '../../../../sandbox/hubspot/records/define-schema.ts';
import { app, codesOf, openPortal, refusalOf } from './open-portal.ts';

const band: NewProperty = {
  name: 'sbx_band',
  label: 'Band',
  type: 'enumeration',
  fieldType: 'select',
  groupName: 'signalbox',
  options: [
    { label: 'High', value: 'high' },
    { label: 'Low', value: 'low' },
  ],
};

const rule: NewSchema = {
  name: 'rule',
  labels: { singular: 'Rule', plural: 'Rules' },
  primaryDisplayProperty: 'rule_key',
  requiredProperties: ['rule_key'],
  properties: [{ name: 'rule_key', label: 'Key', type: 'string', fieldType: 'text', hasUniqueValue: true }],
  associatedObjects: ['CONTACT'],
};

describe('properties of our own', () => {
  test('take the values that they name', () => {
    const { records } = openPortal();
    records.definePropertyGroup('contacts', 'signalbox', 'Signalbox');
    records.defineProperty('contacts', band);
    expect(records.createRecord('contacts', { sbx_band: 'high' }, app).value('sbx_band')).toBe('high');
    const refusal = refusalOf(() => records.createRecord('contacts', { sbx_band: 'tepid' }, app));
    expect(refusal.errors[0]?.message).toBe('tepid was not one of the allowed options: [high, low]');
  });

  test('are refused when they cannot be', () => {
    const { records } = openPortal();
    const define = (property: Partial<NewProperty>) => () =>
      records.defineProperty('contacts', { ...band, ...property });
    expect(codesOf(define({}))).toEqual(['INVALID_GROUP_NAME']);
    records.definePropertyGroup('contacts', 'signalbox', 'Signalbox');
    expect(codesOf(define({ name: 'Band' }))).toEqual(['INVALID_PROPERTY_NAME']);
    expect(codesOf(define({ fieldType: 'date' }))).toEqual(['INVALID_FIELD_TYPE']);
    expect(codesOf(define({ options: [] }))).toEqual(['MISSING_OPTIONS']);
    expect(codesOf(define({ hasUniqueValue: true }))).toEqual(['INVALID_UNIQUE_VALUE']);
    expect(refusalOf(define({ name: 'email' })).status).toBe(409);
    expect(refusalOf(() => records.removeProperty('contacts', 'email')).status).toBe(400);
  });

  test('are at most ten with unique values', () => {
    const { records } = openPortal();
    const unique = (place: number): NewProperty => ({
      name: `key_${place}`,
      label: 'Key',
      type: 'string',
      fieldType: 'text',
      groupName: 'contactinformation',
      hasUniqueValue: true,
    });
    records.defineProperties(
      'contacts',
      Array.from({ length: 10 }, (_, place) => unique(place)),
    );
    expect(refusalOf(() => records.defineProperty('contacts', unique(10))).status).toBe(400);
  });
});

describe('custom objects', () => {
  test('have a name with the portal in it and a type id of their own', () => {
    const { records } = openPortal();
    const type = records.defineSchema(rule);
    expect(type.name).toBe('p7_rule');
    expect(type.objectTypeId).toMatch(/^2-\d+$/);
    const record = records.createRecord('p7_rule', { rule_key: 'one' }, app);
    expect(records.findRecord(type.objectTypeId, 'one', 'rule_key')?.id).toBe(record.id);
    expect(records.listRecords('p_rule').map(({ id }) => id)).toEqual([record.id]);
  });

  test('have values that only one record may have', () => {
    const { records } = openPortal();
    records.defineSchema(rule);
    const first = records.createRecord('p7_rule', { rule_key: 'one' }, app);
    const second = records.createRecord('p7_rule', { rule_key: 'two' }, app);
    const refusal = refusalOf(() => records.updateRecord('p7_rule', second.id, { rule_key: 'ONE' }, app));
    expect(refusal.errors[0]?.code).toBe('CONFLICTING_UNIQUE_VALUE');
    expect(refusal.message).toContain(`${first.id} already has that value.`);
    expect(
      codesOf(() =>
        records.createRecords(
          'p7_rule',
          [3, 3].map((key) => ({ properties: { rule_key: key } })),
          app,
        ),
      ),
    ).toEqual(['CONFLICTING_UNIQUE_VALUE']);
    records.updateRecord('p7_rule', first.id, { rule_key: 'three' }, app);
    records.updateRecord('p7_rule', second.id, { rule_key: 'one' }, app);
    expect(records.findRecord('p7_rule', 'one', 'rule_key')?.id).toBe(second.id);
  });

  test('need what they require', () => {
    const { records } = openPortal();
    records.defineSchema(rule);
    expect(refusalOf(() => records.createRecord('p7_rule', {}, app)).context).toEqual({ properties: ['rule_key'] });
  });

  test('can be associated with what they name and with activities', () => {
    const { records } = openPortal();
    records.defineSchema(rule);
    const record = records.createRecord('p7_rule', { rule_key: 'one' }, app);
    const contact = records.createRecord('contacts', {}, app, [{ toTypeId: 'p7_rule', toId: record.id }]);
    expect(records.associationsOf('p7_rule', record.id, 'contacts').map(({ toId }) => toId)).toEqual([contact.id]);
    const company = records.createRecord('companies', {}, app);
    expect(
      refusalOf(() => records.associate('companies', company.id, { toTypeId: 'p7_rule', toId: record.id }, app)).status,
    ).toBe(400);
  });

  test('are for Enterprise only', () => {
    const { records } = openPortal({ tier: 'pro' });
    const refusal = refusalOf(() => records.defineSchema(rule));
    expect([refusal.status, refusal.category]).toEqual([403, 'MISSING_SCOPES']);
  });

  test('are not made by halves', () => {
    const { records } = openPortal();
    const broken = { ...rule, properties: [...rule.properties, ...rule.properties] };
    expect(refusalOf(() => records.defineSchema(broken)).status).toBe(409);
    expect(records.schema.customTypes()).toEqual([]);
    expect(records.defineSchema(rule).name).toBe('p7_rule');
  });

  test('go once their records are gone', () => {
    const { records } = openPortal();
    records.defineSchema(rule);
    const record = records.createRecord('p7_rule', { rule_key: 'one' }, app);
    expect(refusalOf(() => records.removeSchema('p7_rule')).status).toBe(400);
    records.archiveRecord('p7_rule', record.id, app);
    records.removeSchema('p7_rule');
    expect(refusalOf(() => records.listRecords('p7_rule')).message).toBe('Unable to infer object type from: p7_rule');
  });
});
