import { execution } from '../run/execution.ts';

/** Throws one of the platform's exceptions: raise('System.MathException', 'Divide by 0'). */
export function raise(name: string, message: string): never {
  // An exception of Apex is no Error of JavaScript: Apex code sees the object itself.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw execution().exception(name, message);
}

/** Most methods of the platform refuse a null argument in these words. */
export function raiseNullArgument(): never {
  return raise('System.NullPointerException', 'Argument cannot be null.');
}
