import { Unsupported } from '../../run/apex-object.ts';
import { execution } from '../../run/execution.ts';
import { raise } from '../raise.ts';
import { useLimit } from './limits.ts';
import { refusalOfCallout } from './running-request.ts';
import { transactionState } from './transaction-state.ts';

/** A request that Apex sends, and its answer, in plain values; header names as they were written. */
export interface CalloutRequest {
  readonly method: string;
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly timeoutMilliseconds: number;
}

export interface CalloutResponse {
  readonly statusCode: number;
  readonly status?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Answers requests in the place of the network. What it throws reaches Apex as a CalloutException of that message. */
export type Callout = (request: CalloutRequest) => CalloutResponse;

/** Ends a callout that the platform does not let begin, and counts it. */
export function beginCallout(): void {
  const refused = refusalOfCallout();
  if (refused !== null) {
    raise('System.CalloutException', refused);
  }
  useLimit('Callouts');
  if (transactionState().hasPendingWork) {
    raise('System.CalloutException', 'You have uncommitted work pending. Please commit or rollback before calling out');
  }
}

/** What the org's network answers to a request, which is only written where there is one. */
export function callOut(write: () => CalloutRequest): CalloutResponse {
  const answer = execution().org.callOut ?? null;
  if (answer === null) {
    throw new Unsupported('Http.send', 'an org without the option callOut');
  }
  const request = write();
  try {
    return answer(request);
  } catch (error) {
    return raise('System.CalloutException', error instanceof Error ? error.message : String(error));
  }
}
