import type { Json } from '../json.ts';

/** What a resource answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | RawBody | null;
}

/** A body that is no JSON. */
export class RawBody {
  readonly contentType: string;
  readonly content: string | Uint8Array;

  constructor(contentType: string, content: string | Uint8Array) {
    this.contentType = contentType;
    this.content = content;
  }
}

/** An answer with a body: answerWith(200, { done: true }). */
export function answerWith(status: number, body: Json | RawBody, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body };
}

/** 204: done, and nothing to say about it. */
export const noContent: Answer = { status: 204, headers: {}, body: null };
