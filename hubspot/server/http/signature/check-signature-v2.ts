import { createHash } from 'node:crypto';
import type { SignatureCheck, SignedRequest } from '../../../handlers/signature/check-signature-v3.ts';
import { isSameText } from '../../../handlers/signature/same-text.ts';

/**
 * Checks version 2 of HubSpot's signature: a hash of secret, method, URI and body. It names no instant, so whatever it
 * allows must be harmless when it is sent again.
 *
 * The secret `yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy`, GET `https://www.example.com/webhook_uri`
 * → `eee2dddcc73c94d699f5e395f4b9d454a069a6855fbfa152e91e88823087200e`.
 * Source: HubSpot, Validating requests from HubSpot.
 */
export function checkSignatureV2(request: SignedRequest & { readonly signature: string | null }): SignatureCheck {
  if (request.signature === null) return { isGood: false, reason: 'missing' };
  const expected = createHash('sha256')
    .update(request.secret + request.method + request.publicUrl + request.pathAndQuery)
    .update(request.rawBody)
    .digest('hex');
  return isSameText(request.signature, expected) ? { isGood: true } : { isGood: false, reason: 'mismatch' };
}
