import type { RequestBody } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';

/** A body that can be sent more than once, and the headers that say what it is. */
export type WrittenBody = {
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly headers: Readonly<Record<string, string>>;
};

/** Writes a body as the library made it, with fields that the library does not know. */
export function writeBody(body: RequestBody, needs: Readonly<Record<string, unknown>>): WrittenBody {
  if (body === undefined) {
    return { body: null, headers: {} };
  }
  if (typeof body === 'string') {
    const isComplete = Object.keys(needs).length === 0;
    return { body: isComplete ? body : JSON.stringify({ ...needs, ...(JSON.parse(body) as object) }), headers: {} };
  }
  if (body instanceof URLSearchParams) {
    return { body: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  }
  return { body: new Uint8Array(body.getBuffer()), headers: body.getHeaders() };
}
