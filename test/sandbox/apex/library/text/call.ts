import type { Implementation } from '../../../../../sandbox/salesforce/apex/library/define.ts';
import { ApexList } from '../../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { builtinTypes } from '../../../../../sandbox/salesforce/apex/library/registry.ts';
import { type Execution, runWithin } from '../../../../../sandbox/salesforce/apex/run/execution.ts';
import { ApexException } from '../../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { orgWithoutData } from '../../../../../sandbox/salesforce/apex/run/org.ts';

/** An exception as these tests see it: "System.StringException: Invalid id: x". */
class Raised extends ApexException {
  readonly name: string;

  constructor(name: string, message: string) {
    super();
    this.name = name;
    this.$message = message;
  }
}

let chance = 0;

const running = {
  org: orgWithoutData([
    { name: 'Account', label: 'Account', keyPrefix: '001', fields: new Map(), children: new Map() },
  ]),
  exception: (name: string, message: string) => new Raised(name, message),
  // A sequence that is the same in each run.
  random: () => (chance = (chance * 0.71 + 0.137) % 1),
  timeZone: 'UTC',
  locale: 'en_US',
} as unknown as Execution;

/** Calls what stands behind a signature: call('System.String', 'Boolean contains(String substring)', 'abc', 'b'). */
export function call(typeName: string, signature: string, ...given: unknown[]): unknown {
  const type = builtinTypes().find((each) => each.name === typeName);
  const found = type?.methods?.[signature] ?? type?.statics?.[signature];
  if (typeof found !== 'function') {
    throw new Error(`${typeName} has no ${signature}`);
  }
  return plain(runWithin(running, () => found(...given)));
}

/** Makes an object by a constructor: make('System.URL', '(String spec)', 'https://a.b'). */
export function make(typeName: string, signature: string, ...given: unknown[]): unknown {
  const constructor = builtinTypes().find((each) => each.name === typeName)?.constructors?.[signature];
  if (typeof constructor !== 'function') {
    throw new Error(`${typeName} has no constructor ${signature}`);
  }
  return runWithin(running, () => (constructor as Implementation)(null, ...given));
}

/** What a call throws, as "name: message". */
export function problemOf(action: () => unknown): string {
  try {
    action();
  } catch (problem) {
    if (problem instanceof Raised) {
      return `${problem.name}: ${problem.$message}`;
    }
    throw problem;
  }
  return 'nothing was thrown';
}

export function within<T>(action: () => T): T {
  return runWithin(running, action);
}

/** Lists are compared by their items. */
function plain(value: unknown): unknown {
  return value instanceof ApexList ? value.items : value;
}
