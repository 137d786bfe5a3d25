import ts from 'typescript';
import type { Constant, Method, RecordClass } from '../apex/tree.ts';
import { docOf } from '../comments.ts';
import type { ModuleContext } from '../module-context.ts';
import { fieldsOfDeclaration, membersOfRecord } from '../types/fields-of-record.ts';
import { readType, tryReadType } from '../types/read-type.ts';
import type { Type } from '../types/type.ts';
import { fitType } from '../types/fit-type.ts';
import { mostParameters } from './make-field-by-field.ts';
import { rememberLocal, visitBody } from './statements.ts';
import { findOpenEnd } from './switch.ts';
import { visitExpression } from './visitors.ts';

export type Declared = {
  readonly constants: Constant[];
  readonly methods: Method[];
  readonly records: RecordClass[];
};

/** One statement at the top of a module: a constant, a function, a type, or an import that brings in nothing of its own. */
export function visitDeclaration(node: ts.Statement, declared: Declared, context: ModuleContext): void {
  if (ts.isVariableStatement(node)) {
    declared.constants.push(...visitConstants(node, context));
  } else if (ts.isFunctionDeclaration(node)) {
    const method = visitFunction(node, context);
    if (method !== null) declared.methods.push(method);
  } else if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) {
    const record = visitType(node, context);
    if (record !== null) declared.records.push(record);
  } else if (ts.isImportDeclaration(node)) {
    visitImport(node, context);
  } else {
    context.report(node, 'APX001', ts.SyntaxKind[node.kind]);
  }
}

function visitConstants(node: ts.VariableStatement, context: ModuleContext): Constant[] {
  const isConstant = (node.declarationList.flags & ts.NodeFlags.Const) !== 0;
  const constants: Constant[] = [];
  for (const each of node.declarationList.declarations) {
    if (!isConstant || !ts.isIdentifier(each.name) || each.initializer === undefined || each.type === undefined) {
      context.report(each, 'APX001', `"${each.getText().split('\n')[0]!}" at the top of a module`);
      continue;
    }
    const type = readType(each.type, context);
    const value = type === null ? null : visitExpression(each.initializer, type, context);
    if (type === null || value === null) continue;
    constants.push({
      doc: docOf(node),
      isPublic: isExported(node),
      type,
      name: each.name.text,
      value: fitType(each.initializer, value, type, context),
    });
  }
  return constants;
}

function visitFunction(node: ts.FunctionDeclaration, context: ModuleContext): Method | null {
  if (node.name === undefined || node.body === undefined || node.type === undefined || isUnusual(node)) {
    context.report(node, 'APX001', `function ${node.name?.text ?? ''}`);
    return null;
  }
  if (node.parameters.length > mostParameters) context.report(node.name, 'APX017', node.name.text);
  const returns = readType(node.type, context);
  const parameters: { type: Type; name: string }[] = [];
  for (const parameter of node.parameters) {
    if (!ts.isIdentifier(parameter.name) || parameter.type === undefined || isOptional(parameter)) {
      context.report(parameter, 'APX001', `parameter "${parameter.getText()}"`);
      continue;
    }
    const type = readType(parameter.type, context);
    if (type === null) continue;
    rememberLocal(parameter.name, type, context);
    parameters.push({ type, name: parameter.name.text });
  }
  if (returns === null) return null;
  const open = returns.kind === 'void' ? null : findOpenEnd(node.body);
  if (open !== null) context.report(open, 'APX010', 'a function ends in it, and it has no default');
  context.returns = returns;
  return {
    doc: docOf(node),
    isPublic: isExported(node),
    returns,
    name: node.name.text,
    parameters,
    body: visitBody(node.body, context),
  };
}

function isUnusual(node: ts.FunctionDeclaration): boolean {
  return (
    node.asteriskToken !== undefined ||
    node.typeParameters !== undefined ||
    (node.modifiers ?? []).some((each) => each.kind !== ts.SyntaxKind.ExportKeyword)
  );
}

function isOptional(parameter: ts.ParameterDeclaration): boolean {
  return (
    parameter.questionToken !== undefined ||
    parameter.initializer !== undefined ||
    parameter.dotDotDotToken !== undefined
  );
}

/** A record becomes an inner class; any other alias is only a name for a type that Apex writes out. */
function visitType(
  node: ts.TypeAliasDeclaration | ts.InterfaceDeclaration,
  context: ModuleContext,
): RecordClass | null {
  const members = membersOfRecord(node);
  if (node.typeParameters !== undefined || (ts.isInterfaceDeclaration(node) && node.heritageClauses !== undefined)) {
    context.report(node, 'APX002', node.name.text);
    return null;
  }
  if (members === null) {
    const aliased = ts.isTypeAliasDeclaration(node) ? tryReadType(node.type, context.checker) : null;
    if (aliased === null) context.report(node, 'APX002', node.name.text);
    return null;
  }
  const fields = fieldsOfDeclaration(members, context);
  return {
    doc: docOf(node),
    name: node.name.text,
    fields: fields.map((each) => ({ doc: docOf(each.node), type: each.type, name: each.name })),
    hasConstructor: false,
  };
}

function visitImport(node: ts.ImportDeclaration, context: ModuleContext): void {
  const specifier = node.moduleSpecifier.getText().slice(1, -1);
  const symbol = context.checker.getSymbolAtLocation(node.moduleSpecifier);
  const fileName = symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
  const isOwn = context.modules.some((each) => each.fileName === fileName);
  if (!isOwn || node.importClause?.name !== undefined) context.report(node, 'APX012', specifier);
}

function isExported(node: ts.VariableStatement | ts.FunctionDeclaration): boolean {
  return (node.modifiers ?? []).some((each) => each.kind === ts.SyntaxKind.ExportKeyword);
}
