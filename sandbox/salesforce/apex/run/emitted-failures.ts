import { isCatchable } from '../library/exception/exceptions.ts';
import { raise } from '../library/raise.ts';
import { ApexException, Uncatchable, Unsupported } from './apex-object.ts';
import { withoutUnwritten } from './apex-frames.ts';
import { execution } from './execution.ts';

const nullMessage = 'Attempt to de-reference a null object';

/** Fails as the platform does where a value is needed and null was met. */
export function throwNull(): never {
  return raise('System.NullPointerException', nullMessage);
}

export function failUnsupported(construct: string, place: string): never {
  throw new Unsupported(construct, place);
}

/**
 * What a catch block may see of what was thrown: a JavaScript TypeError on null is a NullPointerException. What ends the
 * transaction, and what is a defect of this runtime, is thrown on.
 */
export function caught(thrown: unknown): ApexException {
  const exception = asApexException(thrown);
  if (exception === null || !isCatchable(exception)) {
    throw exception ?? thrown;
  }
  return exception;
}

/** What was thrown as an exception of Apex; null where it is none: Unsupported, or a defect of this runtime. */
export function asApexException(thrown: unknown): ApexException | null {
  if (thrown instanceof ApexException) {
    return thrown;
  }
  if (thrown instanceof Uncatchable || !isError(thrown)) {
    return null;
  }
  if (thrown.name === 'TypeError' && /^Cannot (?:read|set) properties of null/.test(thrown.message)) {
    return withStack(execution().exception('System.NullPointerException', nullMessage), thrown);
  }
  if (thrown.name === 'RangeError' && thrown.message.startsWith('Maximum call stack')) {
    return withStack(execution().exception('System.LimitException', 'Maximum stack depth reached: 1001'), thrown);
  }
  return null;
}

/** Errors of another realm are no instances of this one's Error. */
function isError(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && 'stack' in thrown && 'message' in thrown && 'name' in thrown;
}

function withStack(exception: ApexException, error: Error): ApexException {
  exception.$stack = withoutUnwritten(error.stack ?? '');
  return exception;
}

/** Ends a loop that runs on and on: the platform's limit on CPU time, in rounds of one loop. */
export function mayGoOn(rounds: number): boolean {
  return (
    rounds <= (execution().loopLimit ?? Infinity) || raise('System.LimitException', 'Apex CPU time limit exceeded')
  );
}

const thrownOnce = new WeakSet<ApexException>();

/** `throw value`: the stack is that of the first throw, not of where the exception was made. */
export function raised(exception: ApexException): ApexException {
  if (!thrownOnce.has(exception)) {
    thrownOnce.add(exception);
    exception.$stack = withoutUnwritten(new Error().stack ?? '');
  }
  return exception;
}

/** What the constructors do that every exception of source has. */
export function initException<T extends ApexException>(
  made: T,
  message: string | null,
  cause: ApexException | null,
): T {
  made.$message = message;
  made.$cause = cause;
  return made;
}
