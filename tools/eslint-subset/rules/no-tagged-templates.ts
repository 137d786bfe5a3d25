import { subsetRule } from '../subset-rule.ts';

export const noTaggedTemplates = subsetRule({
  code: 'SUB016',
  name: 'no-tagged-templates',
  out: 'tagged templates',
  why: 'They call a function with the raw parts of a literal, which only JavaScript has.',
  remedy: 'use a plain template literal or call a function with the values.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    TaggedTemplateExpression: (node) => report(node, 'a tagged template'),
  }),
});
