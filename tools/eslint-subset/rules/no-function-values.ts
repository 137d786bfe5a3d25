import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';
import { valueKind } from '../value-kind.ts';

export const noFunctionValues = subsetRule({
  code: 'SUB003',
  name: 'no-function-values',
  out: 'functions used as values, callbacks and function types',
  why: 'Apex cannot pass or store a function.',
  remedy: 'call the function directly, and write a for…of loop instead of a callback.',
  appliesTo: 'bodies',
  create: ({ report, services, sourceCode }) => ({
    TSFunctionType: (node) => report(node, 'a function type'),
    TSConstructorType: (node) => report(node, 'a constructor type'),
    TSMethodSignature: (node) => report(node, 'a method signature'),
    'Program:exit': () => {
      for (const scope of sourceCode.scopeManager?.scopes ?? []) {
        for (const { identifier, resolved, isValueReference } of scope.references) {
          // Names that nothing in the file declares belong to the rule on globals.
          if (resolved === null || resolved.defs.length === 0 || !isValueReference || isCallOrExport(identifier))
            continue;
          if (valueKind(services(), identifier) === 'function') {
            report(identifier, `the function "${String(identifier.name)}" as a value`);
          }
        }
      }
    },
  }),
});

function isCallOrExport(node: TSESTree.Node): boolean {
  const parent = node.parent;
  return (parent?.type === 'CallExpression' && parent.callee === node) || parent?.type === 'ExportSpecifier';
}
