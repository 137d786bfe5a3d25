import * as z from 'zod';
import { similarNames } from '../../../core/src/author/policy/similar-names.ts';
import type { Finding } from './finding.ts';

/**
 * What of a value does not have the form of a schema: keys that do not exist (HSM007), keys that are missing (HSM008) and values
 * of another form (HSM009).
 *
 * @param place where in the file the value stands, such as ['config']
 */
export function shapeFindings(
  file: string,
  schema: z.ZodType,
  value: unknown,
  place: readonly string[] = [],
): Finding[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue): Finding[] => {
    const at = [...place, ...issue.path.map(String)].join('.');
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, issue.path);
      return issue.keys.map((key) => unknownKey(file, at === '' ? key : `${at}.${key}`, key, known));
    }
    if (issue.path.length > 0 && valueAt(value, issue.path) === undefined) {
      return [missingKey(file, at)];
    }
    return [
      {
        code: 'HSM009',
        file: file,
        what: `${at === '' ? 'it' : at} has another form.`,
        cause: `${issue.message}.`,
        next: 'Write it in that form.',
      },
    ];
  });
}

function unknownKey(file: string, at: string, key: string, known: readonly string[]): Finding {
  const similar = similarNames(key, known);
  return {
    code: 'HSM007',
    file: file,
    what: `there is no key ${at}.`,
    cause: 'HubSpot refuses keys that it does not know, or forgets them.',
    next: similar.length > 0 ? `Write ${similar[0]}, if that is meant.` : `Take it out; there are ${known.join(', ')}.`,
  };
}

function missingKey(file: string, at: string): Finding {
  return {
    code: 'HSM008',
    file: file,
    what: `${at} is missing.`,
    cause: 'HubSpot cannot build the component without it.',
    next: 'Add it.',
  };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return at;
}

/** The keys that the object at this place may have. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) at = inner(unwrapped(at), key);
  const object = unwrapped(at);
  return object instanceof z.ZodObject ? Object.keys(object.shape).sort() : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

function inner(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodObject) return (schema.shape as Record<PropertyKey, unknown>)[key] ?? schema.def.catchall;
  return undefined;
}
