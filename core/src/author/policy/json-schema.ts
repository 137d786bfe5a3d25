import * as z from 'zod';
import { policySchema } from './policy-schema.ts';

/** The policy's form for editors and other tools, as JSON Schema. It says nothing that policySchema does not. */
export function policyJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(policySchema, { target: 'draft-2020-12' });
  return {
    $schema: $schema,
    title: 'Signalbox policy',
    description: 'Everything that decides: score cards, guards, rules, matrix, destinations, pools and service levels.',
    ...rest,
  };
}

export function jsonSchemaText(): string {
  return `${JSON.stringify(policyJsonSchema(), null, 2)}\n`;
}
