import { describe, expect, test } from '@jest/globals';
import { rowTables } from '../../../core/src/author/policy/row-tables.ts';
import { draftTables } from '../../../hubspot/handlers/rules/draft-row.ts';
import { revisionSchema } from '../../../hubspot/handlers/rules/revision-properties.ts';
import { propertyOf, rowProperty, rowSchema } from '../../../hubspot/handlers/rules/row-properties.ts';

const schemas = [rowSchema('sbx_rule_row'), revisionSchema('sbx_revision')];

describe.each(schemas.map((schema) => [schema.name, schema] as const))('the object type %s', (_, schema) => {
  test('has no name and no label twice, and names that HubSpot takes', () => {
    const names = schema.properties.map(({ name }) => name);
    const labels = schema.properties.map(({ label }) => label);
    expect(new Set(names).size).toBe(names.length);
    expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([]);
    expect(names.filter((name) => !/^sbx_[a-z0-9_]{1,90}$/.test(name))).toEqual([]);
  });

  test('names only properties that it has', () => {
    const names = schema.properties.map(({ name }) => name);
    const named = [schema.primaryDisplayProperty, ...schema.secondaryDisplayProperties, ...schema.requiredProperties];
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('has options exactly for choices, none twice', () => {
    for (const { type, fieldType, options } of schema.properties) {
      expect(options.length > 0).toBe(type === 'enumeration');
      expect(fieldType === 'select').toBe(type === 'enumeration');
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    }
  });

  test('has at most ten unique properties, which is HubSpot’s limit', () => {
    expect(schema.properties.filter(({ hasUniqueValue }) => hasUniqueValue).length).toBeLessThanOrEqual(10);
  });
});

describe('the properties of rows', () => {
  test('hold every column of every kind, with the words of all its kinds', () => {
    const { properties } = rowSchema('sbx_rule_row');
    for (const table of draftTables) {
      for (const column of table.columns) {
        const property = properties.find(({ name }) => name === propertyOf(column.column))!;
        expect(property.label).toContain(column.label);
        const values = property.options.map(({ value }) => value);
        expect(column.form === 'choice' ? column.choices.filter((choice) => !values.includes(choice)) : []).toEqual([]);
      }
    }
  });

  test('are named after columns in snake case', () => {
    expect(propertyOf('destinationKey')).toBe('sbx_destination_key');
    expect(propertyOf('low')).toBe('sbx_low');
  });

  test('tell the kind of a row from the kind of a destination', () => {
    const kinds = rowSchema('sbx_rule_row').properties.find(({ name }) => name === rowProperty.kind)!;
    expect(kinds.options.map(({ value }) => value)).toEqual([
      ...rowTables.map(({ kind }) => kind),
      'person',
      'calendar',
      'option',
    ]);
    expect(propertyOf('kind')).not.toBe(rowProperty.kind);
  });
});
