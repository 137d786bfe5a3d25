import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';
import { valueKind } from '../value-kind.ts';

export const plainKeys = subsetRule({
  code: 'SUB020',
  name: 'plain-keys',
  out: 'computed or quoted property names, and [] on anything but an array with a whole-number index',
  why: 'Fields become fields of a class, which have fixed names.',
  remedy: 'write an identifier as the name, or use a Map<string, T> for names known only at run time.',
  appliesTo: 'bodies',
  create: ({ report, services, sourceCode }) => {
    const check = (node: TSESTree.Property | TSESTree.TSPropertySignature) => {
      if (node.computed || node.key.type !== 'Identifier')
        report(node.key, `the property name ${sourceCode.getText(node.key)}`);
    };
    return {
      'ObjectExpression > Property': check,
      TSPropertySignature: check,
      'MemberExpression[computed=true]': (node: TSESTree.MemberExpression) => {
        const isElement =
          valueKind(services(), node.object) === 'array' && valueKind(services(), node.property) === 'number';
        if (!isElement) report(node, `"${sourceCode.getText(node)}"`);
      },
    };
  },
});
