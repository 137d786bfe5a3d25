import { pino } from 'pino';
import type { LogLevel } from '../configuration/configuration.ts';
import type { Log, LogFields } from './log.ts';
import { mask } from './mask.ts';

/** The fields of LogFields, once more as values: types are gone when the program runs. */
const allowed: Readonly<Record<keyof LogFields, true>> = {
  requestId: true,
  route: true,
  method: true,
  status: true,
  millis: true,
  portalId: true,
  portalIds: true,
  contactId: true,
  decisionId: true,
  callbackId: true,
  correlationId: true,
  code: true,
  codes: true,
  reason: true,
  action: true,
  kind: true,
  state: true,
  job: true,
  queue: true,
  hash: true,
  number: true,
  attempt: true,
  count: true,
  stored: true,
  repeated: true,
  ignored: true,
  unreadable: true,
  port: true,
  form: true,
  version: true,
  error: true,
};

/**
 * A log of one JSON object a line, for the standard output unless told otherwise. Fields that are not allowed are left out
 * and named in `leftOut`; e-mail addresses and tokens in texts are masked.
 *
 * `log.info({ portalId: 7, status: 200 }, 'answered')` → `{"level":"info","time":"…","portalId":7,"status":200,"message":"answered"}`
 */
export function createLog(options: { readonly level: LogLevel; readonly write?: (line: string) => void }): Log {
  const write = options.write;
  const logger = pino(
    {
      level: options.level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    write === undefined ? pino.destination({ fd: 1, sync: false }) : { write },
  );
  return {
    debug: (fields, message) => logger.debug(safeFields(fields), mask(message)),
    info: (fields, message) => logger.info(safeFields(fields), mask(message)),
    warn: (fields, message) => logger.warn(safeFields(fields), mask(message)),
    error: (fields, message) => logger.error(safeFields(fields), mask(message)),
  };
}

function safeFields(fields: LogFields): object {
  const safe: Record<string, unknown> = {};
  const leftOut: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(allowed, name)) leftOut.push(mask(name));
    else if (value !== undefined) safe[name] = name === 'error' ? safeError(value) : safeValue(value);
  }
  return leftOut.length === 0 ? safe : { ...safe, leftOut };
}

/** Texts, numbers and flags, or lists of them. Objects have fields of their own that nobody allowed. */
function safeValue(value: unknown): unknown {
  if (typeof value === 'string') return mask(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return value.map(safeValue);
  return '[left out]';
}

/** A chain of causes may be a ring. */
const mostCauses = 4;

/** Whatever was thrown: errors of other realms are no `Error` of ours, and have a name and a message all the same. */
function safeError(error: unknown, causes = 0): object {
  if (typeof error !== 'object' || error === null) return { name: typeof error };
  const { name, message, code, stack, cause } = error as { readonly [key: string]: unknown };
  return {
    name: typeof name === 'string' ? mask(name) : 'object',
    ...(typeof code === 'string' ? { code: mask(code) } : {}),
    ...(typeof message === 'string' ? { message: mask(message) } : {}),
    ...(typeof stack === 'string' ? { stack: mask(framesOf(stack)) } : {}),
    ...(cause === undefined || causes === mostCauses ? {} : { cause: safeError(cause, causes + 1) }),
  };
}

/** The first lines of a stack repeat the message. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
