import { describeException } from '../../../apex/library/exception/exceptions.ts';
import { stackTraceOf } from '../../../apex/library/exception/stack-trace.ts';
import { ApexException } from '../../../apex/run/apex-object.ts';
import { CompileError } from '../../../apex/run/program.ts';
import { readSource } from '../../../apex/syntax/read-source.ts';
import type { AnonymousOutcome, OrgUser } from '../org-behind-http.ts';
import type { ApexRequests } from './apex-requests.ts';

const good: AnonymousOutcome = {
  compileProblem: null,
  exceptionMessage: null,
  exceptionStackTrace: null,
  line: -1,
  column: -1,
};

/** Runs anonymous Apex as a transaction; what it did is undone where it throws. */
export function runAnonymous(requests: ApexRequests, user: OrgUser, text: string): AnonymousOutcome {
  const unit = readSource(text, 'AnonymousBlock', 'anonymous');
  if (unit.kind === 'problems') {
    const [first] = unit.problems;
    return { ...good, compileProblem: first?.message ?? '', line: first?.line ?? 1, column: (first?.column ?? 0) + 1 };
  }
  try {
    requests.run(user, (transaction) => transaction.runAnonymous(unit), 'ANONYMOUS');
    return good;
  } catch (error) {
    if (error instanceof CompileError) {
      const [first] = error.problems;
      return { ...good, compileProblem: first?.message ?? '', line: first?.line ?? 1, column: first?.column ?? 1 };
    }
    if (error instanceof ApexException) {
      return tellException(error);
    }
    throw error;
  }
}

/** Line and column are those of the innermost frame. */
function tellException(error: ApexException): AnonymousOutcome {
  const exceptionStackTrace = stackTraceOf(error);
  const [, line = '-1', column = '-1'] = /line (\d+), column (\d+)/.exec(exceptionStackTrace) ?? [];
  return {
    compileProblem: null,
    exceptionMessage: describeException(error),
    exceptionStackTrace,
    line: Number(line),
    column: Number(column),
  };
}
