import { describe, expect, it } from '@jest/globals';
import type { ApexList } from '../../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { ApexTypeToken } from '../../../../../sandbox/salesforce/apex/library/system/apex-type-token.ts';
import { createStub, handleMethodCall } from '../../../../../sandbox/salesforce/apex/library/system/stubs.ts';
import { ApexObject } from '../../../../../sandbox/salesforce/apex/run/apex-object.ts';
import type { Execution, SourceTypeInfo } from '../../../../../sandbox/salesforce/apex/run/execution.ts';
import { textOf, typeOfValue } from '../../../../../sandbox/salesforce/apex/run/values.ts';
import {
  integerType,
  stringType,
  typeOf,
  voidType,
  type ApexType,
} from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { run, thrownBy } from './library-calls.ts';

const scorerType = typeOf('Scorer');
const gradedType = typeOf('Graded');

function methodInfo(
  name: string,
  key: string,
  returns: ApexType,
  more: object = {},
): SourceTypeInfo['methods'][number] {
  const parameters = [{ name: 'leadName', type: stringType }];
  return { name, key, returns, parameters, isStatic: false, isPublic: true, ...more };
}

function typeInfo(type: ApexType, more: Partial<SourceTypeInfo>): SourceTypeInfo {
  return {
    type,
    kind: 'class',
    isAbstract: false,
    superclass: null,
    interfaces: [],
    fields: [],
    methods: [],
    constants: [],
    ...more,
  };
}

const infos = new Map([
  [
    scorerType,
    typeInfo(scorerType, {
      interfaces: [gradedType],
      methods: [
        methodInfo('score', 'score$string', integerType),
        methodInfo('reset', 'reset$string', voidType),
        methodInfo('hide', 'hide$string', integerType, { isPublic: false }),
      ],
    }),
  ],
  [gradedType, typeInfo(gradedType, { kind: 'interface', methods: [methodInfo('grade', 'grade$string', stringType)] })],
]);

class Scorer extends ApexObject {
  static {
    Object.defineProperty(this.prototype, '$type', { value: scorerType });
  }

  score$string(): number {
    return -1;
  }

  hide$string(): number {
    return -2;
  }
}

const program: Partial<Execution> = {
  describe: (type) => infos.get(type) ?? null,
  allocate: () => new Scorer(),
};

type Stub = Record<string, (...args: unknown[]) => unknown>;

describe('a stub', () => {
  const calls: string[] = [];
  const answering = (answer: unknown) => ({
    [handleMethodCall]: (
      _stub: object,
      name: string,
      returns: unknown,
      types: ApexList,
      names: ApexList,
      args: ApexList,
    ) => {
      calls.push([name, textOf(returns), textOf(types), textOf(names), textOf(args)].join(' '));
      return answer;
    },
  });
  const stubOf = (type: ApexType, answer: unknown) => createStub(ApexTypeToken.of(type), answering(answer)) as Stub;

  it('asks the provider with the names and types of the call', () => {
    expect(run(() => stubOf(scorerType, 7)['score$string']?.('Ada'), program)).toBe(7);
    expect(calls.pop()).toBe('score Integer (String) (leadName) (Ada)');
  });

  it('of a class is one of it, also by the methods of its interfaces', () => {
    run(() => {
      const stub = stubOf(scorerType, 'A');
      expect(stub).toBeInstanceOf(Scorer);
      expect(typeOfValue(stub)).toBe(scorerType);
      expect(stub['grade$string']?.('Ada')).toBe('A');
    }, program);
  });

  it('leaves private methods and other objects of the class as they are', () => {
    run(() => {
      expect(stubOf(scorerType, 7)['hide$string']?.('Ada')).toBe(-2);
      expect(new Scorer().score$string()).toBe(-1);
    }, program);
  });

  it('of an interface has its methods', () => {
    run(() => {
      const stub = stubOf(gradedType, 'B');
      expect(typeOfValue(stub)).toBe(gradedType);
      expect(stub['grade$string']?.('Ada')).toBe('B');
    }, program);
  });

  it('ignores what the provider answers for a method without a value', () => {
    expect(run(() => stubOf(scorerType, 7)['reset$string']?.('Ada'), program)).toBeUndefined();
    expect(calls.pop()).toContain('reset null');
  });

  it('refuses an answer of another type', () => {
    expect(thrownBy(() => stubOf(scorerType, 'seven')['score$string']?.('Ada'), program)).toBe(
      'System.TypeException: Invalid conversion from runtime type String to Integer',
    );
  });

  it('cannot be made of a type of the platform', () => {
    expect(thrownBy(() => stubOf(stringType, 1), program)).toContain('System.TypeException: Cannot create a stub');
  });
});
