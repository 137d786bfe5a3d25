import * as z from 'zod';
import type { Place } from './name-place.ts';
import { policySchema } from './policy-schema.ts';

/** What one place of a policy takes. */
export type ExpectedForm = {
  /** In words, such as "a whole number or null". */
  words: string;
  /** The names that a group takes; empty for everything else. */
  names: string[];
};

/** What belongs at a place; null where the policy has no such place. */
export function expectedForm(place: Place): ExpectedForm | null {
  const schema = schemaAt(place);
  if (schema === null) {
    return null;
  }
  const isOptional = schema instanceof z.ZodNullable;
  const inner = isOptional ? schema.unwrap() : schema;
  return {
    words: `${wordsOf(inner)}${isOptional ? ' or null' : ''}`,
    names: inner instanceof z.ZodObject ? Object.keys(inner.shape) : [],
  };
}

function schemaAt(place: Place): unknown {
  let schema: unknown = policySchema;
  for (const step of place) {
    const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
    if (inner instanceof z.ZodArray) {
      schema = inner.element;
    } else if (inner instanceof z.ZodObject && Object.hasOwn(inner.shape, step)) {
      schema = (inner.shape as Record<PropertyKey, unknown>)[step];
    } else {
      return null;
    }
  }
  return schema;
}

function wordsOf(schema: unknown): string {
  if (schema instanceof z.ZodObject) {
    return 'a group of values in { }';
  }
  if (schema instanceof z.ZodArray) {
    return 'a list in [ ]';
  }
  if (schema instanceof z.ZodNumber) {
    return 'a whole number';
  }
  if (schema instanceof z.ZodBoolean) {
    return 'true or false';
  }
  if (schema instanceof z.ZodEnum) {
    return `one of ${schema.options.join(', ')}`;
  }
  return 'a text in quotes';
}
