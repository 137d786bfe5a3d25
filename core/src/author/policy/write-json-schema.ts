/** Writes core/policies/policy.schema.json anew: node core/src/author/policy/write-json-schema.ts */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonSchemaText } from './json-schema.ts';

const file = path.join(import.meta.dirname, '../../../policies/policy.schema.json');

writeFileSync(file, jsonSchemaText());
console.log(`Wrote ${path.relative(process.cwd(), file)}`);
