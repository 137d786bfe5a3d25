import { execution } from '../run/execution.ts';

/** Throws one of the platform's exceptions: raise('System.MathException', 'Divide by 0'). */
export function raise(name: string, message: string): never {
  throw execution().exception(name, message);
}

/** Most methods of the platform refuse a null argument in these words. */
export function raiseNullArgument(): never {
  return raise('System.NullPointerException', 'Argument cannot be null.');
}
