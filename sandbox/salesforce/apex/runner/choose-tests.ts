import type { TestClass } from './group-tests.ts';

/**
 * Only the tests that a filter names: "ATest" all of a class, "ATest.adds" one, in any case; several with commas.
 * chooseTests(classes, 'atest.adds') → the one method.
 */
export function chooseTests(classes: readonly TestClass[], filter: string | null): TestClass[] {
  if (filter === null) {
    return [...classes];
  }
  const wanted = filter.split(',').map((each) => each.trim().toLowerCase().split('.'));
  return classes.flatMap((each) => {
    const methods = each.methods.filter((name) =>
      wanted.some(
        ([className, method]) =>
          className === each.className.toLowerCase() && (method === undefined || method === name.toLowerCase()),
      ),
    );
    return methods.length === 0 ? [] : [{ ...each, methods }];
  });
}
