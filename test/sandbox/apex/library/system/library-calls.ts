import type { BuiltinType, Implementation } from '../../../../../sandbox/salesforce/apex/library/define.ts';
import { makeException } from '../../../../../sandbox/salesforce/apex/library/exception/exceptions.ts';
import { standardObjects } from '../../../../../sandbox/salesforce/apex/library/record/standard-objects.ts';
import { builtinTypes } from '../../../../../sandbox/salesforce/apex/library/registry.ts';
import { ApexException } from '../../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { runWithin, type Execution } from '../../../../../sandbox/salesforce/apex/run/execution.ts';
import { orgWithoutData } from '../../../../../sandbox/salesforce/apex/run/org.ts';
import { objectType, sObjectType } from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { describeException } from '../../../../../sandbox/salesforce/apex/library/exception/exceptions.ts';

const types: readonly BuiltinType[] = builtinTypes();

function typeNamed(name: string): BuiltinType {
  const found = types.find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`There is no type ${name}.`);
  }
  return found;
}

function mustBeBuilt(found: unknown, what: string): Implementation {
  if (typeof found !== 'function') {
    throw new Error(`${what} is not there.`);
  }
  return found as Implementation;
}

/** What the library does by the documented signature: method('System.Type', 'String getName()')(token). */
export function method(typeName: string, signature: string): Implementation {
  const type = typeNamed(typeName);
  const found =
    type.methods?.[signature] ??
    type.statics?.[signature] ??
    type.properties?.[signature]?.get ??
    type.staticProperties?.[signature]?.get;
  return mustBeBuilt(found, `${typeName}.${signature}`);
}

/** What a property of the library does when it is set. */
export function setter(typeName: string, signature: string): Implementation {
  const type = typeNamed(typeName);
  const found = type.properties?.[signature]?.set ?? type.staticProperties?.[signature]?.set;
  return mustBeBuilt(found, `${typeName}.${signature}`);
}

/** What `new T(…)` does: construct('System.MathException', '(String message)')(type, 'x'). */
export function construct(typeName: string, key: string): Implementation {
  return mustBeBuilt(typeNamed(typeName).constructors?.[key], `new ${typeName}${key}`);
}

/** A program without source, in an org without data that knows the standard objects. */
export function programWith(more: Partial<Execution> = {}): Execution {
  return {
    org: orgWithoutData(standardObjects()),
    now: () => Date.UTC(2026, 0, 1, 3),
    random: () => 0.5,
    timeZone: 'America/Los_Angeles',
    locale: 'en_US',
    isRunningTest: () => true,
    exception: (name, message, cause) => makeException(name, message, cause ?? null),
    debug: () => {},
    findType: () => null,
    describe: () => null,
    isAssignable: (from, to) =>
      from === to || to === objectType || (to === sObjectType && from.name.startsWith('SObject:')),
    construct: () => null,
    allocate: () => ({}),
    statements: () => 0,
    ...more,
  };
}

/** Runs within a program of its own. */
export function run<T>(action: () => T, more: Partial<Execution> = {}): T {
  return runWithin(programWith(more), action);
}

/** "System.MathException: Divide by 0", or "nothing" where no exception of Apex was thrown. */
export function thrownBy(action: () => unknown, more: Partial<Execution> = {}): string {
  try {
    run(action, more);
  } catch (error) {
    if (error instanceof ApexException) {
      return describeException(error);
    }
    throw error;
  }
  return 'nothing';
}
