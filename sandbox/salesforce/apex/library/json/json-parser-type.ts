import {
  blobType,
  booleanType,
  dateType,
  datetimeType,
  decimalType,
  doubleType,
  idType,
  integerType,
  longType,
  timeType,
  type ApexType,
} from '../../types/apex-type.ts';
import type { BuiltinType } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import type { ApexTypeToken } from '../system/apex-type-token.ts';
import { ApexJsonParser } from './apex-json-parser.ts';

const numbers = ['VALUE_NUMBER_INT', 'VALUE_NUMBER_FLOAT'];
const notNumeric = 'not numeric, can not use numeric value accessors';

function number(type: ApexType, tokens: readonly string[]): (parser: ApexJsonParser) => unknown {
  return (parser) => parser.primitive(type, tokens, notNumeric);
}

function text(type: ApexType): (parser: ApexJsonParser) => unknown {
  return (parser) => parser.primitive(type, ['VALUE_STRING'], 'not VALUE_STRING, can not use text value accessors');
}

export const jsonParserType: BuiltinType = {
  name: 'System.JSONParser',
  kind: 'class',
  valueClass: ApexJsonParser,
  methods: {
    'void clearCurrentToken()': (parser: ApexJsonParser) => {
      parser.clear();
    },
    'Blob getBlobValue()': text(blobType),
    'Boolean getBooleanValue()': (parser: ApexJsonParser) =>
      parser.primitive(booleanType, ['VALUE_TRUE', 'VALUE_FALSE'], 'not of boolean type'),
    'String getCurrentName()': (parser: ApexJsonParser) => parser.currentName(),
    'System.JSONToken getCurrentToken()': (parser: ApexJsonParser) => parser.current(),
    'Datetime getDatetimeValue()': text(datetimeType),
    'Date getDateValue()': text(dateType),
    'Decimal getDecimalValue()': number(decimalType, numbers),
    'Double getDoubleValue()': number(doubleType, numbers),
    'Id getIdValue()': text(idType),
    'Integer getIntegerValue()': number(integerType, ['VALUE_NUMBER_INT']),
    'System.JSONToken getLastClearedToken()': (parser: ApexJsonParser) => parser.lastCleared,
    'Long getLongValue()': number(longType, ['VALUE_NUMBER_INT']),
    'String getText()': (parser: ApexJsonParser) => parser.text(),
    'Time getTimeValue()': text(timeType),
    'Boolean hasCurrentToken()': (parser: ApexJsonParser) => parser.current() !== null,
    'System.JSONToken nextToken()': (parser: ApexJsonParser) => parser.advance(),
    'System.JSONToken nextValue()': (parser: ApexJsonParser) => parser.advanceToValue(),
    'Object readValueAs(System.Type apexType)': (parser: ApexJsonParser, type: ApexTypeToken | null) =>
      parser.readValue((type ?? raiseNullArgument()).type, false),
    'Object readValueAsStrict(System.Type apexType)': (parser: ApexJsonParser, type: ApexTypeToken | null) =>
      parser.readValue((type ?? raiseNullArgument()).type, true),
    'void skipChildren()': (parser: ApexJsonParser) => {
      parser.skipChildren();
    },
  },
};
