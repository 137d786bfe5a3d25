import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';

export const noAsync = subsetRule({
  code: 'SUB006',
  name: 'no-async',
  out: 'async functions, generators, await and yield',
  why: 'A decision is computed in one go, from values it was given.',
  remedy: 'fetch before the decision and pass the result in.',
  appliesTo: 'bodies',
  create: ({ report }) => {
    const check = (
      node: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression,
    ) => {
      if (node.async) report(node, 'an async function');
      if (node.generator) report(node, 'a generator');
    };
    return {
      FunctionDeclaration: check,
      FunctionExpression: check,
      ArrowFunctionExpression: check,
      AwaitExpression: (node) => report(node, '"await"'),
      YieldExpression: (node) => report(node, '"yield"'),
    };
  },
});
