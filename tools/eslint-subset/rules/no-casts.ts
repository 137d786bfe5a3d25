import type { TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';
import { subsetRule } from '../subset-rule.ts';

export const noCasts = subsetRule({
  code: 'SUB021',
  name: 'no-casts',
  out: '"as" anything but a union of literals, "satisfies", "<T>value", and "!" on anything but items[i] and items.pop()',
  why: 'A cast that is wrong fails on one platform and passes on another.',
  remedy:
    'declare the right type, or test for null first; "items[i]!" is in where the index is in range, "text as Mode" where the text was checked.',
  appliesTo: 'bodies',
  create: ({ report, sourceCode, services }) => ({
    TSAsExpression: (node) => {
      const type = services().getTypeAtLocation(node.typeAnnotation);
      const isChoice = type.isUnion() && type.types.every((each) => (each.flags & ts.TypeFlags.StringLiteral) !== 0);
      if (!isChoice) report(node, `"as ${sourceCode.getText(node.typeAnnotation)}"`);
    },
    TSSatisfiesExpression: (node) => report(node, '"satisfies"'),
    TSTypeAssertion: (node) => report(node, 'a type assertion'),
    TSNonNullExpression: (node) => {
      const isElement = node.expression.type === 'MemberExpression' && node.expression.computed;
      if (!isElement && !isPop(node.expression)) report(node, `"${sourceCode.getText(node)}"`);
    },
  }),
});

function isPop(node: TSESTree.Expression): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return node.callee.property.type === 'Identifier' && node.callee.property.name === 'pop';
}
