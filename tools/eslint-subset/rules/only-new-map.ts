import { subsetRule } from '../subset-rule.ts';

export const onlyNewMap = subsetRule({
  code: 'SUB029',
  name: 'only-new-map',
  out: '"new" other than "new Map<string, T>()" without arguments',
  why: 'A map is the only object that is not written as a literal.',
  remedy: 'write an object literal, or create the map empty and set its entries.',
  appliesTo: 'bodies',
  create: ({ report, sourceCode }) => ({
    NewExpression: (node) => {
      const isMap = node.callee.type === 'Identifier' && node.callee.name === 'Map';
      if (!isMap || node.arguments.length > 0 || node.typeArguments === undefined)
        report(node, `"${sourceCode.getText(node)}"`);
    },
  }),
});
