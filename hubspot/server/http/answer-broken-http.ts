import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../observing/log.ts';
import { refusals, type RefusalName } from './refusals.ts';

const names: ReadonlyMap<string, RefusalName> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 'tooSlow'],
  ['HPE_HEADER_OVERFLOW', 'headTooLarge'],
]);

/** Answers what never became a request: not HTTP, a head that is too large, or one that did not arrive in time. */
export function answerBrokenHttp(log: Log, error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, code, message, nextStep } = refusals[names.get(error.code ?? '') ?? 'notHttp'];
  log.warn({ code, status }, 'what came in is no request');
  const body = JSON.stringify({ code, message, nextStep });
  socket.end(
    [
      `HTTP/1.1 ${String(status)} ${STATUS_CODES[status]!}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${String(Buffer.byteLength(body))}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
