import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';
import { valueKind } from '../value-kind.ts';

export const nothingIsNull = subsetRule({
  code: 'SUB018',
  name: 'nothing-is-null',
  out: 'the result of Map.get() without "??", and of array.pop() without "??" or "!"',
  why: 'JavaScript answers undefined where other platforms answer null.',
  remedy: 'write ".get(key) ?? null", or another value to stand in; ".pop()!" says that the array is not empty.',
  appliesTo: 'bodies',
  create: ({ report, services }) => ({
    'CallExpression[callee.type="MemberExpression"]': (node: TSESTree.CallExpression) => {
      if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return;
      const { name } = node.callee.property;
      const kind = valueKind(services(), node.callee.object);
      const isGet = kind === 'map' && name === 'get';
      const isPop = kind === 'array' && name === 'pop' && !isPromised(node);
      if ((isGet || isPop) && !isOrNull(node)) report(node.callee.property, `".${name}()" without "??"`);
    },
  }),
});

function isOrNull(node: TSESTree.Node): boolean {
  const parent = node.parent;
  return parent?.type === 'LogicalExpression' && parent.operator === '??' && parent.left === node;
}

function isPromised(node: TSESTree.Node): boolean {
  return node.parent?.type === 'ExpressionStatement' || node.parent?.type === 'TSNonNullExpression';
}
