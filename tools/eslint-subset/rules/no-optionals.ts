import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';

export const noOptionals = subsetRule({
  code: 'SUB012',
  name: 'no-optionals',
  out: 'optional properties, optional parameters, optional chaining and default values',
  why: '"Missing" and "null" would be two states, and other platforms have one.',
  remedy: 'declare "T | null" and always give a value; test for null with an if.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    TSPropertySignature: (node) => {
      if (node.optional) report(node, 'an optional property');
    },
    ':function > Identifier.params': (node: TSESTree.Identifier) => {
      if (node.optional) report(node, `the optional parameter "${node.name}"`);
    },
    ChainExpression: (node) => report(node, '"?."'),
    AssignmentPattern: (node) => report(node, 'a default value'),
  }),
});
