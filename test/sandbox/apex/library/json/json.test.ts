import { describe, expect, it } from '@jest/globals';
import { ApexList } from '../../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { ApexMap } from '../../../../../sandbox/salesforce/apex/library/collection/apex-map.ts';
import { ApexSet } from '../../../../../sandbox/salesforce/apex/library/collection/apex-set.ts';
import { ApexDecimal } from '../../../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../../../../sandbox/salesforce/apex/library/number/apex-double.ts';
import { ApexSObject, recordTypeOf } from '../../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { ApexTypeToken } from '../../../../../sandbox/salesforce/apex/library/system/apex-type-token.ts';
import { blobFromText } from '../../../../../sandbox/salesforce/apex/library/text/apex-blob.ts';
import { ApexId } from '../../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { ApexDate } from '../../../../../sandbox/salesforce/apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../../../sandbox/salesforce/apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../../../../sandbox/salesforce/apex/library/time/apex-time.ts';
import { constantsOf } from '../../../../../sandbox/salesforce/apex/run/values-of-enums.ts';
import {
  blobType,
  booleanType,
  dateType,
  datetimeType,
  decimalType,
  doubleType,
  idType,
  integerType,
  listOf,
  longType,
  objectType,
  sObjectType,
  stringType,
  timeType,
  typeOf,
  type ApexType,
} from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { callOf, SmallProgram } from '../collection/small-program.ts';

const orderType = typeOf('Order');
const lineType = typeOf('Order.Line');
const stateType = typeOf('State');
const mapOf = (key: ApexType, value: ApexType): ApexType => typeOf('System.Map', [key, value]);
const field = (
  name: string,
  type: ApexType,
  relationshipName: string | null = null,
  referenceTo: readonly string[] = [],
): [string, { name: string; type: ApexType; relationshipName: string | null; referenceTo: readonly string[] }] => [
  name.toLowerCase(),
  { name, type, relationshipName, referenceTo },
];

const program = new SmallProgram(
  [
    { name: 'Base', fields: [['code', stringType]] },
    {
      name: 'Order',
      extends: 'Base',
      fields: [
        ['total', decimalType],
        ['lines', listOf(lineType)],
        ['counts', mapOf(stringType, longType)],
        ['state', stateType],
        ['tags', typeOf('System.Set', [stringType])],
        ['parent', orderType],
        ['secret transient', stringType],
      ],
    },
    {
      name: 'Order.Line',
      fields: [
        ['Quantity', integerType],
        ['name', stringType],
      ],
    },
    {
      name: 'Values',
      fields: [
        ['b', booleanType],
        ['d', dateType],
        ['dt', datetimeType],
        ['t', timeType],
        ['id', idType],
        ['blob', blobType],
        ['dbl', doubleType],
        ['anything', objectType],
      ],
    },
    { name: 'State', constants: ['OPEN', 'CLOSED'] },
  ],
  [
    {
      name: 'Account',
      label: 'Account',
      keyPrefix: '001',
      fields: new Map([field('Id', idType), field('Name', stringType), field('AnnualRevenue', decimalType)]),
      children: new Map([['contacts', 'Contact']]),
    },
    {
      name: 'Contact',
      label: 'Contact',
      keyPrefix: '003',
      fields: new Map([
        field('Id', idType),
        field('LastName', stringType),
        field('AccountId', idType, 'Account', ['Account']),
      ]),
      children: new Map(),
    },
  ],
);

const json = (signature: string): ((...args: unknown[]) => unknown) => {
  const call = callOf('System.JSON', signature);
  return (...args) => program.run(() => call(...args));
};
const serialize = json('String serialize(Object objectToSerialize)');
const serializePretty = json('String serializePretty(Object objectToSerialize)');
const suppressing = json('String serialize(Object objectToSerialize, Boolean suppressApexObjectNulls)');
const untyped = json('Object deserializeUntyped(String jsonString)');
const typed = (text: string, type: ApexType): unknown =>
  json('Object deserialize(String jsonString, System.Type apexType)')(text, ApexTypeToken.of(type));
const strict = (text: string, type: ApexType): unknown =>
  json('Object deserializeStrict(String jsonString, System.Type apexType)')(text, ApexTypeToken.of(type));
const refused = (action: () => unknown): string => program.thrownBy(action).replace('System.JSONException: ', '');

describe('JSON.serialize', () => {
  it('writes the fields of objects backwards by name, those of superclasses first, transient ones not', () => {
    const order = program.create('Order', {
      code: 'A',
      total: new ApexDecimal(150n, 2),
      lines: new ApexList(listOf(lineType), [program.create('Order.Line', { quantity: 2 })]),
      state: constantsOf(stateType, ['OPEN', 'CLOSED'])[1],
      secret: 'x',
    });
    expect(serialize(order)).toBe(
      '{"code":"A","total":1.50,"tags":null,"state":"CLOSED","parent":null,"lines":[{"Quantity":2,"name":null}],"counts":null}',
    );
    expect(suppressing(order, true)).toBe('{"code":"A","total":1.50,"state":"CLOSED","lines":[{"Quantity":2}]}');
  });

  it('writes each type in its own form', () => {
    const values = [
      'a"\\\n\u0001é/',
      5000000000n,
      new ApexDouble(3),
      true,
      null,
      new ApexDate(1),
      new ApexDatetime(1),
      new ApexTime(3_600_000),
      new ApexId('001D000000IRFmaIAH'),
      blobFromText('hi'),
    ];
    expect(serialize(new ApexList(listOf(objectType), values))).toBe(
      '["a\\"\\\\\\n\\u0001é/",5000000000,3.0,true,null,"1970-01-02","1970-01-01T00:00:00.001Z","01:00:00.000Z","001D000000IRFmaIAH","aGk="]',
    );
  });

  it('writes maps from the last key to the first with keys as texts, and keeps their nulls', () => {
    const map = ApexMap.from(mapOf(integerType, objectType), [
      [2, null],
      [1, ApexSet.from(typeOf('System.Set', [stringType]), ['x'])],
    ]);
    expect(suppressing(map, true)).toBe('{"1":["x"],"2":null}');
  });

  it('writes records with what they are', () => {
    const account = new ApexSObject(
      recordTypeOf('Account'),
      new Map<string, unknown>([
        ['id', new ApexId('001D000000IRFmaIAH')],
        ['annualrevenue', new ApexDecimal(5n, 0)],
      ]),
    );
    expect(serialize(account)).toBe(
      '{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/001D000000IRFmaIAH"},"Id":"001D000000IRFmaIAH","AnnualRevenue":5}',
    );
  });

  it('prints nicely as the platform does', () => {
    const map = ApexMap.from(mapOf(stringType, objectType), [
      ['c', new ApexList(listOf(objectType))],
      ['a', new ApexList(listOf(objectType), [1, ApexMap.from(mapOf(stringType, objectType), [['b', 2]])])],
    ]);
    expect(serializePretty(map)).toBe('{\n  "a" : [ 1, {\n    "b" : 2\n  } ],\n  "c" : [ ]\n}');
  });

  it('refuses what contains itself', () => {
    const order = program.create('Order', {}) as Record<string, unknown>;
    order.parent = order;
    expect(refused(() => serialize(order))).toContain('cycle');
  });
});

describe('JSON.deserializeUntyped', () => {
  it('takes numbers for what they look like', () => {
    const list = untyped('[5, 5000000000, 5.0, -1e3]') as ApexList;
    expect(list.items).toEqual([5, 5000000000n, new ApexDecimal(50n, 1), new ApexDecimal(-1n, -3)]);
    expect(refused(() => untyped('123456789012345678901'))).toContain('For input string: "123456789012345678901"');
    expect([list.type.key, (untyped('{}') as ApexMap).type.key]).toEqual([
      'System.List<System.Object>',
      'System.Map<System.String,System.Object>',
    ]);
  });

  it('reads escapes and leaves halves of surrogate pairs alone', () => {
    expect(untyped('"\\ud83d\\u0041\\n\\/ 😀"')).toBe('\ud83dA\n/ 😀');
  });

  it('keeps the order of fields, and the last of two with the same name', () => {
    expect((untyped('{"b":1,"a":2,"b":3}') as ApexMap).pairs()).toEqual([
      ['b', 3],
      ['a', 2],
    ]);
  });

  it('says what is wrong and where', () => {
    const cases = {
      '': 'No content to map to Object due to end of input',
      '{name:1}':
        "Unexpected character ('n' (code 110)): was expecting double-quote to start field name at [line:1, column:3]",
      '{"a":NULL}': "Unrecognized token 'NULL': was expecting 'null', 'true', 'false' or NaN at [line:1, column:10]",
      '<html>':
        "Unexpected character ('<' (code 60)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at input location [1,2]",
      '{"a" 1}':
        "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value at [line:1, column:7]",
      '[1 2]':
        "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:1, column:5]",
      '[1,]': "Unexpected character (']' (code 93)): expected a value at [line:1, column:5]",
      '{"a":1': 'Unexpected end-of-input: expected close marker for OBJECT at [line:1, column:7]',
      '"a': 'Unexpected end-of-input: was expecting closing quote for a string value at [line:1, column:3]',
    };
    for (const [text, message] of Object.entries(cases)) {
      expect(refused(() => untyped(text))).toBe(message);
    }
    expect(refused(() => untyped('{\n "a":\n  x-}'))).toContain('[line:3, column:4]');
    for (const text of ['01', '1.', '-', '1e', '"\\x"', '"\\u12"', '"\n"', '[}', ']', '.5', '{,}', '{"a"}']) {
      expect(refused(() => untyped(text))).not.toBe('nothing');
    }
    expect(program.thrownBy(() => untyped(null))).toBe('System.NullPointerException: Argument cannot be null.');
  });
});

describe('JSON.deserialize', () => {
  it('makes objects of classes, in any case and with inherited fields, and ignores what is unknown', () => {
    const text =
      '{"CODE":"A","total":1.50,"lines":[{"quantity":2,"x":[{"y":1}]}, null],"counts":{"a":5},"state":"closed","tags":["u","u"],"secret":"s","parent":{"code":7}}';
    const order = typed(text, orderType) as Record<string, unknown>;
    expect(order).toMatchObject({ code: 'A', total: new ApexDecimal(150n, 2), secret: null, parent: { code: '7' } });
    expect((order.lines as ApexList).items).toMatchObject([{ quantity: 2, name: null }, null]);
    expect((order.counts as ApexMap).get('a')).toBe(5n);
    expect((order.tags as ApexSet).items()).toEqual(['u']);
    expect(order.state).toBe(constantsOf(stateType, ['OPEN', 'CLOSED'])[1]);
  });

  it('gives back what was serialised', () => {
    const text =
      '{"t":"10:00:00.000Z","id":"001D000000IRFmaIAH","dt":"2026-11-21T10:00:00.250Z","dbl":1.5E10,"d":"2026-11-21","blob":"aGk=","b":true,"anything":null}';
    expect(serialize(typed(text, typeOf('Values')))).toBe(text);
  });

  it('reads the forms of ISO 8601', () => {
    const instant = (text: string): number => (typed(`"${text}"`, datetimeType) as ApexDatetime).milliseconds;
    const forms = ['1970-01-02', '1970-01-02T00:00:00Z', '1970-01-02T01:00+01:00', '1970-01-01T23:00:00.0-0100'];
    expect(forms.map(instant)).toEqual([86400000, 86400000, 86400000, 86400000]);
    expect(refused(() => instant('1970-02-30'))).toContain('Invalid format');
    expect(refused(() => typed('"tomorrow"', dateType))).toContain('Invalid format: "tomorrow"');
  });

  it('takes numbers in quotes and refuses what is none', () => {
    expect(typed('"12"', integerType)).toBe(12);
    expect(typed('12', stringType)).toBe('12');
    expect(refused(() => typed('{"quantity":"many"}', lineType))).toBe(
      'For input string: "many" at [line:1, column:13]',
    );
    expect(refused(() => typed('5.5', integerType))).toContain('For input string: "5.5"');
    expect(refused(() => typed('3000000000', integerType))).toContain('For input string');
    expect(refused(() => typed('{"b":"yes"}', typeOf('Values')))).toContain('Illegal value for boolean: yes');
  });

  it('refuses values of another shape', () => {
    expect(refused(() => typed('[]', orderType))).toBe("Malformed JSON: Expected '{' at the beginning of object");
    expect(refused(() => typed('{}', listOf(stringType)))).toBe(
      "Malformed JSON: Expected '[' at the beginning of List/Set",
    );
    expect(refused(() => typed('{"code":{}}', orderType))).toBe('Illegal value for primitive');
    expect(refused(() => typed('{"anything":1}', typeOf('Values')))).toBe('Apex Type unsupported in JSON: Object');
    expect(refused(() => typed('{"state":"LOST"}', orderType))).toContain('does not have an enum value LOST');
  });

  it('fails loudly on a class of the platform', () => {
    expect(() => typed('{}', typeOf('System.Version'))).toThrow('JSON.deserialize into Version is not supported');
  });

  it('refuses unknown fields where it is strict', () => {
    expect(refused(() => strict('{"quantity":1,"first":1}', lineType))).toBe('Unknown field: Order.Line.first');
    expect(refused(() => strict('{"first":1}', recordTypeOf('Account')))).toBe(
      "No such column 'first' on sobject of type Account",
    );
    expect(strict('{"quantity":1}', lineType)).toMatchObject({ quantity: 1 });
  });

  it('reads records with parents and children, and says that a record of any object needs its attributes', () => {
    const contact = typed(
      '{"attributes":{"type":"Contact"},"LastName":"Li","Account":{"Name":"Acme","AnnualRevenue":5}}',
      sObjectType,
    ) as ApexSObject;
    expect(contact.type).toBe(recordTypeOf('Contact'));
    expect((contact.fields.get('account') as ApexSObject).fields.get('annualrevenue')).toEqual(new ApexDecimal(5n, 0));
    const account = typed(
      '{"Contacts":{"totalSize":1,"done":true,"records":[{"LastName":"Li"}]}}',
      recordTypeOf('Account'),
    );
    expect(((account as ApexSObject).fields.get('contacts') as ApexList).items).toHaveLength(1);
    expect(refused(() => typed('{"Name":"x"}', sObjectType))).toContain('must have an attributes field');
  });
});

describe('JSONParser', () => {
  const onParser = (signature: string): ((parser: unknown, ...args: unknown[]) => unknown) => {
    const call = callOf('System.JSONParser', signature);
    return (...args) => program.run(() => call(...args));
  };
  const create = json('JSONParser createParser(String jsonString)');
  const next = onParser('System.JSONToken nextToken()');
  const name = (token: unknown): string | undefined => (token as { name: string } | null)?.name;

  it('walks the tokens with the names of their fields', () => {
    const parser = create('{"a":[1,2.5],"b":{"c":null}}');
    const walked: string[] = [];
    for (let token = next(parser); token !== null; token = next(parser)) {
      walked.push(
        `${String(name(token))} ${String(onParser('String getCurrentName()')(parser))} ${String(onParser('String getText()')(parser))}`,
      );
    }
    expect(walked).toEqual([
      'START_OBJECT null {',
      'FIELD_NAME a a',
      'START_ARRAY a [',
      'VALUE_NUMBER_INT null 1',
      'VALUE_NUMBER_FLOAT null 2.5',
      'END_ARRAY a ]',
      'FIELD_NAME b b',
      'START_OBJECT b {',
      'FIELD_NAME c c',
      'VALUE_NULL c null',
      'END_OBJECT b }',
      'END_OBJECT null }',
    ]);
  });

  it('reads values by their types and refuses others', () => {
    const parser = create('[5, "2026-11-21", true]');
    next(parser);
    next(parser);
    expect(onParser('Integer getIntegerValue()')(parser)).toBe(5);
    expect(onParser('Decimal getDecimalValue()')(parser)).toEqual(new ApexDecimal(5n, 0));
    expect(program.thrownBy(() => onParser('Date getDateValue()')(parser))).toContain('JSONException');
    next(parser);
    expect(onParser('Date getDateValue()')(parser)).toBeInstanceOf(ApexDate);
    next(parser);
    expect(onParser('Boolean getBooleanValue()')(parser)).toBe(true);
  });

  it('reads objects in the middle and goes on behind them', () => {
    const parser = create('[{"quantity":1},{"quantity":2},3]');
    const line = ApexTypeToken.of(lineType);
    next(parser);
    next(parser);
    expect(onParser('Object readValueAs(System.Type apexType)')(parser, line)).toMatchObject({ quantity: 1 });
    next(parser);
    onParser('void skipChildren()')(parser);
    expect(name(onParser('System.JSONToken getCurrentToken()')(parser))).toBe('END_OBJECT');
    expect(name(next(parser))).toBe('VALUE_NUMBER_INT');
    onParser('void clearCurrentToken()')(parser);
    expect(onParser('Boolean hasCurrentToken()')(parser)).toBe(false);
    expect(name(onParser('System.JSONToken getLastClearedToken()')(parser))).toBe('VALUE_NUMBER_INT');
  });

  it('goes from value to value', () => {
    const parser = create('{"a":1}');
    const nextValue = onParser('System.JSONToken nextValue()');
    expect([nextValue(parser), nextValue(parser)].map(name)).toEqual(['START_OBJECT', 'VALUE_NUMBER_INT']);
  });
});

describe('JSONGenerator', () => {
  const onGenerator = (signature: string): ((generator: unknown, ...args: unknown[]) => unknown) => {
    const call = callOf('System.JSONGenerator', signature);
    return (...args) => program.run(() => call(...args));
  };
  const create = json('JSONGenerator createGenerator(Boolean prettyPrint)');
  const result = onGenerator('String getAsString()');

  it('writes what it is told and closes what is open', () => {
    const generator = create(false);
    onGenerator('void writeStartObject()')(generator);
    onGenerator('void writeNumberField(String fieldName, Decimal numberValue)')(
      generator,
      'abc',
      new ApexDecimal(121n, 2),
    );
    onGenerator('void writeFieldName(String fieldName)')(generator, 'ghi');
    onGenerator('void writeStartArray()')(generator);
    onGenerator('void writeObject(Object anyObject)')(generator, program.create('Order.Line', { quantity: 1 }));
    onGenerator('void writeEndArray()')(generator);
    onGenerator('void writeNullField(String fieldName)')(generator, 'def');
    expect(result(generator)).toBe('{"abc":1.21,"ghi":[{"Quantity":1,"name":null}],"def":null}');
    expect(onGenerator('Boolean isClosed()')(generator)).toBe(true);
  });

  it('refuses what would not be JSON', () => {
    const generator = create(true);
    onGenerator('void writeStartObject()')(generator);
    const write = onGenerator('void writeString(String stringValue)');
    expect(refused(() => write(generator, 'x'))).toBe('Can not write value, expecting field name');
    expect(refused(() => onGenerator('void writeEndArray()')(generator))).toBe(
      'Current context not an array but OBJECT',
    );
    onGenerator('void writeStringField(String fieldName, String stringValue)')(generator, 'a', 'b');
    expect(result(generator)).toBe('{\n  "a" : "b"\n}');
    expect(refused(() => write(generator, 'x'))).toContain('closed');
  });
});
