import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';

export const noClosures = subsetRule({
  code: 'SUB002',
  name: 'no-closures',
  out: 'arrow functions, function expressions, methods and nested functions',
  why: 'Apex has no closures.',
  remedy: 'write a named function at the top of the file and pass what it needs as parameters.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    ArrowFunctionExpression: (node) => report(node, 'an arrow function'),
    FunctionExpression: (node) => report(node, 'a function expression'),
    FunctionDeclaration: (node) => {
      if (!isAtTop(node)) report(node, `the nested function "${node.id?.name ?? ''}"`);
    },
  }),
});

function isAtTop(node: TSESTree.Node): boolean {
  const parent = node.parent?.type.startsWith('Export') === true ? node.parent.parent : node.parent;
  return parent?.type === 'Program';
}
