import type { ClassDeclaration, MethodDeclaration, SourceUnit } from '../syntax/nodes.ts';

export type TestClass = {
  readonly className: string;
  readonly fileName: string;
  /** Methods with @TestSetup, which run before each test. */
  readonly setup: readonly string[];
  readonly methods: readonly { readonly name: string; readonly line: number }[];
};

/**
 * The classes with test methods, in the order of the sources: methods with @IsTest or the word testMethod. Only classes of
 * their own file can have any, for inner classes have no static methods.
 */
export function findTests(sources: readonly { readonly fileName: string; readonly unit: SourceUnit }[]): TestClass[] {
  return sources.flatMap(({ fileName, unit }) => {
    if (unit.kind !== 'class' || unit.declaration.kind !== 'class') {
      return [];
    }
    const methods = unit.declaration.members.filter((each) => each.kind === 'method');
    const tests = methods.filter((each) => isTestMethod(each));
    return tests.length === 0
      ? []
      : [
          {
            className: unit.declaration.name,
            fileName,
            setup: methods.filter((each) => hasAnnotation(each, 'testsetup')).map((each) => each.name),
            methods: tests.map((each) => ({ name: each.name, line: each.place.line })),
          },
        ];
  });
}

/** Whether a class is only there for tests, and so is left out of coverage. */
export function isTestClass(unit: SourceUnit): boolean {
  return (
    unit.kind === 'class' &&
    (hasAnnotation(unit.declaration, 'istest') ||
      (unit.declaration.kind === 'class' &&
        unit.declaration.members.some((each) => each.kind === 'method' && isTestMethod(each))))
  );
}

function isTestMethod(method: MethodDeclaration): boolean {
  return hasAnnotation(method, 'istest') || method.modifiers.words.includes('testmethod');
}

function hasAnnotation(declaration: Pick<ClassDeclaration, 'modifiers'>, name: string): boolean {
  return declaration.modifiers.annotations.some((each) => each.name === name);
}
