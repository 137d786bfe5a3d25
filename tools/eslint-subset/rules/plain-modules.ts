import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';

const declarations = new Set(['FunctionDeclaration', 'TSTypeAliasDeclaration', 'TSInterfaceDeclaration']);

export const plainModules = subsetRule({
  code: 'SUB028',
  name: 'plain-modules',
  out: 'default, star, renaming and dynamic imports or exports, top-level statements, and top-level "let"',
  why: 'A name means the same thing everywhere, and a module holds no state.',
  remedy: 'import and export by name, and keep state in values that functions pass on.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    ImportDefaultSpecifier: (node) => report(node, 'a default import'),
    ImportNamespaceSpecifier: (node) => report(node, 'a star import'),
    ImportExpression: (node) => report(node, 'a dynamic import'),
    ExportDefaultDeclaration: (node) => report(node, 'a default export'),
    ExportAllDeclaration: (node) => report(node, 'a star export'),
    ImportSpecifier: (node) => {
      if (nameOf(node.imported) !== node.local.name) report(node, 'a renaming import');
    },
    ExportSpecifier: (node) => {
      if (nameOf(node.exported) !== nameOf(node.local)) report(node, 'a renaming export');
    },
    Program: (node) => {
      for (const statement of node.body) checkTopLevel(statement, report);
    },
  }),
});

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function checkTopLevel(
  statement: TSESTree.ProgramStatement,
  report: (node: TSESTree.Node, thing: string) => void,
): void {
  const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  // Other declarations and star or default exports are reported where they are looked at by kind.
  if (inner === null || declarations.has(inner.type) || /^(?:Import|Export|Class|TS)/.test(inner.type)) return;
  if (inner.type !== 'VariableDeclaration') report(inner, 'a statement at the top level');
  else if (inner.kind !== 'const') report(inner, `a top-level "${inner.kind}"`);
}
