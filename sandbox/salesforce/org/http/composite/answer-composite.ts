import { answerWith, RawBody, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, resourceUrl, type Call } from '../answer/call.ts';
import { answerSafely } from '../answer/answer-safely.ts';
import { refuse, refuseUnknown, refuseUnsupported } from '../answer/rest-error.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { answerBatch } from './answer-batch.ts';
import { answerCollections } from './answer-collections.ts';
import { answerTree } from './answer-tree.ts';
import { resolveBody, resolveText } from './references.ts';
import { answerInside, readMethod } from './subrequest.ts';

const mostSubrequests = 25;
const supportedBelow = ['actions', 'composite', 'limits', 'query', 'queryAll', 'sobjects'];

/** `/composite` and everything below. `answer` serves a subrequest as if it had come by itself. */
export function answerComposites(call: Call, below: readonly string[], answer: (call: Call) => Answer): Answer {
  const [kind, ...more] = below;
  switch (kind) {
    case undefined:
      return answerByMethod(call, {
        GET: () => answerWith(200, listKinds(call)),
        POST: () => answerComposite(call, answer),
      });
    case 'sobjects':
      return answerCollections(call, more);
    case 'tree':
      return answerTree(call, more);
    case 'batch':
      return answerBatch(call, more, answer);
    case 'graph':
      return refuseUnsupported('composite/graph');
    default:
      return refuseUnknown();
  }
}

function listKinds(call: Call): JsonObject {
  return Object.fromEntries(['batch', 'sobjects', 'tree'].map((each) => [each, resourceUrl(call, 'composite', each)]));
}

interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: Json | undefined;
  readonly headers: JsonObject;
}

const rolledBack = {
  errorCode: 'PROCESSING_HALTED',
  message: 'The transaction was rolled back since another operation in the same transaction failed.',
};

/** Subrequests one after another, each with the results of those before; all in one transaction with allOrNone. */
function answerComposite(call: Call, answer: (call: Call) => Answer): Answer {
  const body = readObjectBody(call);
  const subrequests = readSubrequests(body.compositeRequest);
  const allOrNone = body.allOrNone === true;
  const work = (): Answer[] => answerEach(call, subrequests, allOrNone, answer);
  const answers = allOrNone ? call.site.org.attempt(work, (all) => !all.some(isFailure)) : work();
  const failed = answers.findIndex(isFailure);
  const compositeResponse = answers.map((each, index) => {
    const isUndone = allOrNone && failed >= 0 && index !== failed;
    return writeSubresponse(isUndone ? answerWith(400, [rolledBack]) : each, subrequests[index]?.referenceId ?? '');
  });
  return answerWith(200, { compositeResponse });
}

function isFailure({ status }: Answer): boolean {
  return status >= 400;
}

/** With all or none, nothing more is tried after the first failure. */
function answerEach(
  call: Call,
  subrequests: readonly Subrequest[],
  allOrNone: boolean,
  answer: (call: Call) => Answer,
): Answer[] {
  const results = new Map<string, Json>();
  const answers: Answer[] = [];
  for (const each of subrequests) {
    const isHalted = allOrNone && answers.some(isFailure);
    const answered = isHalted ? answerWith(400, [rolledBack]) : answerSubrequest(call, each, results, answer);
    answers.push(answered);
    if (!isFailure(answered) && answered.body !== null && !(answered.body instanceof RawBody)) {
      results.set(each.referenceId, answered.body);
    }
  }
  return answers;
}

function answerSubrequest(
  call: Call,
  { method, url, body, headers }: Subrequest,
  results: ReadonlyMap<string, Json>,
  answer: (call: Call) => Answer,
): Answer {
  return answerSafely(() => {
    const resolved = body === undefined ? undefined : resolveBody(body, results);
    const inner = { method, url: resolveText(url, results), body: resolved, headers };
    return answerInside(call, inner, answer, supportedBelow);
  });
}

function writeSubresponse(answer: Answer, referenceId: string): JsonObject {
  const body = answer.body instanceof RawBody ? null : answer.body;
  const location = answer.headers.location;
  return {
    body,
    httpHeaders: location === undefined ? {} : { Location: location },
    httpStatusCode: answer.status,
    referenceId,
  };
}

function readSubrequests(list: Json | undefined): Subrequest[] {
  if (!isJsonList(list) || list.length === 0) {
    return refuse(400, 'JSON_PARSER_ERROR', 'The request body needs a list named compositeRequest.');
  }
  if (list.length > mostSubrequests) {
    return refuse(
      400,
      'LIMIT_EXCEEDED',
      `A composite request may have at most ${String(mostSubrequests)} subrequests.`,
    );
  }
  const found = list.map(readSubrequest);
  const twice = found.find(
    (each, index) => found.findIndex(({ referenceId }) => referenceId === each.referenceId) < index,
  );
  return twice === undefined
    ? found
    : refuse(400, 'INVALID_INPUT', `The reference id ${twice.referenceId} is used more than once.`);
}

function readSubrequest(value: Json): Subrequest {
  if (!isJsonObject(value)) {
    return refuse(400, 'JSON_PARSER_ERROR', 'Every subrequest has to be a JSON object.');
  }
  const { url, referenceId, httpHeaders } = value;
  if (typeof url !== 'string' || typeof referenceId !== 'string' || !/^[A-Za-z0-9]\w*$/.test(referenceId)) {
    return refuse(
      400,
      'INVALID_INPUT',
      'Every subrequest needs a url and a referenceId of letters, digits and underscores.',
    );
  }
  return {
    method: readMethod(value.method),
    url,
    referenceId,
    body: value.body,
    headers: isJsonObject(httpHeaders) ? httpHeaders : {},
  };
}
