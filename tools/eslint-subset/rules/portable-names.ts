import { onDeclaredNames } from '../declared-names.ts';
import { subsetRule } from '../subset-rule.ts';

export const portableNames = subsetRule({
  code: 'SUB024',
  name: 'portable-names',
  out: 'a name with an underscore first, last or twice in a row, or with anything but ASCII letters, digits and underscores',
  why: 'Apex accepts no such identifier.',
  remedy: 'use whole words in camelCase.',
  appliesTo: 'names',
  create: ({ report, filename }) =>
    onDeclaredNames(filename, ({ node, name, kind }) => {
      if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name)) report(node, `the ${kind} "${name}"`);
    }),
});
