import type { BuiltinType, Implementation } from '../../../../../sandbox/salesforce/apex/library/define.ts';
import { ApexException } from '../../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { runWithin, type Execution } from '../../../../../sandbox/salesforce/apex/run/execution.ts';

class NamedException extends ApexException {
  readonly name: string;

  constructor(name: string, message: string) {
    super();
    this.name = name;
    this.$message = message;
  }
}

interface Setting {
  readonly now?: number;
  readonly random?: number;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Runs `action` as a user of the given zone and locale; the library's exceptions carry their name and message. */
export function asUser<T>(setting: Setting, action: () => T): T {
  const execution = {
    now: () => setting.now ?? 0,
    random: () => setting.random ?? 0,
    timeZone: setting.timeZone ?? 'America/Los_Angeles',
    locale: setting.locale ?? 'en_US',
    exception: (name: string, message: string) => new NamedException(name, message),
  };
  return runWithin(execution as unknown as Execution, action);
}

/** 'System.MathException: Divide by 0', or 'nothing' where no exception was thrown. */
export function thrownBy(action: () => unknown): string {
  try {
    asUser({}, action);
  } catch (error) {
    if (error instanceof NamedException) {
      return `${error.name}: ${String(error.$message)}`;
    }
    throw error;
  }
  return 'nothing';
}

/** Finds what the library does by the documented signature: callOf(mathBuiltin, 'Integer abs(Integer integerValue)')(-1). */
export function callOf(type: BuiltinType, signature: string): Implementation {
  const found = type.statics?.[signature] ?? type.methods?.[signature];
  if (typeof found !== 'function') {
    throw new Error(`${type.name} has no ${signature}.`);
  }
  return found;
}
