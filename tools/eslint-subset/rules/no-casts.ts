import { subsetRule } from '../subset-rule.ts';

export const noCasts = subsetRule({
  code: 'SUB021',
  name: 'no-casts',
  out: '"as", "satisfies", "<T>value", and "!" on anything but an element access',
  why: 'A cast that is wrong fails on one platform and passes on another.',
  remedy: 'declare the right type, or test for null first; "items[i]!" is in, since the index was just checked.',
  appliesTo: 'bodies',
  create: ({ report, sourceCode }) => ({
    TSAsExpression: (node) => report(node, `"as ${sourceCode.getText(node.typeAnnotation)}"`),
    TSSatisfiesExpression: (node) => report(node, '"satisfies"'),
    TSTypeAssertion: (node) => report(node, 'a type assertion'),
    TSNonNullExpression: (node) => {
      const isElement = node.expression.type === 'MemberExpression' && node.expression.computed;
      if (!isElement) report(node, `"${sourceCode.getText(node)}"`);
    },
  }),
});
