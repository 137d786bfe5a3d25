import ts from 'typescript';
import { classNameOf } from '../names/class-names.ts';
import type { ModuleContext } from '../module-context.ts';
import { boolean, integer, listOf, long, nothing, nullType, string, type Type } from './type.ts';

/** The type that a type node names; a problem is noted where it has no counterpart, and null is the answer. */
export function readType(node: ts.TypeNode, context: ModuleContext): Type | null {
  const type = tryReadType(node, context.checker);
  if (type === null) context.report(node, 'APX002', node.getText());
  return type;
}

/** As readType, without noting anything. */
export function tryReadType(node: ts.TypeNode, checker: ts.TypeChecker): Type | null {
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return string;
    case ts.SyntaxKind.BooleanKeyword:
      return boolean;
    case ts.SyntaxKind.VoidKeyword:
      return nothing;
    default:
      break;
  }
  if (ts.isParenthesizedTypeNode(node)) return tryReadType(node.type, checker);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) {
    return tryReadType(node.type, checker);
  }
  if (ts.isArrayTypeNode(node)) {
    const element = tryReadType(node.elementType, checker);
    return element === null ? null : listOf(element);
  }
  if (ts.isLiteralTypeNode(node)) return readLiteral(node);
  if (ts.isUnionTypeNode(node)) return readUnion(node, checker);
  if (ts.isTypeReferenceNode(node)) return readReference(node, checker);
  return null;
}

function readLiteral(node: ts.LiteralTypeNode): Type | null {
  if (ts.isStringLiteral(node.literal)) return string;
  if (node.literal.kind === ts.SyntaxKind.NullKeyword) return nullType;
  const isTruth = node.literal.kind === ts.SyntaxKind.TrueKeyword || node.literal.kind === ts.SyntaxKind.FalseKeyword;
  return isTruth ? boolean : null;
}

/** `T | null`, or literals of one plain type. */
function readUnion(node: ts.UnionTypeNode, checker: ts.TypeChecker): Type | null {
  let found: Type | null = null;
  for (const part of node.types) {
    const type = tryReadType(part, checker);
    if (type === null) return null;
    if (type.kind === 'null') continue;
    if (found === null) found = type;
    else if (found.kind !== type.kind || !['string', 'boolean'].includes(type.kind)) return null;
  }
  return found;
}

function readReference(node: ts.TypeReferenceNode, checker: ts.TypeChecker): Type | null {
  if (!ts.isIdentifier(node.typeName)) return null;
  const named = checker.getSymbolAtLocation(node.typeName);
  const symbol =
    named !== undefined && (named.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(named) : named;
  const declaration = symbol?.declarations?.[0];
  if (declaration === undefined) return null;
  const fileName = declaration.getSourceFile().fileName;
  if (node.typeName.text === 'Map' && node.typeArguments?.length === 2 && !isOfEngine(fileName)) {
    const key = tryReadType(node.typeArguments[0]!, checker);
    const value = tryReadType(node.typeArguments[1]!, checker);
    return key === null || value === null || !['string', 'integer'].includes(key.kind)
      ? null
      : { kind: 'map', key, value };
  }
  if (!isOfEngine(fileName) || node.typeArguments !== undefined) return null;
  if (fileName.endsWith('/model/number.ts')) {
    if (node.typeName.text === 'Int') return integer;
    if (node.typeName.text === 'Long') return long;
  }
  return readDeclared(declaration, checker);
}

function readDeclared(declaration: ts.Declaration, checker: ts.TypeChecker): Type | null {
  if (ts.isInterfaceDeclaration(declaration)) return recordOf(declaration);
  if (!ts.isTypeAliasDeclaration(declaration)) return null;
  return ts.isTypeLiteralNode(declaration.type) ? recordOf(declaration) : tryReadType(declaration.type, checker);
}

function recordOf(declaration: ts.TypeAliasDeclaration | ts.InterfaceDeclaration): Type {
  return { kind: 'record', className: classNameOf(declaration.getSourceFile().fileName), name: declaration.name.text };
}

/** Whether a file is a module of the engine, as opposed to TypeScript's own libraries. */
export function isOfEngine(fileName: string): boolean {
  return fileName.includes('/core/src/decide/');
}
