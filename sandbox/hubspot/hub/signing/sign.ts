import { createHash, createHmac } from 'node:crypto';

/** What an app is sent, as its signature covers it. The body is the very text that is sent; empty where there is none. */
export type SignedRequest = { readonly method: string; readonly url: string; readonly body: string };

/** Version 1: of the body alone, as webhooks carry it in `X-HubSpot-Signature`. Hexadecimal. */
export function signV1(clientSecret: string, body: string): string {
  return createHash('sha256').update(`${clientSecret}${body}`).digest('hex');
}

/** Version 2: of method, address and body, as workflow actions carry it in `X-HubSpot-Signature`. Hexadecimal. */
export function signV2(clientSecret: string, { method, url, body }: SignedRequest): string {
  return createHash('sha256').update(`${clientSecret}${method}${url}${body}`).digest('hex');
}

/** Version 3: with the time in milliseconds, keyed by the app's secret. Base64. */
export function signV3(clientSecret: string, { method, url, body }: SignedRequest, at: number): string {
  return createHmac('sha256', clientSecret)
    .update(`${method}${decodeForSignature(url)}${body}${at}`)
    .digest('base64');
}

/** The headers of version 3. */
export function headersOfV3(clientSecret: string, request: SignedRequest, at: number): Record<string, string> {
  return { 'X-HubSpot-Signature-v3': signV3(clientSecret, request, at), 'X-HubSpot-Request-Timestamp': String(at) };
}

const decoded = new Map(
  [':', '/', '?', '@', '!', '$', "'", '(', ')', '*', ',', ';'].map((sign) => [
    `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    sign,
  ]),
);

/**
 * HubSpot signs an address with twelve signs decoded and everything else as it is sent.
 *
 * `https://a.example/x?to=a%40b.c&q=a%20b` → `https://a.example/x?to=a@b.c&q=a%20b`
 */
export function decodeForSignature(url: string): string {
  return url.replaceAll(/%[0-9a-f]{2}/gi, (code) => decoded.get(code.toUpperCase()) ?? code);
}
