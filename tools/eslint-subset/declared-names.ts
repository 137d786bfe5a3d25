import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

export interface DeclaredName {
  readonly node: TSESTree.Node;
  readonly name: string;
  readonly kind: 'type' | 'function' | 'variable' | 'parameter' | 'field';
}

// The intrinsic files declare the platform's own number types, and are written by hand inside their functions.
const primitives = new Set(['Int', 'Long']);
const intrinsics = /core\/src\/decide\/model\/(?:text|number)\.ts$/;

export function isIntrinsic(filename: string): boolean {
  return intrinsics.test(filename.replaceAll('\\', '/'));
}

/** Calls `visit` for each name that becomes a name in the compiled code. */
export function onDeclaredNames(filename: string, visit: (declared: DeclaredName) => void): TSESLint.RuleListener {
  const onlyFunctions = isIntrinsic(filename);
  const name = (node: TSESTree.Node | null, kind: DeclaredName['kind']): void => {
    if (node?.type !== 'Identifier' || (kind === 'type' && primitives.has(node.name))) return;
    if (onlyFunctions && kind !== 'function') return;
    visit({ node, name: node.name, kind });
  };
  return {
    TSTypeAliasDeclaration: (node) => name(node.id, 'type'),
    TSInterfaceDeclaration: (node) => name(node.id, 'type'),
    FunctionDeclaration: (node) => {
      name(node.id, 'function');
      for (const parameter of node.params) name(parameter, 'parameter');
    },
    VariableDeclarator: (node) => name(node.id, 'variable'),
    TSPropertySignature: (node) => name(node.key, 'field'),
  };
}
