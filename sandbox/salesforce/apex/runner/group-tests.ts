import type { TestMethod } from '../run/program.ts';

export type TestClass = {
  readonly className: string;
  readonly fileName: string;
  /** Methods with @TestSetup, which run before each test. */
  readonly setup: readonly string[];
  readonly methods: readonly string[];
};

/** A program's test methods by their classes, in textual order; classes that only set up have no tests. */
export function groupTests(found: readonly TestMethod[]): TestClass[] {
  return [...Map.groupBy(found, (each) => each.className)].flatMap(([className, all]) => {
    const named = (kind: TestMethod['kind']) => all.flatMap((each) => (each.kind === kind ? [each.methodName] : []));
    const methods = named('test');
    return methods.length === 0
      ? []
      : [{ className, fileName: all[0]?.fileName ?? '', setup: named('setup'), methods }];
  });
}
