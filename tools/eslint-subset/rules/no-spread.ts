import { subsetRule } from '../subset-rule.ts';

export const noSpread = subsetRule({
  code: 'SUB009',
  name: 'no-spread',
  out: 'spread and rest ("...")',
  why: 'Apex has neither, and a copy that is not written out hides which fields it has.',
  remedy: 'write each field, or push each item in a for…of loop.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    SpreadElement: (node) => report(node, 'a spread'),
    RestElement: (node) => report(node, 'a rest element'),
    TSRestType: (node) => report(node, 'a rest type'),
  }),
});
