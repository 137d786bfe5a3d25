import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';
import { valueKind } from '../value-kind.ts';

const leaving = new Set(['BreakStatement', 'ReturnStatement', 'ContinueStatement']);

export const closedControlFlow = subsetRule({
  code: 'SUB015',
  name: 'closed-control-flow',
  out: 'for…in, do…while, labels, fall-through, "var", and loops other than for…of over an array or a counting for',
  why: 'These have no counterpart with the same meaning on every platform.',
  remedy: 'use for…of over an array, "for (let i = 0; …; i++)", while, if, or a switch whose cases all leave.',
  appliesTo: 'bodies',
  create: ({ report, services }) => ({
    ForInStatement: (node) => report(node, '"for…in"'),
    DoWhileStatement: (node) => report(node, '"do…while"'),
    LabeledStatement: (node) => report(node, `the label "${node.label.name}"`),
    ForOfStatement: (node) => {
      if (valueKind(services(), node.right) !== 'array')
        report(node.right, 'a for…of over something that is not an array');
      if (node.left.type !== 'VariableDeclaration') report(node.left, 'a for…of without a const of its own');
    },
    ForStatement: (node) => {
      if (!isCounter(node.init) || node.test === null || node.update === null) {
        report(node, 'a for without "let" counter, test and update');
      }
    },
    SwitchStatement: (node) => {
      node.cases.forEach((each, index) => {
        const last = lastStatement(each.consequent);
        const falls = each.consequent.length > 0 && (last === undefined || !leaving.has(last.type));
        if (falls && index < node.cases.length - 1) report(each, 'a case that falls through');
        if (each.test !== null && each.test.type !== 'Literal') report(each.test, 'a case that is not a literal');
      });
    },
    VariableDeclaration: (node) => {
      if (node.kind !== 'const' && node.kind !== 'let') report(node, `"${node.kind}"`);
    },
  }),
});

function isCounter(node: TSESTree.ForStatement['init']): boolean {
  return node?.type === 'VariableDeclaration' && node.kind === 'let' && node.declarations.length === 1;
}

function lastStatement(statements: readonly TSESTree.Statement[]): TSESTree.Statement | undefined {
  const last = statements.at(-1);
  return last?.type === 'BlockStatement' ? lastStatement(last.body) : last;
}
