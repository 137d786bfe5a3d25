import type { TSESTree } from '@typescript-eslint/utils';
import { subsetRule } from '../subset-rule.ts';

const inside = new Set(
  `Program ImportDeclaration ImportSpecifier ExportNamedDeclaration ExportSpecifier FunctionDeclaration VariableDeclaration
  VariableDeclarator TSTypeAliasDeclaration TSInterfaceDeclaration TSInterfaceBody TSTypeLiteral TSPropertySignature
  TSTypeAnnotation TSTypeReference TSTypeParameterInstantiation TSArrayType TSTypeOperator TSUnionType TSLiteralType
  TSNullKeyword TSStringKeyword TSBooleanKeyword TSVoidKeyword BlockStatement ReturnStatement IfStatement ForOfStatement
  ForStatement WhileStatement SwitchStatement SwitchCase BreakStatement ContinueStatement ExpressionStatement Identifier
  Literal TemplateLiteral TemplateElement ArrayExpression ObjectExpression Property MemberExpression CallExpression
  NewExpression AssignmentExpression UpdateExpression BinaryExpression LogicalExpression UnaryExpression
  ConditionalExpression TSNonNullExpression`.split(/\s+/),
);

// Each of these has a rule of its own, with a better message.
const reportedElsewhere = new Set(
  `ClassDeclaration ClassExpression ClassBody MethodDefinition PropertyDefinition TSEnumDeclaration TSEnumBody TSEnumMember
  TSModuleDeclaration TSModuleBlock ArrowFunctionExpression FunctionExpression TSFunctionType TSConstructorType
  TSMethodSignature ThisExpression MetaProperty AwaitExpression YieldExpression ThrowStatement TryStatement CatchClause
  TSAnyKeyword TSUnknownKeyword TSUndefinedKeyword TSNeverKeyword TSNumberKeyword TSObjectKeyword TSSymbolKeyword
  TSBigIntKeyword TSThisType TSTupleType TSMappedType TSConditionalType TSIndexedAccessType TSIntersectionType TSTypeQuery
  TSImportType TSTypePredicate TSTemplateLiteralType TSInferType TSQualifiedName SpreadElement RestElement TSRestType
  ObjectPattern ArrayPattern TSTypeParameterDeclaration TSTypeParameter ChainExpression AssignmentPattern
  SequenceExpression ForInStatement DoWhileStatement LabeledStatement TaggedTemplateExpression TSAsExpression
  TSSatisfiesExpression TSTypeAssertion ImportDefaultSpecifier ImportNamespaceSpecifier ImportExpression
  ExportDefaultDeclaration ExportAllDeclaration`.split(/\s+/),
);

export const closedSyntax = subsetRule({
  code: 'SUB030',
  name: 'closed-syntax',
  out: 'any other syntax: the subset is closed, so what is not listed as in is out',
  why: 'No platform has a counterpart for it yet.',
  remedy: 'write it with the syntax listed above.',
  appliesTo: 'bodies',
  create: ({ report }) => ({
    '*': (node: TSESTree.Node) => {
      if (!inside.has(node.type) && !reportedElsewhere.has(node.type)) report(node, `the syntax ${node.type}`);
    },
  }),
});
