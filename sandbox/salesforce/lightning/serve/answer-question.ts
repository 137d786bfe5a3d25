import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** A call of an @AuraEnabled method. `isWire` is true for a wire, which only methods with cacheable=true allow. */
export type ApexRequest = {
  class: string;
  method: string;
  params: Record<string, unknown>;
  userId: string;
  isWire: boolean;
};

/** A record asked for or changed through `lightning/uiRecordApi`; fields are named as in `Lead.Company`. */
export type RecordRequest =
  | { kind: 'get'; recordId: string; fields: string[]; optionalFields: string[]; userId: string }
  | { kind: 'update'; recordId: string; fields: Record<string, unknown>; userId: string };

/** What a component finds in the `body` of an error. */
export type LightningError = {
  message: string;
  exceptionType?: string;
  stackTrace?: string;
  isUserDefinedException?: boolean;
};
export type LightningAnswer = { data: unknown } | { error: LightningError };

export type Answers = {
  answerApex: (request: ApexRequest) => Promise<LightningAnswer>;
  answerRecord?: (request: RecordRequest) => Promise<LightningAnswer>;
};

/** Asks whoever stands for the org. A crash there is an error for the component, as on the platform. */
export async function answerQuestion(
  pathname: string,
  request: IncomingMessage,
  { answerApex, answerRecord }: Answers,
): Promise<{ status: number; body: LightningAnswer }> {
  // Another site in the same browser may not send this type without being asked for leave, which it never gets.
  if (request.headers['content-type'] !== 'application/json') return refuse(415, 'Send application/json.');
  const asked = JSON.parse(await text(request)) as unknown;
  try {
    if (pathname === '/apex') return { status: 200, body: await answerApex(asked as ApexRequest) };
    if (pathname !== '/record-data') return refuse(404, `There is no ${pathname} here.`);
    if (answerRecord === undefined) return refuse(501, 'Unsupported: this page has no records (answerRecord).');
    return { status: 200, body: await answerRecord(asked as RecordRequest) };
  } catch (error) {
    return refuse(500, (error as Error).message);
  }
}

function refuse(status: number, message: string): { status: number; body: LightningAnswer } {
  return { status, body: { error: { message } } };
}
