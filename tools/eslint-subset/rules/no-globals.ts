import { subsetRule } from '../subset-rule.ts';

export const noGlobals = subsetRule({
  code: 'SUB005',
  name: 'no-globals',
  out: 'global values such as Date, Math, Number, JSON, console and undefined (only "new Map()" is in)',
  why: 'A global of one platform is missing, or differs, on another; and the engine must not read clocks or chance.',
  remedy:
    'take the value as a parameter, use null for "nothing", or use a function of model/number.ts or model/text.ts.',
  appliesTo: 'bodies',
  create: ({ report, sourceCode }) => ({
    'Program:exit': () => {
      for (const scope of sourceCode.scopeManager?.scopes ?? []) {
        for (const { identifier, resolved, isValueReference } of scope.references) {
          if (!isValueReference || (resolved !== null && resolved.defs.length > 0)) continue;
          const isNewMap = identifier.name === 'Map' && identifier.parent.type === 'NewExpression';
          if (!isNewMap) report(identifier, `the global "${String(identifier.name)}"`);
        }
      }
    },
    ThisExpression: (node) => report(node, '"this"'),
    MetaProperty: (node) => report(node, `"${node.meta.name}.${node.property.name}"`),
  }),
});
