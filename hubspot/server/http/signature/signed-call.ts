import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '../../configuration/configuration.ts';
import type { HttpPorts } from '../http-ports.ts';
import { refuse } from '../refuse.ts';
import { checkSignatureV2 } from './check-signature-v2.ts';
import {
  checkSignatureV3,
  mostAgeMillis,
  type ForgeryReason,
  type SignatureCheck,
} from '../../../handlers/signature/check-signature-v3.ts';

/** A hook that lets only calls of HubSpot through. */
export type SignatureHook = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

const noBytes = Buffer.alloc(0);

/** Instead of a value: which one counts is anybody's guess. */
const several = Symbol('several');

/** The body exactly as it arrived; empty where there was none. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : noBytes;
}

/** Names this very call while its signature holds, and says how long that is. */
export function replayKeyOf(request: FastifyRequest): { readonly key: string; readonly until: number } {
  const until = Number(oneHeader(request, 'x-hubspot-request-timestamp')) + mostAgeMillis;
  return { key: `call ${String(oneHeader(request, 'x-hubspot-signature-v3'))}`, until };
}

/**
 * @param allowsV2 also takes version 2 where version 3 is not there at all: whether HubSpot signs calls of workflow actions
 *   by version 3 is not documented
 */
export function onlySigned(
  ports: Pick<HttpPorts, 'now' | 'metrics'>,
  configuration: Configuration,
  allowsV2: boolean,
): SignatureHook {
  return async (request, reply) => {
    const check = checkCall(request, configuration, ports.now(), allowsV2);
    if (check.isGood) return undefined;
    ports.metrics.countForged(check.reason);
    request.forgery = check.reason;
    return refuse(reply, refusalOf[check.reason]);
  };
}

const refusalOf = {
  missing: 'unsigned',
  duplicated: 'unsigned',
  unreadableTimestamp: 'unsigned',
  tooOld: 'outOfTime',
  fromFuture: 'outOfTime',
  mismatch: 'forged',
} as const satisfies Readonly<Record<ForgeryReason, string>>;

function checkCall(
  request: FastifyRequest,
  configuration: Configuration,
  now: number,
  allowsV2: boolean,
): SignatureCheck {
  const signed = {
    method: request.method,
    publicUrl: configuration.publicUrl,
    pathAndQuery: request.raw.url ?? '',
    rawBody: rawBodyOf(request),
    secret: configuration.hubspot.clientSecret,
  };
  const signature = oneHeader(request, 'x-hubspot-signature-v3');
  const timestamp = oneHeader(request, 'x-hubspot-request-timestamp');
  if (signature === several || timestamp === several) return { isGood: false, reason: 'duplicated' };
  if (signature !== null || !allowsV2) return checkSignatureV3({ ...signed, signature, timestamp, now });
  const older = oneHeader(request, 'x-hubspot-signature');
  const version = oneHeader(request, 'x-hubspot-signature-version');
  if (older === several || version === several) return { isGood: false, reason: 'duplicated' };
  return version === 'v2' ? checkSignatureV2({ ...signed, signature: older }) : { isGood: false, reason: 'missing' };
}

/** A header that must come once. The joined form of Node would hide that there were several. */
function oneHeader(request: FastifyRequest, name: string): string | typeof several | null {
  const values = request.raw.rawHeaders.filter(
    (_, place) => place % 2 === 1 && request.raw.rawHeaders[place - 1]!.toLowerCase() === name,
  );
  return values.length > 1 ? several : (values[0] ?? null);
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Why the signature did not hold; null where it did or none was asked for. */
    forgery: ForgeryReason | null;
    /** The portal that the call is of, once its signature held. */
    portalId: number | null;
  }
}
