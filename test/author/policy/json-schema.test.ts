import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { policyJsonSchema } from '../../../core/src/author/policy/json-schema.ts';

test('the published JSON Schema is what the code says; write-json-schema.ts writes it anew', () => {
  const file = path.join(__dirname, '../../../core/policies/policy.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(policyJsonSchema());
});
