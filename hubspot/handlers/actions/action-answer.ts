/** Values as later steps of a workflow read them: always texts; a value that there is none of is missing. */
export type OutputFields = { readonly [name: string]: string };

/** With status 200. */
export type AnsweredAction = { readonly kind: 'answered'; readonly outputFields: OutputFields };

/** What HubSpot is answered. */
export type ActionAnswer =
  | AnsweredAction
  /** With status 429 and Retry-After: HubSpot calls again with the same callback. Nothing was done. */
  | { readonly kind: 'later'; readonly retryAfterSeconds: number };

/**
 * How long a workflow waits for a decision that did not come in time. Then it goes on without; the lead is decided all the
 * same.
 */
const longestWait = 'PT1H';

/** It went well. */
export function done(values: Readonly<Record<string, string | number | null>>): AnsweredAction {
  return noted('', '', values);
}

/** It went well, and there is something to know. */
export function noted(
  code: string,
  message: string,
  values: Readonly<Record<string, string | number | null>>,
): AnsweredAction {
  const outputFields = { error_code: code, error_message: message, ...written(values) };
  return { kind: 'answered', outputFields: { ...outputFields, hs_execution_state: 'SUCCESS' } };
}

/** It could not be done. The workflow goes on, so that a branch can ask for the code. */
export function failed(code: string, message: string): AnsweredAction {
  return {
    kind: 'answered',
    outputFields: { error_code: code, error_message: message, hs_execution_state: 'FAIL_CONTINUE' },
  };
}

/** The workflow waits at this step until the callback is completed. */
export function waiting(): AnsweredAction {
  return { kind: 'answered', outputFields: { hs_execution_state: 'BLOCK', hs_expiration_duration: longestWait } };
}

export function isWaiting(answer: ActionAnswer): boolean {
  return answer.kind === 'answered' && answer.outputFields['hs_execution_state'] === 'BLOCK';
}

function written(values: Readonly<Record<string, string | number | null>>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== '') {
      fields[name] = String(value);
    }
  }
  return fields;
}
