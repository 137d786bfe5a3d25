import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';

type Report = (node: TSESTree.Node, thing: string) => void;

export const closedTypes = subsetRule({
  code: 'SUB008',
  name: 'closed-types',
  out: 'types other than Int, Long, string, boolean, string-literal unions, records, T[], Map<string, T>, Map<Int, T> and T | null',
  why: 'Every type must have one counterpart on every platform.',
  remedy: 'use Int or Long for numbers, null for "nothing", a named record for a shape, and write return types out.',
  appliesTo: 'bodies',
  create: ({ report, sourceCode }) => ({
    'TSAnyKeyword, TSUnknownKeyword, TSUndefinedKeyword, TSNeverKeyword, TSNumberKeyword, TSObjectKeyword, TSSymbolKeyword, TSBigIntKeyword, TSThisType':
      (node: TSESTree.Node) => report(node, `the type "${sourceCode.getText(node)}"`),
    'TSTupleType, TSMappedType, TSConditionalType, TSIndexedAccessType, TSIntersectionType, TSTypeQuery, TSImportType, TSTypePredicate, TSTemplateLiteralType, TSInferType':
      (node: TSESTree.Node) => report(node, `the type "${sourceCode.getText(node)}"`),
    TSVoidKeyword: (node) => {
      if (!isReturnType(node)) report(node, '"void" other than as a return type');
    },
    TSNullKeyword: (node) => {
      if (node.parent.type !== 'TSUnionType') report(node, 'the type "null" on its own');
    },
    TSTypeOperator: (node) => {
      const isReadonlyArray = node.operator === 'readonly' && node.typeAnnotation?.type === 'TSArrayType';
      if (!isReadonlyArray) report(node, `the type "${sourceCode.getText(node)}"`);
    },
    TSLiteralType: (node) => {
      if (node.literal.type !== 'Literal' || typeof node.literal.value !== 'string') {
        report(node, `the type "${sourceCode.getText(node)}"`);
      }
    },
    TSTypeLiteral: (node) => {
      if (node.parent.type !== 'TSTypeAliasDeclaration') report(node, 'an object type without a name of its own');
    },
    TSUnionType: (node) => checkUnion(node, report, sourceCode),
    TSTypeReference: (node) => checkReference(node, report, sourceCode),
    FunctionDeclaration: (node) => {
      if (node.returnType === undefined)
        report(node.id ?? node, `the function "${node.id?.name ?? ''}" without a return type`);
    },
  }),
});

function isReturnType(node: TSESTree.Node): boolean {
  const annotation = node.parent;
  return annotation?.type === 'TSTypeAnnotation' && annotation.parent.type === 'FunctionDeclaration';
}

function checkUnion(node: TSESTree.TSUnionType, report: Report, sourceCode: Readonly<TSESLint.SourceCode>): void {
  const members = node.types.filter((member) => member.type !== 'TSNullKeyword');
  const isChoice = members.every((member) => member.type === 'TSLiteralType');
  if (!isChoice && members.length !== 1) report(node, `the union "${sourceCode.getText(node)}"`);
}

function checkReference(
  node: TSESTree.TSTypeReference,
  report: Report,
  sourceCode: Readonly<TSESLint.SourceCode>,
): void {
  const text = sourceCode.getText(node);
  if (node.typeName.type !== 'Identifier') return report(node, `the type "${text}"`);
  const { name } = node.typeName;
  const [key, , ...more] = node.typeArguments?.params ?? [];
  if (name === 'Map') {
    if (!isMapKey(key, sourceCode) || more.length > 0)
      report(node, `the type "${text}", which is keyed by neither string nor Int,`);
    return;
  }
  if (node.typeArguments !== undefined || !isDeclared(node, name, sourceCode)) report(node, `the type "${text}"`);
}

function isMapKey(key: TSESTree.TypeNode | undefined, sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  return key?.type === 'TSStringKeyword' || (key !== undefined && sourceCode.getText(key) === 'Int');
}

function isDeclared(node: TSESTree.Node, name: string, sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node); scope !== null; scope = scope.upper) {
    if ((scope.set.get(name)?.defs.length ?? 0) > 0) return true;
  }
  return false;
}
