import { describeFailure, type Failure } from './describe-failure.ts';
import type { TestClass } from './group-tests.ts';

/** What a run of tests asks of a program. */
export type ProgramWithTests = {
  /** A new transaction, in which nothing is initialised yet. */
  begin(options: { readonly isTest: true }): {
    call(className: string, methodName: string, args: readonly unknown[]): unknown;
  };
};

export type TestResult = {
  readonly className: string;
  readonly methodName: string;
  readonly fileName: string;
  readonly outcome: 'pass' | 'fail';
  readonly failure: Failure | null;
  readonly milliseconds: number;
};

/**
 * Runs tests one after the other, each in a transaction of its own behind one for each @TestSetup method.
 * runTests(program, groupTests(program.testMethods())) → [{ className: 'ATest', methodName: 'adds', outcome: 'pass', … }].
 */
export function runTests(
  program: ProgramWithTests,
  classes: readonly TestClass[],
  clock: () => number = () => performance.now(),
): TestResult[] {
  return classes.flatMap(({ className, fileName, setup, methods }) =>
    methods.map((name) => {
      const start = clock();
      const failure = failureOf(program, className, [...setup, name]);
      const milliseconds = clock() - start;
      return {
        className,
        methodName: name,
        fileName,
        outcome: failure === null ? 'pass' : 'fail',
        failure,
        milliseconds,
      };
    }),
  );
}

function failureOf(program: ProgramWithTests, className: string, methods: readonly string[]): Failure | null {
  for (const each of methods) {
    try {
      program.begin({ isTest: true }).call(className, each, []);
    } catch (error) {
      return describeFailure(error);
    }
  }
  return null;
}
