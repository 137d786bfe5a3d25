import { subsetRule } from '../subset-rule.ts';
import { isNullable, valueKind } from '../value-kind.ts';

const ordering = new Set(['<', '<=', '>', '>=']);
const arithmetic = new Set(['-', '*']);

export const numericOperands = subsetRule({
  code: 'SUB027',
  name: 'numeric-operands',
  out: '< <= > >= - * on anything but numbers, and + on anything but numbers or strings',
  why: 'Strings sort differently, and null counts differently, on each platform.',
  remedy: 'use a comparison of model/text.ts for strings, and test for null first.',
  appliesTo: 'bodies',
  create: ({ report, services, sourceCode }) => ({
    BinaryExpression: (node) => {
      const text = sourceCode.getText(node);
      const sides = [node.left, node.right];
      const areNumbers = sides.every(
        (each) => valueKind(services(), each) === 'number' && !isNullable(services(), each),
      );
      if (ordering.has(node.operator) || arithmetic.has(node.operator)) {
        if (!areNumbers) report(node, `"${text}"`);
      } else if (node.operator === '+' && !areNumbers) {
        const kinds = sides.map((each) => valueKind(services(), each));
        const isText = kinds.includes('string') && kinds.every((kind) => kind === 'string' || kind === 'number');
        if (!isText || sides.some((each) => isNullable(services(), each))) report(node, `"${text}"`);
      }
    },
  }),
});
