import ts from 'typescript';
import type { ModuleContext } from '../module-context.ts';
import { classNameOf } from '../names/class-names.ts';
import { readType } from './read-type.ts';
import type { Type } from './type.ts';

export type RecordField = { readonly name: string; readonly type: Type; readonly node: ts.PropertySignature };

/** The members of a record's declaration; null where the declaration is no record. */
export function membersOfRecord(declaration: ts.Node): readonly ts.TypeElement[] | null {
  if (ts.isInterfaceDeclaration(declaration)) return declaration.members;
  if (ts.isTypeAliasDeclaration(declaration) && ts.isTypeLiteralNode(declaration.type)) return declaration.type.members;
  return null;
}

/** The fields of a declared record, in the order of its declaration. A member that is no plain field is a problem. */
export function fieldsOfDeclaration(members: readonly ts.TypeElement[], context: ModuleContext): RecordField[] {
  const fields: RecordField[] = [];
  for (const member of members) {
    const isPlain =
      ts.isPropertySignature(member) &&
      ts.isIdentifier(member.name) &&
      member.questionToken === undefined &&
      member.type !== undefined;
    if (!isPlain) {
      context.report(member, 'APX002', member.getText());
      continue;
    }
    const type = readType(member.type, context);
    if (type !== null) fields.push({ name: member.name.text, type, node: member });
  }
  return fields;
}

/** The fields of a record by its type, wherever it is declared. */
export function fieldsOfRecord(record: Type & { kind: 'record' }, context: ModuleContext): RecordField[] {
  for (const sourceFile of context.modules) {
    if (classNameOf(sourceFile.fileName) !== record.className) continue;
    for (const statement of sourceFile.statements) {
      const isNamed = ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);
      const members = isNamed && statement.name.text === record.name ? membersOfRecord(statement) : null;
      if (members !== null) return fieldsOfDeclaration(members, context);
    }
  }
  throw new Error(`The record ${record.className}.${record.name} has no declaration.`);
}
