import { ApexException } from '../../run/apex-object.ts';
import { typeOf } from '../../types/apex-type.ts';
import { namespaceInForce } from '../../run/namespace-in-force.ts';
import { exceptionNames, uncatchableNames } from './exception-names.ts';

/** One record or message that a DML statement or an email did not accept: what DmlException tells about it by index. */
export interface Failure {
  readonly index: number;
  readonly id: string | null;
  readonly status: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What the platform's own exceptions carry beside message and cause. */
export class PlatformException extends ApexException {
  failures: readonly Failure[] = [];
  inaccessibleFields: ReadonlyMap<string, readonly string[]> = new Map();
  duplicateSignature: object | null = null;
  /** Of an AuraHandledException: what it was made with, which components are told and getMessage() does not say. */
  messageForComponents: string | null = null;
}

export type ExceptionClass = new () => PlatformException;

const classes = new Map<string, ExceptionClass>();

/** The JavaScript class of an exception of the platform: exceptionClass('System.MathException'). */
export function exceptionClass(name: string): ExceptionClass {
  const found = classes.get(name.toLowerCase());
  if (found === undefined) {
    throw new Error(`The platform has no exception named ${name}.`);
  }
  return found;
}

for (const name of exceptionNames) {
  const made = class extends PlatformException {};
  Object.defineProperty(made, 'name', { value: name });
  Object.defineProperty(made.prototype, '$type', { value: typeOf(name), writable: true });
  classes.set(name.toLowerCase(), made);
}
// System.Exception is the base of those that source declares too, so it is the class of the contract itself.
Object.defineProperty(ApexException.prototype, '$type', {
  value: typeOf('System.Exception'),
  writable: true,
});

/** Makes one of the platform's exceptions: makeException('System.MathException', 'Divide by 0') is ready to be thrown. */
export function makeException(name: string, message: string | null, cause: ApexException | null = null) {
  const made = new (exceptionClass(name))();
  made.$message = message;
  made.$cause = cause;
  return made;
}

/**
 * Whether a catch block, and a finally block, may see it. Failed assertions and exceeded limits end the transaction:
 * isCatchable(makeException('System.LimitException', 'Too many SOQL queries: 101')) → false.
 */
export function isCatchable(exception: ApexException): boolean {
  return !uncatchableNames.has(exception.$type.name);
}

/** What getMessage() says: of an exception made without a message, 'Script-thrown exception'. */
export function messageOf(exception: ApexException): string {
  return exception.$message ?? 'Script-thrown exception';
}

/** As String.valueOf and the debug log show it: describeException(e) → "System.MathException: Divide by 0". */
export function describeException(exception: ApexException): string {
  return `${typeNameOf(exception)}: ${messageOf(exception)}`;
}

/** The name of its type; exceptions of a package are named with its namespace while it runs. */
export function typeNameOf({ $type: { name } }: ApexException): string {
  const namespace = namespaceInForce();
  return namespace === null || classes.has(name.toLowerCase()) ? name : `${namespace}.${name}`;
}
