import type { BuiltinType } from '../define.ts';
import { jsonGeneratorType } from './json-generator-type.ts';
import { jsonParserType } from './json-parser-type.ts';
import { jsonTokenType } from './json-token.ts';
import { jsonType } from './json-type.ts';

export const jsonTypes: readonly BuiltinType[] = [jsonType, jsonParserType, jsonTokenType, jsonGeneratorType];
