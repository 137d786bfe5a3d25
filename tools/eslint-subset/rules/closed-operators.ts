import { subsetRule } from '../subset-rule.ts';

const binary = new Set(['+', '-', '*', '===', '!==', '<', '<=', '>', '>=']);
const unary = new Set(['-', '!']);
const assignment = new Set(['=', '+=', '-=', '*=']);

export const closedOperators = subsetRule({
  code: 'SUB014',
  name: 'closed-operators',
  out: 'operators other than + - * === !== < <= > >= && || ?? ! ?: = += -= *= ++ --',
  why: 'The others mean something else, or nothing, on another platform; "/" and "%" leave the whole numbers.',
  remedy: 'use quotient() or quotientLong() to divide, === and !== to compare, and plain statements otherwise.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    BinaryExpression: (node) => {
      if (!binary.has(node.operator)) report(node, `the operator "${node.operator}"`);
    },
    UnaryExpression: (node) => {
      if (!unary.has(node.operator)) report(node, `the operator "${node.operator}"`);
    },
    AssignmentExpression: (node) => {
      if (!assignment.has(node.operator)) report(node, `the operator "${node.operator}"`);
    },
    SequenceExpression: (node) => report(node, 'the comma operator'),
  }),
});
