import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';
import { elementKind, valueKind, type ValueKind } from '../value-kind.ts';

interface Method {
  readonly arguments: readonly number[];
  readonly ofStringsOnly?: true;
  readonly asStatementOnly?: true;
}

const methods: Partial<Record<ValueKind, Readonly<Record<string, Method>>>> = {
  string: {
    indexOf: { arguments: [1, 2] },
    lastIndexOf: { arguments: [1] },
    startsWith: { arguments: [1] },
    endsWith: { arguments: [1] },
    includes: { arguments: [1] },
    substring: { arguments: [1, 2] },
    charCodeAt: { arguments: [1] },
  },
  array: {
    push: { arguments: [1], asStatementOnly: true },
    pop: { arguments: [0] },
    includes: { arguments: [1], ofStringsOnly: true },
    indexOf: { arguments: [1], ofStringsOnly: true },
    join: { arguments: [1], ofStringsOnly: true },
  },
  map: {
    get: { arguments: [1] },
    has: { arguments: [1] },
    set: { arguments: [2], asStatementOnly: true },
  },
};

const properties: Partial<Record<ValueKind, readonly string[]>> = {
  string: ['length'],
  array: ['length'],
  map: ['size'],
};

export const closedMembers = subsetRule({
  code: 'SUB017',
  name: 'closed-members',
  out: 'string, array and Map members outside the allow list below',
  why: 'Only these behave alike on every platform.',
  remedy: 'use a listed member, a loop, or a function of model/text.ts.',
  appliesTo: 'bodies',
  create: ({ report, services }) => ({
    MemberExpression: (node) => {
      if (node.computed || node.property.type !== 'Identifier') return;
      const kind = valueKind(services(), node.object);
      const { name } = node.property;
      const call = node.parent.type === 'CallExpression' && node.parent.callee === node ? node.parent : null;
      if (call === null) {
        if (kind !== 'record' && properties[kind]?.includes(name) !== true)
          report(node.property, `".${name}" of a ${kind} value`);
        return;
      }
      const method = methods[kind]?.[name];
      if (method === undefined) return report(node.property, `".${name}()" of a ${kind} value`);
      if (!method.arguments.includes(call.arguments.length)) {
        report(node.property, `".${name}()" with ${call.arguments.length} arguments`);
      }
      if (method.ofStringsOnly === true && elementKind(services(), node.object) !== 'string') {
        report(node.property, `".${name}()" of an array of anything but strings`);
      }
      if (method.asStatementOnly === true && !isStatement(call)) report(node.property, `the result of ".${name}()"`);
    },
  }),
});

function isStatement(node: TSESTree.Node): boolean {
  return node.parent?.type === 'ExpressionStatement';
}
