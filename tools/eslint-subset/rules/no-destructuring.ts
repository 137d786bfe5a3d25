import { subsetRule } from '../subset-rule.ts';

export const noDestructuring = subsetRule({
  code: 'SUB010',
  name: 'no-destructuring',
  out: 'destructuring',
  why: 'Apex has none.',
  remedy: 'read each field or element by its name or index.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    ObjectPattern: (node) => report(node, 'an object pattern'),
    ArrayPattern: (node) => report(node, 'an array pattern'),
  }),
});
