import { describe, expect, it } from '@jest/globals';
import { ApexList } from '../../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { ApexMap } from '../../../../../sandbox/salesforce/apex/library/collection/apex-map.ts';
import { ApexDecimal } from '../../../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { ApexSObject, recordTypeOf } from '../../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { bindNames } from '../../../../../sandbox/salesforce/apex/library/system/dynamic-query.ts';
import { runAsTrigger } from '../../../../../sandbox/salesforce/apex/library/system/trigger-context.ts';
import { ApexObject } from '../../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { enterUser, leaveUser } from '../../../../../sandbox/salesforce/apex/library/system/users-run-as.ts';
import { ApexTypeToken } from '../../../../../sandbox/salesforce/apex/library/system/apex-type-token.ts';
import { ApexId } from '../../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { Unsupported } from '../../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { chargeElements, resetMeter } from '../../../../../sandbox/salesforce/apex/run/meter.ts';
import { textOf } from '../../../../../sandbox/salesforce/apex/run/values.ts';
import {
  integerType,
  listOf,
  objectType,
  stringType,
  typeOf,
} from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { construct, method, run, setter, thrownBy } from './library-calls.ts';

const onSystem = (signature: string) => method('System.System', signature);
const onAssert = (signature: string) => method('System.Assert', signature);
const onTest = (signature: string) => method('System.Test', signature);

describe('an assertion', () => {
  const equal = onSystem('void assertEquals(Object expected, Object actual)');
  const equalWith = onSystem('void assertEquals(Object expected, Object actual, Object msg)');

  it('that two values are equal says what was expected', () => {
    expect(thrownBy(() => equal(1, 2))).toBe('System.AssertException: Assertion Failed: Expected: 1, Actual: 2');
    expect(thrownBy(() => equalWith(1, 2, 'Sum'))).toBe(
      'System.AssertException: Assertion Failed: Sum: Expected: 1, Actual: 2',
    );
  });

  it('compares numbers by value and text by case', () => {
    expect(thrownBy(() => equal(1, 1n))).toBe('nothing');
    expect(thrownBy(() => equal(1, new ApexDecimal(100n, 2)))).toBe('nothing');
    expect(thrownBy(() => equal('a', 'A'))).toContain('Expected: a, Actual: A');
    expect(thrownBy(() => equal(null, null))).toBe('nothing');
    expect(thrownBy(() => equal(null, 'x'))).toContain('Expected: null, Actual: x');
  });

  it('compares lists item by item', () => {
    const list = (...items: unknown[]) => new ApexList(listOf(stringType), items);
    expect(thrownBy(() => equal(list('a', 'b'), list('a', 'b')))).toBe('nothing');
    expect(thrownBy(() => equal(list('a'), list('b')))).toContain('Expected: (a), Actual: (b)');
  });

  it('that two values differ says which value both are', () => {
    const different = onSystem('void assertNotEquals(Object expected, Object actual)');
    expect(thrownBy(() => different(1, 1))).toBe('System.AssertException: Assertion Failed: Same value: 1');
    expect(thrownBy(() => different(1, 2))).toBe('nothing');
  });

  it('of a condition repeats the author’s message', () => {
    const check = onSystem('void assert(Boolean condition, Object msg)');
    expect(thrownBy(() => check(false, 'No lead was routed'))).toBe(
      'System.AssertException: Assertion Failed: No lead was routed',
    );
    expect(thrownBy(() => onSystem('void assert(Boolean condition)')(true))).toBe('nothing');
  });

  it.each([
    ['void isTrue(Boolean condition)', [true], [false]],
    ['void isFalse(Boolean condition)', [false], [null]],
    ['void isNull(Object value)', [null], ['x']],
    ['void isNotNull(Object value)', ['x'], [null]],
    ['void areEqual(Object expected, Object actual)', [1, 1], [1, 2]],
    ['void areNotEqual(Object notExpected, Object actual)', [1, 2], [1, 1]],
    [
      'void isInstanceOfType(Object instance, Type expectedType)',
      [1, ApexTypeToken.of(integerType)],
      ['1', ApexTypeToken.of(integerType)],
    ],
    [
      'void isNotInstanceOfType(Object instance, Type notExpectedType)',
      [null, ApexTypeToken.of(objectType)],
      [1, ApexTypeToken.of(objectType)],
    ],
  ])('%s passes and fails', (signature, passing, failing) => {
    expect(thrownBy(() => onAssert(signature)(...passing))).toBe('nothing');
    expect(thrownBy(() => onAssert(signature)(...failing))).toContain('System.AssertException: Assertion Failed');
  });

  it('can be made to fail', () => {
    expect(thrownBy(() => onAssert('void fail(String msg)')('Not reached'))).toBe(
      'System.AssertException: Assertion Failed: Not reached',
    );
  });
});

describe('System', () => {
  it('tells the run’s own time, and the day of the user’s zone', () => {
    const dayBefore = Date.UTC(2025, 11, 31) / 86_400_000;
    expect(run(() => onSystem('Date today()')())).toMatchObject({ days: dayBefore });
    expect(run(() => onSystem('Long currentTimeMillis()')())).toBe(BigInt(Date.UTC(2026, 0, 1, 3)));
  });

  it('writes debug lines with their level', () => {
    const lines: string[] = [];
    run(() => onSystem('void debug(Object msg)')(null), { debug: (level, text) => lines.push(`${level} ${text}`) });
    expect(lines).toEqual(['DEBUG null']);
  });
});

describe('Type', () => {
  const token = ApexTypeToken.of(typeOf('System.Map', [stringType, listOf(integerType)]));

  it('has one value for each type, with the name that people read', () => {
    expect(ApexTypeToken.of(typeOf('System.Map', [stringType, listOf(integerType)]))).toBe(token);
    expect(method('System.Type', 'String getName()')(token)).toBe('Map<String,List<Integer>>');
    expect(textOf(token)).toBe('Map<String,List<Integer>>');
  });

  it('is found by its name, with a namespace or without', () => {
    const findType = (name: string) => (name === 'Database.SaveResult' ? typeOf(name) : null);
    const forName = method('System.Type', 'Type forName(String namespace, String name)');
    expect(run(() => textOf(forName('Database', 'SaveResult')), { findType })).toBe('Database.SaveResult');
    expect(run(() => forName('', 'NoSuchClass'), { findType })).toBeNull();
    expect(thrownBy(() => method('System.Type', 'Type forName(String fullyQualifiedName)')(null))).toContain(
      'System.NullPointerException',
    );
  });
});

describe('Test', () => {
  it('starts and stops once', () => {
    expect(
      thrownBy(() => {
        onTest('void startTest()')();
        onTest('void startTest()')();
      }),
    ).toBe('System.FinalException: Testing already started');
    expect(thrownBy(() => onTest('void stopTest()')())).toBe('System.FinalException: Testing not started');
  });

  it('begins a fresh set of limits', () => {
    resetMeter();
    const cpu = method('System.Limits', 'Integer getCpuTime()');
    const times = run(
      () => {
        chargeElements(8_000_000);
        const before = cpu() as number;
        onTest('void startTest()')();
        return [before, cpu()];
      },
      { statements: () => 2000 },
    );
    expect(times).toEqual([1002, 0]);
    expect(method('System.Limits', 'Integer getLimitQueries()')()).toBe(100);
  });
});

describe('HTTP', () => {
  const request = () => construct('System.HttpRequest', '()')(typeOf('System.HttpRequest')) as object;
  const send = method('System.Http', 'System.HttpResponse send(System.HttpRequest request)');

  it('answers with what the mock responds', () => {
    const response = construct('System.HttpResponse', '()')(typeOf('System.HttpResponse')) as object;
    const mock = { respond$httprequest: () => response };
    const mockType = ApexTypeToken.of(typeOf('System.HttpCalloutMock'));
    expect(
      run(() => {
        onTest('void setMock(Type interfaceType, Object instance)')(mockType, mock);
        return send({}, request());
      }),
    ).toBe(response);
  });

  it('fails a test that has no mock, and is not supported outside of tests', () => {
    expect(thrownBy(() => send({}, request()))).toContain('do not support Web service callouts');
    expect(() => run(() => send({}, request()), { isRunningTest: () => false })).toThrow(Unsupported);
  });

  it('finds headers by a name in any case and keeps the body', () => {
    const made = request();
    const on = (signature: string) => method('System.HttpRequest', signature);
    on('void setHeader(String key, String value)')(made, 'Content-Type', 'text/plain');
    on('void setBody(String body)')(made, 'Grüße');
    expect(on('String getHeader(String key)')(made, 'content-type')).toBe('text/plain');
    expect(on('String getBody()')(made)).toBe('Grüße');
  });
});

describe('the context of a REST call', () => {
  it('is what the test sets', () => {
    const value = construct('System.RestRequest', '()')(typeOf('System.RestRequest'));
    run(() => {
      setter('System.RestContext', 'System.RestRequest request')(value);
      method('System.RestRequest', 'void addParameter(String name, String value)')(value, 'id', '7');
      expect(method('System.RestContext', 'System.RestRequest request')()).toBe(value);
    });
    expect(textOf(method('System.RestRequest', 'Map<String,String> params')(value))).toBe('{id=7}');
    expect(run(() => method('System.RestContext', 'System.RestRequest request')())).toBeNull();
  });
});

describe('the variables of a trigger', () => {
  const read = (signature: string) => method('System.Trigger', signature)();

  it('are null and false outside of triggers', () => {
    expect(read('List<SObject> new')).toBeNull();
    expect(read('Boolean isExecuting')).toBe(false);
  });

  it('tell of the running trigger', () => {
    const context = {
      operation: 'AFTER_UPDATE',
      newRecords: new ApexList(listOf(recordTypeOf('Lead'))),
      oldRecords: null,
      newById: null,
      oldById: null,
      size: 3,
    };
    runAsTrigger(context, () => {
      expect(read('List<SObject> new')).toBe(context.newRecords);
      expect([read('Boolean isAfter'), read('Boolean isUpdate'), read('Boolean isInsert')]).toEqual([
        true,
        true,
        false,
      ]);
      expect(textOf(read('System.TriggerOperation operationType'))).toBe('AFTER_UPDATE');
      expect(read('Integer size')).toBe(3);
    });
    expect(read('Boolean isAfter')).toBe(false);
  });
});

describe('the running user', () => {
  it('is the one of the innermost System.runAs block', () => {
    const name = method('System.UserInfo', 'String getUserName()');
    const user = new ApexSObject(
      recordTypeOf('User'),
      new Map<string, unknown>([
        ['username', 'ada@example.com'],
        ['id', new ApexId('005000000000009AAA')],
      ]),
    );
    const seen = run(() => {
      enterUser(user);
      // A block with a Version runs as the same user.
      enterUser(new ApexObject());
      const inside = [name(), method('System.UserInfo', 'String getUserId()')()];
      leaveUser();
      leaveUser();
      return [...inside, name()];
    });
    expect(seen).toEqual(['ada@example.com', '005000000000009AAA', 'running.user@example.com']);
  });
});

describe('a dynamic query', () => {
  it('binds the names of its map and leaves quoted text alone', () => {
    const values = ApexMap.from(typeOf('System.Map', [stringType, objectType]), [['Name', 'Ada']]);
    const text = "SELECT Id FROM Lead WHERE Name = :name AND City = 'a:name \\' :name'";
    expect(bindNames(text, values)).toEqual({
      text: "SELECT Id FROM Lead WHERE Name = :v0 AND City = 'a:name \\' :name'",
      values: ['Ada'],
    });
    expect(thrownBy(() => bindNames('… WHERE Name = :other', values))).toBe(
      "System.QueryException: Key 'other' does not exist in the bindMap",
    );
  });
});
