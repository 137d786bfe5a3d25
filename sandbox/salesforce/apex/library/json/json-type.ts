import { chargeCharacters, madeText } from '../../run/meter.ts';
import type { BuiltinType } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import type { ApexTypeToken } from '../system/apex-type-token.ts';
import { deserialize, deserializeUntyped } from './deserialize.ts';
import { ApexJsonGenerator } from './apex-json-generator.ts';
import { ApexJsonParser } from './apex-json-parser.ts';
import { JsonWriter } from './json-writer.ts';
import { writeValue } from './write-value.ts';

function serialize(value: unknown, suppressNulls: boolean | null, isPretty: boolean): string {
  const writer = new JsonWriter(isPretty);
  writeValue(value, { writer, suppressNulls: suppressNulls === true, around: new Set() });
  const text = writer.result();
  chargeCharacters(text.length);
  return madeText(text);
}

export const jsonType: BuiltinType = {
  name: 'System.JSON',
  kind: 'class',
  statics: {
    'JSONGenerator createGenerator(Boolean prettyPrint)': (isPretty: boolean | null) =>
      new ApexJsonGenerator(isPretty === true),
    'JSONParser createParser(String jsonString)': (text: string | null) =>
      new ApexJsonParser(text ?? raiseNullArgument()),
    'Object deserialize(String jsonString, System.Type apexType)': (text: string | null, type: ApexTypeToken | null) =>
      deserialize(text, type, false),
    'Object deserializeStrict(String jsonString, System.Type apexType)': (
      text: string | null,
      type: ApexTypeToken | null,
    ) => deserialize(text, type, true),
    'Object deserializeUntyped(String jsonString)': deserializeUntyped,
    'String serialize(Object objectToSerialize)': (value: unknown) => serialize(value, false, false),
    'String serialize(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
      value: unknown,
      suppressNulls: boolean | null,
    ) => serialize(value, suppressNulls, false),
    'String serializePretty(Object objectToSerialize)': (value: unknown) => serialize(value, false, true),
    'String serializePretty(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
      value: unknown,
      suppressNulls: boolean | null,
    ) => serialize(value, suppressNulls, true),
  },
};
