import { randomUUID } from 'node:crypto';
import type { FunctionOutcome } from './function-run.ts';

/**
 * A function that did not return. Codes: FNC001 no such function, FNC002 it failed, FNC003 the account's execution time is used up.
 */
export class FunctionError extends Error {
  readonly code: string;
  readonly status: number;
  /** What HubSpot answers its own user interface with. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, message: string, body: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = 'FunctionError';
    this.code = code;
    this.status = status;
    this.body = body;
  }
}

export function noSuchFunction(name: string): FunctionError {
  const message = `The serverless function ${name} doesn't exist in this project. Go to the Activity tab for the project to check its deploy status.`;
  const more = { category: 'VALIDATION_ERROR', context: { SERVERLESS_FUNCTION: [name] } };
  return new FunctionError('FNC001', 400, message, bodyOf(message, more));
}

export function limitedFunction(name: string): FunctionError {
  const message = `The serverless function '${name}' was not executed: the account has used its execution time of this minute.`;
  return new FunctionError('FNC003', 429, message, bodyOf(message, { category: 'RATE_LIMITS' }));
}

/** As HubSpot's local executor words it. */
export function failedFunction(
  name: string,
  { exception }: Extract<FunctionOutcome, { state: 'failed' }>,
): FunctionError {
  const message = `The serverless function '${name}' failed to execute: ${exception}.`;
  const error = {
    subCategory: 'ServerlessActionExecutionError.SERVERLESS_FUNCTION_ERROR',
    message,
    context: { exception: [exception], serverlessFunction: [name] },
  };
  const general = "There was a problem reaching the app's API. Contact the app developer for more information.";
  const more = {
    errors: [error],
    category: 'VALIDATION_ERROR',
    subCategory: 'GenXExecutionErrorType.APP_ERROR',
  };
  return new FunctionError('FNC002', 400, message, bodyOf(general, more));
}

function bodyOf(message: string, more: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { status: 'error', message, correlationId: randomUUID(), ...more };
}
