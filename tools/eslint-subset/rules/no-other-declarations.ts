import { subsetRule } from '../subset-rule.ts';

export const noOtherDeclarations = subsetRule({
  code: 'SUB001',
  name: 'no-other-declarations',
  out: 'classes, enums and namespaces',
  why: 'Logic is functions over records, so that every platform can lay it out its own way.',
  remedy: 'use a type alias of an object type for data, a string-literal union for choices and a function for logic.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    ClassDeclaration: (node) => report(node, `the class "${node.id?.name ?? ''}"`),
    ClassExpression: (node) => report(node, 'a class expression'),
    TSEnumDeclaration: (node) => report(node, `the enum "${node.id.name}"`),
    TSModuleDeclaration: (node) => report(node, 'a namespace or module declaration'),
  }),
});
