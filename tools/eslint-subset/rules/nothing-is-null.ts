import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';
import { valueKind } from '../value-kind.ts';

export const nothingIsNull = subsetRule({
  code: 'SUB018',
  name: 'nothing-is-null',
  out: 'the result of Map.get() or array.pop() without "?? null"',
  why: 'JavaScript answers undefined where other platforms answer null.',
  remedy: 'write ".get(key) ?? null" and test for null; ".pop()" may also stand alone as a statement.',
  appliesTo: 'bodies',
  create: ({ report, services }) => ({
    'CallExpression[callee.type="MemberExpression"]': (node: TSESTree.CallExpression) => {
      if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return;
      const { name } = node.callee.property;
      const kind = valueKind(services(), node.callee.object);
      const isGet = kind === 'map' && name === 'get';
      const isPop = kind === 'array' && name === 'pop' && node.parent.type !== 'ExpressionStatement';
      if ((isGet || isPop) && !isOrNull(node)) report(node.callee.property, `".${name}()" without "?? null"`);
    },
  }),
});

function isOrNull(node: TSESTree.Node): boolean {
  const parent = node.parent;
  if (parent?.type !== 'LogicalExpression' || parent.operator !== '??' || parent.left !== node) return false;
  return parent.right.type === 'Literal' && parent.right.raw === 'null';
}
