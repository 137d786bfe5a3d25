import { answerWith, type Answer } from '../answer/answer.ts';
import { answerByMethod, resourceUrl, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown, refuseUnsupported } from '../answer/rest-error.ts';
import type { QueryCursor } from './query-cursors.ts';
import { writeRow } from './write-rows.ts';

type Scope = 'live' | 'with deleted' | 'tooling';

/** `/query?q=…`, `/queryAll?q=…`, `/tooling/query?q=…`, and the address of the next rows below them. */
export function answerQuery(call: Call, scope: Scope, below: readonly string[]): Answer {
  const [locator, ...more] = below;
  if (more.length > 0) {
    return refuseUnknown();
  }
  return answerByMethod(call, {
    GET: () => (locator === undefined ? begin(call, scope) : answerMore(call, scope, locator)),
  });
}

function begin(call: Call, scope: Scope): Answer {
  if (call.parameters.has('explain')) {
    return refuseUnsupported('query plans (query?explain=)');
  }
  const text = call.parameters.get('q');
  if (text === null || text.trim() === '') {
    return refuse(400, 'MALFORMED_QUERY', 'SOQL statement cannot be empty');
  }
  const outcome = call.site.org.query(call.user, text, scope);
  return answerPage(call, scope, { ...outcome, userId: call.user.id }, 0, null);
}

/** A locator is the id of the result and, after a dash, the number of rows already read. */
function answerMore(call: Call, scope: Scope, locator: string): Answer {
  const [, id = '', start = ''] = /^(01g\w{15})-(\d+)$/.exec(locator) ?? [];
  const cursor = call.site.cursors.find(id, call.user.id);
  if (cursor === null || Number(start) >= cursor.rows.length) {
    return refuse(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  return answerPage(call, scope, cursor, Number(start), id);
}

function answerPage(call: Call, scope: Scope, cursor: QueryCursor, start: number, known: string | null): Answer {
  const end = start + batchSizeOf(call);
  const isDone = end >= cursor.rows.length;
  const baseUrl = resourceUrl(call);
  const records = cursor.rows.slice(start, end).map((row) => writeRow(row, baseUrl));
  if (isDone) {
    return answerWith(200, { totalSize: cursor.totalSize, done: true, records });
  }
  const locator = known ?? call.site.cursors.keep(cursor);
  const nextRecordsUrl = resourceUrl(
    call,
    scope === 'tooling' ? 'tooling/query' : 'query',
    `${locator}-${String(end)}`,
  );
  return answerWith(200, { totalSize: cursor.totalSize, done: false, nextRecordsUrl, records });
}

/** Rows on a page: 2,000, or what the header `Sforce-Query-Options: batchSize=500` asks for, from 200 to 2,000. */
function batchSizeOf(call: Call): number {
  const [, asked] = /batchSize\s*=\s*(\d+)/i.exec(call.headers.get('sforce-query-options') ?? '') ?? [];
  return Math.min(2_000, Math.max(200, Number(asked ?? 2_000)));
}
