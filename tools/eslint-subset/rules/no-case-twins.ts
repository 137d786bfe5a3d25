import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isIntrinsic } from '../declared-names.ts';
import { subsetRule } from '../subset-rule.ts';

export const noCaseTwins = subsetRule({
  code: 'SUB025',
  name: 'no-case-twins',
  out: 'two names of one scope, or two fields of one type, that differ only by case, and a local that hides another',
  why: 'Apex ignores case, and does not let an inner block declare the name of an outer one again.',
  remedy: 'rename one of the two.',
  appliesTo: 'names',
  create: ({ report, filename, sourceCode }) => ({
    'Program:exit': () => {
      if (isIntrinsic(filename)) return;
      for (const scope of sourceCode.scopeManager?.scopes ?? []) checkScope(scope, report);
    },
    TSTypeLiteral: (node) => checkFields(node.members, report),
    TSInterfaceBody: (node) => checkFields(node.body, report),
  }),
});

type Report = (node: TSESTree.Node, thing: string) => void;

function checkScope(scope: TSESLint.Scope.Scope, report: Report): void {
  const taken = outerLocals(scope);
  for (const { name, defs } of scope.variables) {
    const [definition] = defs;
    if (definition === undefined) continue;
    const twin = taken.get(name.toLowerCase());
    if (twin !== undefined) report(definition.name, `"${name}" beside "${twin}"`);
    taken.set(name.toLowerCase(), name);
  }
}

/** What the enclosing blocks of the same function declare. */
function outerLocals(scope: TSESLint.Scope.Scope): Map<string, string> {
  const taken = new Map<string, string>();
  let inner = scope;
  while (inner.type !== 'function' && inner.upper !== null && inner.type !== 'module') {
    inner = inner.upper;
    if (inner.type === 'module' || inner.type === 'global') break;
    for (const { name, defs } of inner.variables) if (defs.length > 0) taken.set(name.toLowerCase(), name);
  }
  return taken;
}

function checkFields(members: readonly TSESTree.TypeElement[], report: Report): void {
  const taken = new Map<string, string>();
  for (const member of members) {
    if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') continue;
    const { name } = member.key;
    const twin = taken.get(name.toLowerCase());
    if (twin !== undefined) report(member.key, `the field "${name}" beside "${twin}"`);
    taken.set(name.toLowerCase(), name);
  }
}
