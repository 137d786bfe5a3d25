import { describeException } from '../library/exception/exceptions.ts';
import { readApexFrames, stackTraceOf } from '../library/exception/stack-trace.ts';
import { ApexException, Unsupported } from '../run/apex-object.ts';

export type Failure = {
  /** An exception of Apex, something that is not built here, or a defect of this runtime. */
  readonly kind: 'exception' | 'unsupported' | 'defect';
  readonly message: string;
  /** As the platform shows it: "Class.A.f: line 3, column 1", a line for each frame; of a defect, the JavaScript stack. */
  readonly stack: string;
};

/** What ended a call: describeFailure(error) → { kind: 'exception', message: 'System.ListException: …', stack }. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof ApexException) {
    return { kind: 'exception', message: describeException(error), stack: stackTraceOf(error) };
  }
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  if (error instanceof Unsupported) {
    return { kind: 'unsupported', message: error.message, stack: showFrames(stack) };
  }
  return {
    kind: 'defect',
    message: `APEX101: A defect of this runtime: ${error instanceof Error ? error.message : String(error)}`,
    stack: [showFrames(stack), stack].filter((each) => each !== '').join('\n'),
  };
}

function showFrames(stack: string): string {
  return readApexFrames(stack)
    .map(({ className, method, line }) => `Class.${className}${method === null ? '' : `.${method}`}: line ${line}`)
    .join('\n');
}
