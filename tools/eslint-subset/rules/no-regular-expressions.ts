import { subsetRule } from '../subset-rule.ts';

export const noRegularExpressions = subsetRule({
  code: 'SUB004',
  name: 'no-regular-expressions',
  out: 'regular expressions',
  why: 'Pattern dialects differ between platforms.',
  remedy: 'scan with indexOf, charCodeAt and substring, or use a function of model/text.ts.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    Literal: (node) => {
      if ('regex' in node) report(node, node.raw);
    },
  }),
});
