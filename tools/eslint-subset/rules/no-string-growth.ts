import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';
import { valueKind } from '../value-kind.ts';

const loops = new Set(['ForOfStatement', 'ForStatement', 'WhileStatement', 'ForInStatement', 'DoWhileStatement']);

export const noStringGrowth = subsetRule({
  code: 'SUB019',
  name: 'no-string-growth',
  out: 'a string that grows inside a loop',
  why: 'Each step copies the whole string, which exhausts the heap and time limits of a platform.',
  remedy: 'push the parts to a string[] and join it after the loop.',
  appliesTo: 'bodies',
  create: ({ report, services, sourceCode }) => ({
    AssignmentExpression: (node) => {
      if (!isInLoop(node) || valueKind(services(), node.left) !== 'string') return;
      const target = sourceCode.getText(node.left);
      const grows = node.operator === '+=' || parts(node.right).some((part) => sourceCode.getText(part) === target);
      if (grows) report(node, `the growing string "${target}"`);
    },
  }),
});

/** The operands of a concatenation, however it is written; a plain value is not one. */
function parts(node: TSESTree.Expression): TSESTree.Expression[] {
  if (node.type === 'TemplateLiteral') return node.expressions.flatMap((each) => [each, ...parts(each)]);
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return [];
  return [node.left, node.right, ...parts(node.left), ...parts(node.right)];
}

function isInLoop(node: TSESTree.Node): boolean {
  for (let each = node.parent; each?.parent; each = each.parent) {
    if (loops.has(each.type)) return true;
  }
  return false;
}
