import { answerWith, type Answer } from '../answer/answer.ts';
import { answerByMethod, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown, refuseUnsupported } from '../answer/rest-error.ts';
import { answerQuery } from '../query/answer-query.ts';

const unsupported = new Set(['completions', 'runTestsAsynchronous', 'runTestsSynchronous', 'search', 'sobjects']);

/** `/tooling/query` and `/tooling/executeAnonymous`. */
export function answerTooling(call: Call, below: readonly string[]): Answer {
  const [part = '', ...more] = below;
  if (part === 'query') {
    return answerQuery(call, 'tooling', more);
  }
  if (part === 'executeAnonymous' && more.length === 0) {
    return answerByMethod(call, { GET: () => executeAnonymous(call) });
  }
  return unsupported.has(part) ? refuseUnsupported(`tooling/${part}`) : refuseUnknown();
}

function executeAnonymous(call: Call): Answer {
  const text = call.parameters.get('anonymousBody');
  if (text === null) {
    return refuse(400, 'MISSING_ARGUMENT', 'The parameter anonymousBody is missing.');
  }
  const outcome = call.site.org.executeAnonymous(call.user, text);
  const { compileProblem, exceptionMessage, exceptionStackTrace, line, column } = outcome;
  const compiled = compileProblem === null;
  return answerWith(200, {
    line,
    column,
    compiled,
    success: compiled && exceptionMessage === null,
    compileProblem,
    exceptionStackTrace,
    exceptionMessage,
  });
}
