import type { ServerResponse } from 'node:http';
import { RawBody, type Answer } from './answer/answer.ts';
import type { ApiUsage } from './answer/site.ts';

/** Sends an answer, with what every answer says beside it. */
export function writeAnswer(response: ServerResponse, answer: Answer, usage: ApiUsage, withBody: boolean): void {
  const { body } = answer;
  const content = body === null ? null : body instanceof RawBody ? body.content : JSON.stringify(body);
  const type = body instanceof RawBody ? body.contentType : 'application/json;charset=UTF-8';
  response.writeHead(answer.status, {
    'cache-control': 'no-cache,must-revalidate,max-age=0,no-store,private',
    'sforce-limit-info': `api-usage=${String(usage.used)}/${String(usage.limit)}`,
    ...(content === null ? {} : { 'content-type': type }),
    ...answer.headers,
  });
  response.end(withBody && content !== null ? content : undefined);
}
