import { createHmac } from 'node:crypto';
import type { AccessKeys } from '../../handlers/access/access-list.ts';
import { isSameText } from '../../handlers/signature/same-text.ts';

/** What is older, or from further in the future, is refused. */
export const mostAgeMillis = 300_000;

/** A call of the generated workflow code. The payload is a text, so that what is signed is what is read. */
export type SignedCall = { readonly payload: string; readonly timestamp: string; readonly signature: string };

/** Signs a call, in hexadecimal: HMAC-SHA256 over instant and payload. */
export function signCall(payload: string, timestamp: string, key: Buffer): string {
  return createHmac('sha256', key).update(`${timestamp}.${payload}`).digest('hex');
}

/**
 * Whether a call was signed with one of the keys, in these minutes.
 *
 * @param now UTC milliseconds
 */
export function isCallGenuine(call: SignedCall, keys: AccessKeys, now: number): boolean {
  return (
    /^\d{1,15}$/.test(call.timestamp) &&
    Math.abs(now - Number(call.timestamp)) <= mostAgeMillis &&
    keys.some((key) => isSameText(call.signature, signCall(call.payload, call.timestamp, key)))
  );
}
