import { answerWith, RawBody, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, type Call } from '../answer/call.ts';
import { answerSafely } from '../answer/answer-safely.ts';
import { refuse, refuseUnknown } from '../answer/rest-error.ts';
import { isJsonList, isJsonObject, type Json } from '../json.ts';
import { answerInside, readMethod } from './subrequest.ts';

const mostSubrequests = 25;
const supported = ['actions', 'limits', 'query', 'queryAll', 'search', 'sobjects'];
const halted = { errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request.' };

/** `/composite/batch`: up to 25 requests that know nothing of each other, each a transaction of its own. */
export function answerBatch(call: Call, below: readonly string[], answer: (call: Call) => Answer): Answer {
  if (below.length > 0) {
    return refuseUnknown();
  }
  return answerByMethod(call, { POST: () => run(call, answer) });
}

function run(call: Call, answer: (call: Call) => Answer): Answer {
  const { batchRequests, haltOnError } = readObjectBody(call);
  if (!isJsonList(batchRequests)) {
    return refuse(400, 'JSON_PARSER_ERROR', 'The request body needs a list named batchRequests.');
  }
  if (batchRequests.length > mostSubrequests) {
    return refuse(400, 'LIMIT_EXCEEDED', `A batch may have at most ${String(mostSubrequests)} requests.`);
  }
  const results: { statusCode: number; result: Json }[] = [];
  for (const each of batchRequests) {
    const isHalted = haltOnError === true && results.some(({ statusCode }) => statusCode >= 400);
    const answered = isHalted ? answerWith(412, [halted]) : answerOne(call, each, answer);
    const result = answered.body instanceof RawBody ? null : answered.body;
    results.push({ statusCode: answered.status, result });
  }
  return answerWith(200, { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

function answerOne(call: Call, value: Json, answer: (call: Call) => Answer): Answer {
  return answerSafely(() => {
    if (!isJsonObject(value) || typeof value.url !== 'string') {
      return refuse(400, 'INVALID_INPUT', 'Every request of a batch needs a url.');
    }
    const inner = { method: readMethod(value.method), url: value.url, body: value.richInput, headers: {} };
    return answerInside(call, inner, answer, supported);
  });
}
