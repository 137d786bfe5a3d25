import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';
import { isNullable, valueKind } from '../value-kind.ts';

export const booleanConditions = subsetRule({
  code: 'SUB026',
  name: 'boolean-conditions',
  out: 'a condition, or an operand of ! && ||, that is not a boolean',
  why: 'Only JavaScript has truthy and falsy values.',
  remedy: "compare with === null, === 0 or === '', whichever is meant.",
  appliesTo: 'bodies',
  create: ({ report, services, sourceCode }) => {
    const check = (node: TSESTree.Expression | null) => {
      if (node === null) return;
      const isBoolean = valueKind(services(), node) === 'boolean' && !isNullable(services(), node);
      if (!isBoolean) report(node, `"${sourceCode.getText(node)}" as a condition`);
    };
    return {
      IfStatement: (node) => check(node.test),
      WhileStatement: (node) => check(node.test),
      ForStatement: (node) => check(node.test),
      ConditionalExpression: (node) => check(node.test),
      UnaryExpression: (node) => {
        if (node.operator === '!') check(node.argument);
      },
      LogicalExpression: (node) => {
        if (node.operator === '??') return;
        check(node.left);
        check(node.right);
      },
    };
  },
});
