import { chargeParsedCharacters, madeText } from '../../run/meter.ts';
import { raiseNullArgument } from '../raise.ts';
import type { ApexTypeToken } from '../system/apex-type-token.ts';
import { JsonReader } from './json-reader.ts';
import { raiseJson } from './raise-json.ts';
import { findReading } from './read-typed.ts';
import { readUntyped } from './read-untyped.ts';

function startReading(text: string | null): JsonReader {
  if (text === null) {
    return raiseNullArgument();
  }
  chargeParsedCharacters(text.length);
  // All texts that are read count together as the document they stand in.
  const reader = new JsonReader(madeText(text));
  return reader.next() === 'end' ? raiseJson('No content to map to Object due to end of input') : reader;
}

/** JSON.deserialize and, where `isStrict`, deserializeStrict: deserialize('[1]', List<Integer>, false) → (1). */
export function deserialize(text: string | null, token: ApexTypeToken | null, isStrict: boolean): unknown {
  const reader = startReading(text);
  return findReading((token ?? raiseNullArgument()).type)({ reader, isStrict });
}

/** deserializeUntyped('{"a": 1}') → a Map<String, Object> with an Integer. */
export function deserializeUntyped(text: string | null): unknown {
  return readUntyped(startReading(text));
}
