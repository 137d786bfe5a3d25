import { apexTypeNames, apexTypeNamesForTypes } from '../apex-words.ts';
import { onDeclaredNames } from '../declared-names.ts';
import { subsetRule } from '../subset-rule.ts';

export const noPlatformTypes = subsetRule({
  code: 'SUB023',
  name: 'no-platform-types',
  out: 'a type, function, variable or parameter named like a standard Apex class or object, in any case',
  why: 'The name would hide the standard one, so code that needs the standard one breaks.',
  remedy: 'say which one is meant, for instance "Person" or "leadRecord" for "Lead". Field names are free.',
  appliesTo: 'names',
  create: ({ report, filename }) =>
    onDeclaredNames(filename, ({ node, name, kind }) => {
      const taken = kind === 'type' ? apexTypeNamesForTypes : apexTypeNames;
      if (kind !== 'field' && taken.has(name.toLowerCase())) {
        report(node, `the ${kind} "${name}", the name of a standard Apex type,`);
      }
    }),
});
