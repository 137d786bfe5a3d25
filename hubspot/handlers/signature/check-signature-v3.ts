import { createHmac } from 'node:crypto';
import { decodeSignedUri } from './decode-signed-uri.ts';
import { isSameText } from './same-text.ts';

/** Why a signature does not hold. */
export type ForgeryReason =
  | 'missing'
  /** A header came more than once. */
  | 'duplicated'
  /** The instant of the request is no number. */
  | 'unreadableTimestamp'
  | 'tooOld'
  | 'fromFuture'
  | 'mismatch';

export type SignatureCheck = { readonly isGood: true } | { readonly isGood: false; readonly reason: ForgeryReason };

export type SignedRequest = {
  readonly method: string;
  /** The origin that HubSpot called, as configured. */
  readonly publicUrl: string;
  /** Path and query exactly as they arrived. */
  readonly pathAndQuery: string;
  /** The body exactly as it arrived. */
  readonly rawBody: Buffer;
  readonly secret: string;
};

/** HubSpot asks to refuse what is older. What comes from further in the future than this is refused as well. */
export const mostAgeMillis = 300_000;

/**
 * Checks version 3 of HubSpot's signature: the HMAC of method, URI, body and instant under the app's secret.
 *
 * @param now UTC milliseconds
 *
 * The secret `yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy`, POST `https://www.example.com/webhook_uri`, the body
 * `{'example_field':'example_value'}` at 1693657560000 → `K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=`.
 * Source: HubSpot, Validating requests from HubSpot.
 */
export function checkSignatureV3(
  request: SignedRequest & {
    readonly signature: string | null;
    readonly timestamp: string | null;
    readonly now: number;
  },
): SignatureCheck {
  const { signature, timestamp } = request;
  if (signature === null || timestamp === null) return { isGood: false, reason: 'missing' };
  if (!/^\d{1,15}$/.test(timestamp)) return { isGood: false, reason: 'unreadableTimestamp' };
  const age = request.now - Number(timestamp);
  if (age > mostAgeMillis) return { isGood: false, reason: 'tooOld' };
  if (age < -mostAgeMillis) return { isGood: false, reason: 'fromFuture' };
  const expected = createHmac('sha256', request.secret)
    .update(request.method + decodeSignedUri(request.publicUrl + request.pathAndQuery))
    .update(request.rawBody)
    .update(timestamp)
    .digest('base64');
  return isSameText(signature, expected) ? { isGood: true } : { isGood: false, reason: 'mismatch' };
}
