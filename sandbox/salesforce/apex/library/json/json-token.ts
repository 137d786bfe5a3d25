import type { ApexEnum } from '../../run/apex-enum.ts';
import { constantsOf } from '../../run/values-of-enums.ts';
import { typeOf } from '../../types/apex-type.ts';
import type { BuiltinType } from '../define.ts';
import type { JsonReader } from './json-reader.ts';

const names = [
  'NOT_AVAILABLE',
  'START_OBJECT',
  'END_OBJECT',
  'START_ARRAY',
  'END_ARRAY',
  'FIELD_NAME',
  'VALUE_EMBEDDED_OBJECT',
  'VALUE_STRING',
  'VALUE_NUMBER_INT',
  'VALUE_NUMBER_FLOAT',
  'VALUE_TRUE',
  'VALUE_FALSE',
  'VALUE_NULL',
] as const;

type TokenName = (typeof names)[number];

export const jsonTokenType: BuiltinType = { name: 'System.JSONToken', kind: 'enum', values: names };

/** The name of the token a reader stands on; null before the first and behind the last one. */
export function tokenName(reader: JsonReader): TokenName | null {
  switch (reader.token) {
    case '{':
      return 'START_OBJECT';
    case '}':
      return 'END_OBJECT';
    case '[':
      return 'START_ARRAY';
    case ']':
      return 'END_ARRAY';
    case 'name':
      return 'FIELD_NAME';
    case 'string':
      return 'VALUE_STRING';
    case 'integer':
      return 'VALUE_NUMBER_INT';
    case 'float':
      return 'VALUE_NUMBER_FLOAT';
    case 'word':
      return reader.text === 'null' ? 'VALUE_NULL' : reader.text === 'true' ? 'VALUE_TRUE' : 'VALUE_FALSE';
    default:
      return null;
  }
}

/** The constant of System.JSONToken by its name. */
export function tokenConstant(name: TokenName): ApexEnum | null {
  return constantsOf(typeOf(jsonTokenType.name), names)[names.indexOf(name)] ?? null;
}
