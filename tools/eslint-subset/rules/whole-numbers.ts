import { subsetRule } from '../subset-rule.ts';

export const wholeNumbers = subsetRule({
  code: 'SUB013',
  name: 'whole-numbers',
  out: 'number literals that are not decimal or hexadecimal whole numbers within 2^53 - 1',
  why: 'All arithmetic is on whole numbers, so that every platform computes the same digits.',
  remedy: 'count in a smaller unit, for instance in hundredths, and write the digits only.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    Literal: (node) => {
      if (typeof node.value === 'bigint') report(node, `the number ${node.raw}`);
      if (typeof node.value !== 'number') return;
      if (!/^(?:\d[\d_]*|0x[\da-f]+)$/i.test(node.raw) || !Number.isSafeInteger(node.value))
        report(node, `the number ${node.raw}`);
    },
  }),
});
