import { subsetRule } from '../subset-rule.ts';

export const noExceptions = subsetRule({
  code: 'SUB007',
  name: 'no-exceptions',
  out: 'throw and try',
  why: 'A decision always ends in a value; platforms disagree on what an exception undoes.',
  remedy: 'return null, or a record that says what went wrong.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    ThrowStatement: (node) => report(node, '"throw"'),
    TryStatement: (node) => report(node, '"try"'),
  }),
});
