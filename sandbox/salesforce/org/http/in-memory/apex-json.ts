import { deserialize } from '../../../apex/library/json/deserialize.ts';
import { JsonWriter } from '../../../apex/library/json/json-writer.ts';
import { writeValue } from '../../../apex/library/json/write-value.ts';
import { ApexTypeToken } from '../../../apex/library/system/apex-type-token.ts';
import type { ApexType } from '../../../apex/types/apex-type.ts';
import type { Json } from '../json.ts';

/** JSON.serialize(value), within a transaction. */
export function writeApexJson(value: unknown): string {
  const writer = new JsonWriter(false);
  writeValue(value, { writer, suppressNulls: false, around: new Set() });
  return writer.result();
}

/** JSON.deserialize(text, type), within a transaction. */
export function readApexJson(value: Json, type: ApexType): unknown {
  return deserialize(JSON.stringify(value), ApexTypeToken.of(type), false);
}
