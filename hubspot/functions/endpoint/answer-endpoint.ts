import * as z from 'zod';
import type { AccessKeys } from '../../handlers/access/access-list.ts';
import { checkSignatureV3 } from '../../handlers/signature/check-signature-v3.ts';
import { idText } from '../../handlers/ui/ui-calls.ts';
import { decideWithTime } from '../deciding/decide-with-time.ts';
import { tellContact } from '../deciding/decided-values.ts';
import { readView } from '../portal/deciding-view.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { noteTrigger } from '../triggers/seen-triggers.ts';
import { isCallGenuine } from './check-call.ts';
import type { EndpointRequest } from './read-request.ts';
import { takeEvents } from './take-events.ts';
import { takeOnce } from './take-once.ts';

/** What the public endpoint answers. */
export type EndpointAnswer = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** What the endpoint is protected with. */
export type EndpointGiven = {
  readonly keys: AccessKeys;
  /** Of the app, and where HubSpot calls it; null where webhooks are not set up. */
  readonly webhooks: { readonly clientSecret: string; readonly publicUrl: string } | null;
};

/** HubSpot's webhooks give up after five seconds. */
const webhookMillis = 3_000;

const envelopeSchema = z.object({
  payload: z.string().max(20_000),
  timestamp: z.string().max(20),
  signature: z.string().max(200),
});

const payloadSchema = z.object({
  contactIds: z.array(idText).min(1).max(100),
  reason: z.enum(['asked', 'submitted', 'keep']).default('asked'),
  call: z.string().min(1).max(200).nullable().default(null),
  from: z.enum(['workflowAction', 'customCode']).default('customCode'),
});

/** Whether a request is signed at all and by whom, before anything else is done for it. */
export function whoSigned(
  request: EndpointRequest,
  given: EndpointGiven,
  now: number,
): { readonly kind: 'hubspot' | 'code'; readonly signature: string; readonly payload: unknown } | null {
  const signature = request.headers.get('x-hubspot-signature-v3') ?? null;
  if (signature !== null) {
    if (given.webhooks === null) {
      return null;
    }
    const url = new URL(given.webhooks.publicUrl);
    const check = checkSignatureV3({
      method: request.method,
      publicUrl: url.origin,
      pathAndQuery: `${url.pathname}${url.search}`,
      rawBody: Buffer.from(request.rawBody),
      secret: given.webhooks.clientSecret,
      signature,
      timestamp: request.headers.get('x-hubspot-request-timestamp') ?? null,
      now,
    });
    return check.isGood ? { kind: 'hubspot', signature, payload: request.body } : null;
  }
  const call = envelopeSchema.safeParse(request.body);
  return call.success && isCallGenuine(call.data, given.keys, now)
    ? { kind: 'code', signature: call.data.signature, payload: jsonOf(call.data.payload) }
    : null;
}

/** Answers a signed request: HubSpot's webhooks, or the generated code of a workflow. */
export async function answerEndpoint(
  portal: PrivatePortal,
  signed: NonNullable<ReturnType<typeof whoSigned>>,
  deadline: number,
): Promise<EndpointAnswer> {
  const taken = await takeOnce(portal, signed.signature);
  if (taken === null) {
    return refused(409, 'HSF009', 'This very request was answered before. Nothing was done.');
  }
  const answered = await answerTaken(portal, signed, deadline);
  await portal.log.change([{ id: taken.entryId, change: { state: 'answered' } }]);
  return answered;
}

async function answerTaken(
  portal: PrivatePortal,
  signed: NonNullable<ReturnType<typeof whoSigned>>,
  deadline: number,
): Promise<EndpointAnswer> {
  if (signed.kind === 'hubspot') {
    await noteTrigger(portal.log, 'publicEndpoint', portal.now());
    const contacts = await takeEvents(portal, signed.payload, Math.min(deadline, portal.now() + webhookMillis));
    return answer(200, { contacts });
  }
  const read = payloadSchema.safeParse(signed.payload);
  if (!read.success) {
    return refused(400, 'HSF007', 'The request cannot be read. Generate the code of the workflow again.');
  }
  const { contactIds, reason, call, from } = read.data;
  await noteTrigger(portal.log, from, portal.now());
  const view = await readView(portal);
  const asks = contactIds.map((contactId) => ({ contactId, reason, call }));
  const answers = await decideWithTime(portal, view, asks, deadline);
  return answer(200, { contacts: answers.map((each) => tellContact(each, view.team)) });
}

export function refused(statusCode: number, code: string, message: string): EndpointAnswer {
  return answer(statusCode, { code, message });
}

function answer(statusCode: number, body: unknown): EndpointAnswer {
  return { statusCode, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
