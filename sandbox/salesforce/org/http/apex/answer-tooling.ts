import { answerWith, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown, refuseUnsupported } from '../answer/rest-error.ts';
import { madeId } from '../answer/site.ts';
import { isJsonList, isJsonObject, type JsonObject } from '../json.ts';
import type { TestRequest } from '../org-behind-http.ts';
import { answerQuery } from '../query/answer-query.ts';

const unsupported = new Set(['completions', 'runTestsAsynchronous', 'search', 'sobjects']);

/** `/tooling/query` and `/tooling/executeAnonymous`. */
export function answerTooling(call: Call, below: readonly string[]): Answer {
  const [part = '', ...more] = below;
  if (part === 'query') {
    return answerQuery(call, 'tooling', more);
  }
  if (part === 'executeAnonymous' && more.length === 0) {
    return answerByMethod(call, { GET: () => executeAnonymous(call) });
  }
  if (part === 'runTestsSynchronous' && more.length === 0) {
    return answerByMethod(call, {
      GET: () =>
        runTests(
          call,
          (call.parameters.get('classnames') ?? '').split(',').map((each) => ofWholeClass(each)),
        ),
      POST: () => runTests(call, readTests(call)),
    });
  }
  return unsupported.has(part) ? refuseUnsupported(`tooling/${part}`) : refuseUnknown();
}

function ofWholeClass(className: string): TestRequest {
  return { className: className.trim(), methodNames: null };
}

/** `{ tests: [{ className, testMethods }] }`, or `{ classNames: 'ATest,BTest' }`. */
function readTests(call: Call): TestRequest[] {
  const { tests, classNames } = readObjectBody(call);
  if (typeof classNames === 'string') {
    return classNames.split(',').map(ofWholeClass);
  }
  if (!isJsonList(tests)) {
    return refuse(400, 'MISSING_ARGUMENT', 'The request body needs a list of tests, or classNames.');
  }
  return tests.filter(isJsonObject).map(({ className, testMethods }) => ({
    className: typeof className === 'string' ? className : refuseUnsupported('tests that are not named by className'),
    methodNames: isJsonList(testMethods) ? testMethods.map(String) : null,
  }));
}

/** Coverage is not told here; `npm run apex -- test` does. */
function runTests(call: Call, tests: readonly TestRequest[]): Answer {
  const outcomes = call.site.org.runTests(call.user, tests);
  const results = outcomes.map((each, index) => ({ ...each, id: madeId('07M', index + 1) }));
  const describe = ({ className, methodName, milliseconds, id }: (typeof results)[number]): JsonObject => ({
    id,
    methodName,
    name: className,
    namespace: null,
    seeAllData: false,
    time: milliseconds,
  });
  const failures = results.flatMap((each) =>
    each.failure === null
      ? []
      : [
          {
            ...describe(each),
            message: each.failure.message,
            packageName: each.className,
            stackTrace: each.failure.stackTrace,
            type: 'Class',
          },
        ],
  );
  return answerWith(200, {
    apexLogId: null,
    codeCoverage: [],
    codeCoverageWarnings: [],
    failures,
    flowCoverage: [],
    flowCoverageWarnings: [],
    numFailures: failures.length,
    numTestsRun: results.length,
    successes: results.filter((each) => each.failure === null).map(describe),
    totalTime: results.reduce((sum, each) => sum + each.milliseconds, 0),
  });
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
