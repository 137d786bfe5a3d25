import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { AccessKeys } from '../../handlers/access/access-list.ts';

/** Who somebody is, as HubSpot confirmed, and until when that holds. */
export type Session = {
  readonly portalId: number;
  readonly userId: string;
  readonly email: string;
  /** UTC milliseconds. */
  readonly until: number;
};

const version = 's1';
const sessionMillis = 8 * 3_600_000;

const sessionSchema = z.object({
  portalId: z.int(),
  userId: z.string().min(1),
  email: z.string().min(3),
  until: z.int(),
});

/** A session that begins now: a text that only the app can write, and that says all it knows itself. */
export function openSession(
  who: Omit<Session, 'until'>,
  keys: AccessKeys,
  now: number,
): { readonly session: string; readonly until: number } {
  const until = now + sessionMillis;
  const body = Buffer.from(JSON.stringify({ ...who, until })).toString('base64url');
  return { session: [version, body, signatureOf(body, keys[0]!).toString('base64url')].join('.'), until };
}

/** Who a session is of; null where it is none of ours, of another portal, or over. */
export function readSession(text: string | null, portalId: number, keys: AccessKeys, now: number): Session | null {
  const [found, body, signature, ...rest] = (text ?? '').split('.');
  if (found !== version || body === undefined || signature === undefined || rest.length > 0) {
    return null;
  }
  const given = Buffer.from(signature, 'base64url');
  if (!keys.some((key) => isSame(given, signatureOf(body, key)))) {
    return null;
  }
  const read = sessionSchema.safeParse(jsonOf(Buffer.from(body, 'base64url').toString('utf8')));
  return read.success && read.data.portalId === portalId && read.data.until > now ? read.data : null;
}

/** A key of its own: what is signed elsewhere opens nothing here. */
function signatureOf(body: string, key: Buffer): Buffer {
  const own = createHmac('sha256', key).update('signalbox session').digest();
  return createHmac('sha256', own).update(`${version}.${body}`).digest();
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
