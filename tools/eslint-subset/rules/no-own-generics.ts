import { subsetRule } from '../subset-rule.ts';

export const noOwnGenerics = subsetRule({
  code: 'SUB011',
  name: 'no-own-generics',
  out: 'generic functions and types of our own',
  why: 'Apex lets nobody but the platform declare generics.',
  remedy: 'write the function or type for the type it is used with.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    TSTypeParameterDeclaration: (node) => report(node, 'a type parameter'),
  }),
});
