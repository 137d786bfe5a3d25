import { apexReservedWords } from '../apex-words.ts';
import { onDeclaredNames } from '../declared-names.ts';
import { subsetRule } from '../subset-rule.ts';

export const noReservedWords = subsetRule({
  code: 'SUB022',
  name: 'no-reserved-words',
  out: 'a type, function, variable, parameter or field named like an Apex reserved word, in any case',
  why: 'Apex rejects the name, and Apex ignores case.',
  remedy: 'choose a longer word for the same thing, for instance "territories" for "group".',
  appliesTo: 'names',
  create: ({ report, filename }) =>
    onDeclaredNames(filename, ({ node, name, kind }) => {
      if (apexReservedWords.has(name.toLowerCase())) report(node, `the ${kind} "${name}", an Apex reserved word,`);
    }),
});
