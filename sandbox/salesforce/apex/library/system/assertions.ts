import { madeText } from '../../run/meter.ts';
import { sameValue, textOf, typeOfValue } from '../../run/values.ts';
import { execution } from '../../run/execution.ts';
import { displayName } from '../../types/apex-type.ts';
import type { Members } from '../define.ts';
import { raise } from '../raise.ts';
import type { ApexTypeToken } from './apex-type-token.ts';

/** The platform writes the author's message first: "Assertion Failed: Wrong sum: Expected: 3, Actual: 4". */
function failAssertion(message: unknown, difference: string | null): never {
  const parts = ['Assertion Failed'];
  if (message !== null) {
    parts.push(textOf(message));
  }
  if (difference !== null) {
    parts.push(difference);
  }
  return raise('System.AssertException', madeText(parts.join(': ')));
}

function checkEqual(expected: unknown, actual: unknown, message: unknown = null): void {
  if (!sameValue(expected, actual)) {
    failAssertion(message, `Expected: ${textOf(expected)}, Actual: ${textOf(actual)}`);
  }
}

function checkNotEqual(unexpected: unknown, actual: unknown, message: unknown = null): void {
  if (sameValue(unexpected, actual)) {
    failAssertion(message, `Same value: ${textOf(unexpected)}`);
  }
}

function checkCondition(condition: boolean | null, message: unknown = null): void {
  if (condition === null) {
    raise('System.NullPointerException', 'Null argument for assert');
  }
  if (!condition) {
    failAssertion(message, null);
  }
}

function checkBoolean(expected: boolean) {
  return (condition: boolean | null, message: unknown = null): void => {
    if (condition !== expected) {
      failAssertion(message, `Expected: ${expected}, Actual: ${textOf(condition)}`);
    }
  };
}

function checkNull(value: unknown, message: unknown = null): void {
  if (value !== null) {
    failAssertion(message, `Expected: null, Actual: ${textOf(value)}`);
  }
}

function checkNotNull(value: unknown, message: unknown = null): void {
  if (value === null) {
    failAssertion(message, 'Same value: null');
  }
}

function isInstance(value: unknown, token: ApexTypeToken): boolean {
  return value !== null && execution().isAssignable(typeOfValue(value), token.type);
}

function checkInstance(value: unknown, expected: ApexTypeToken, message: unknown = null): void {
  if (!isInstance(value, expected)) {
    const actual = value === null ? 'null' : displayName(typeOfValue(value));
    failAssertion(message, `Expected instance of type: ${displayName(expected.type)}, Actual: ${actual}`);
  }
}

function checkNotInstance(value: unknown, unexpected: ApexTypeToken, message: unknown = null): void {
  if (isInstance(value, unexpected)) {
    failAssertion(message, `Unexpected instance of type: ${displayName(unexpected.type)}`);
  }
}

/** The assertions that System has: their messages may be any value. */
export const systemAssertions: Members = {
  'void assert(Boolean condition)': checkCondition,
  'void assert(Boolean condition, Object msg)': checkCondition,
  'void assertEquals(Object expected, Object actual)': checkEqual,
  'void assertEquals(Object expected, Object actual, Object msg)': checkEqual,
  'void assertNotEquals(Object expected, Object actual)': checkNotEqual,
  'void assertNotEquals(Object expected, Object actual, Object msg)': checkNotEqual,
};

/** System.Assert, whole. */
export const assertMembers: Members = {
  'void areEqual(Object expected, Object actual)': checkEqual,
  'void areEqual(Object expected, Object actual, String msg)': checkEqual,
  'void areNotEqual(Object notExpected, Object actual)': checkNotEqual,
  'void areNotEqual(Object notExpected, Object actual, String msg)': checkNotEqual,
  'void fail()': () => failAssertion(null, null),
  'void fail(String msg)': (message: string | null) => failAssertion(message, null),
  'void isTrue(Boolean condition)': checkBoolean(true),
  'void isTrue(Boolean condition, String msg)': checkBoolean(true),
  'void isFalse(Boolean condition)': checkBoolean(false),
  'void isFalse(Boolean condition, String msg)': checkBoolean(false),
  'void isNull(Object value)': checkNull,
  'void isNull(Object value, String msg)': checkNull,
  'void isNotNull(Object value)': checkNotNull,
  'void isNotNull(Object value, String msg)': checkNotNull,
  'void isInstanceOfType(Object instance, Type expectedType)': checkInstance,
  'void isInstanceOfType(Object instance, Type expectedType, String msg)': checkInstance,
  'void isNotInstanceOfType(Object instance, Type notExpectedType)': checkNotInstance,
  'void isNotInstanceOfType(Object instance, Type notExpectedType, String msg)': checkNotInstance,
};
