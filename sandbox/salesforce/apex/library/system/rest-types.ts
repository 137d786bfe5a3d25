import { stringType, typeOf } from '../../types/apex-type.ts';
import { ApexMap } from '../collection/apex-map.ts';
import { unsupported, type BuiltinType, type Members, type Property } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import { plainDataType, type PlainData } from './plain-data.ts';
import { transactionState } from './transaction-state.ts';

const textMap = typeOf('System.Map', [stringType, stringType]);
const newTextMap = (): ApexMap => new ApexMap(textMap);

/** What a REST resource of source is asked and answers: a test sets and reads it itself, as on the platform. */
const requestType = plainDataType(
  'System.RestRequest',
  [
    'Map<String,String> headers',
    'String httpMethod',
    'Map<String,String> params',
    'String remoteAddress',
    'Blob requestBody',
    'String requestURI',
    'String resourcePath',
  ],
  { headers: newTextMap, params: newTextMap },
);

const responseType = plainDataType(
  'System.RestResponse',
  ['Map<String,String> headers', 'Blob responseBody', 'Integer statusCode'],
  { headers: newTextMap },
);

function adder(type: BuiltinType, property: string) {
  return (data: PlainData, name: string | null, value: string | null): void => {
    const map = type.properties?.[`Map<String,String> ${property}`];
    if (map === undefined || map.get === unsupported) {
      throw new Error(`${type.name} has no ${property}.`);
    }
    (map.get(data) as ApexMap).put(name ?? raiseNullArgument(), value);
  };
}

/** One value for each transaction, settable: null until it is set. */
function ofTransaction(name: 'request' | 'response'): Property {
  return {
    get: () => transactionState().rest[name],
    set: (value: object | null) => {
      transactionState().rest[name] = value;
    },
  };
}

const requestMembers: Members = {
  'void addHeader(String name, String value)': adder(requestType, 'headers'),
  'void addParameter(String name, String value)': adder(requestType, 'params'),
};

export const restTypes: readonly BuiltinType[] = [
  { ...requestType, methods: requestMembers },
  {
    ...responseType,
    methods: { 'void addHeader(String name, String value)': adder(responseType, 'headers') },
  },
  {
    name: 'System.RestContext',
    kind: 'class',
    staticProperties: {
      'System.RestRequest request': ofTransaction('request'),
      'System.RestResponse response': ofTransaction('response'),
    },
  },
];
