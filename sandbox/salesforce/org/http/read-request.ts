import type { IncomingMessage } from 'node:http';
import { gunzipSync, inflateSync } from 'node:zlib';
import { refuse } from './answer/rest-error.ts';

/** Together the address and the headers may have so many bytes. */
export const mostHeaderBytes = 16_384;
const mostBodyBytes = 50 * 1_024 * 1_024;
const mostJobDataBytes = 150 * 1_024 * 1_024;

/** Headers by lower-case name. */
export function readHeaders(message: IncomingMessage): Map<string, string> {
  return new Map(
    Object.entries(message.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

/** Refuses an address or headers that are too long: 414 and 431, as documented. */
export function refuseLongHead(message: IncomingMessage): void {
  const address = message.url?.length ?? 0;
  const headers = message.rawHeaders.reduce((sum, each) => sum + each.length, 0);
  if (address > mostHeaderBytes) {
    refuse(414, 'URI_TOO_LONG', `The address may have at most ${String(mostHeaderBytes)} bytes.`);
  }
  if (address + headers > mostHeaderBytes) {
    refuse(
      431,
      'REQUEST_HEADER_FIELDS_TOO_LARGE',
      `Address and headers may have at most ${String(mostHeaderBytes)} bytes.`,
    );
  }
}

/** The body, unpacked: 50 MB at most, of a bulk job 150 MB. */
export async function readBody(message: IncomingMessage): Promise<Uint8Array> {
  const most = /\/jobs\/ingest\/\w+\/batches/.test(message.url ?? '') ? mostJobDataBytes : mostBodyBytes;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) {
      return refuse(413, 'REQUEST_TOO_LARGE', `The request body may have at most ${String(most)} bytes.`);
    }
    parts.push(part);
  }
  return unpack(Buffer.concat(parts), message.headers['content-encoding']);
}

function unpack(body: Buffer, encoding: string | undefined): Uint8Array {
  try {
    switch (encoding?.toLowerCase()) {
      case 'gzip':
        return gunzipSync(body);
      case 'deflate':
        return inflateSync(body);
      default:
        return body;
    }
  } catch {
    return refuse(400, 'UNKNOWN_EXCEPTION', `The request body is not packed as its header says: ${String(encoding)}`);
  }
}
