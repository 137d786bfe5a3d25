import { MethodDeclarationContext } from '@apexdevtools/apex-parser';
import { annotationsOf, modifiersOf, type ApexFile, type Hit, type Lint, type Tree } from './apex-file.ts';

const asserts = /\bassert\.\w+\(|\bsystem\.assert\w*\(|\bassert\w+\(/i;

/** A test that asserts nothing passes whatever the code does. Methods of the same file that assert count. */
export const assertInTests: Lint = {
  code: 'APC035',
  find: (file): Hit[] => {
    if (!file.isTest) return [];
    const methods = listMethods(file);
    return methods
      .filter(({ node }) => annotationsOf(node).includes('istest') || modifiersOf(node).includes('testmethod'))
      .filter(({ name }) => !isAsserting(name, methods, new Set()))
      .map(({ node, name }) => ({
        node,
        cause: `The test ${name} asserts nothing, so it cannot fail.`,
        next: 'assert what it is to show',
      }));
  },
};

type Method = { node: Tree; name: string; text: string };

function listMethods({ nodes }: ApexFile): Method[] {
  return nodes
    .filter((node) => node instanceof MethodDeclarationContext)
    .map((node) => ({ node: node, name: node.id().getText(), text: node.getText() }));
}

function isAsserting(name: string, methods: Method[], seen: Set<string>): boolean {
  if (seen.has(name.toLowerCase())) return false;
  seen.add(name.toLowerCase());
  const same = methods.filter((each) => each.name.toLowerCase() === name.toLowerCase());
  return same.some(({ text }) => {
    if (asserts.test(text)) return true;
    const called = [...text.matchAll(/\b(\w+)\(/g)].map((found) => found[1] ?? '');
    return called.some((each) => isAsserting(each, methods, seen));
  });
}
