import ts from 'typescript';
import { nameOf, type Statement } from '../apex/tree.ts';
import type { ModuleContext } from '../module-context.ts';
import { fieldsOfRecord } from '../types/fields-of-record.ts';
import type { Type } from '../types/type.ts';
import { fitType } from '../types/fit-type.ts';
import { visitExpression } from './visitors.ts';

/** Apex refuses a method with more parameters. */
export const mostParameters = 32;

/**
 * A record too wide for a constructor is made first and filled field by field, in the order of the literal. Null where a
 * constructor does.
 */
export function makeFieldByField(
  node: ts.Expression,
  type: Type,
  name: string,
  context: ModuleContext,
): Statement[] | null {
  if (!ts.isObjectLiteralExpression(node) || type.kind !== 'record') return null;
  const fields = fieldsOfRecord(type, context);
  if (fields.length <= mostParameters) return null;
  const statements: Statement[] = [
    { kind: 'local', comments: [], type, name, value: { kind: 'new', type, arguments: [], fields: [] } },
  ];
  for (const property of node.properties) {
    const field = fields.find((each) => property.name !== undefined && each.name === property.name.getText());
    if (field === undefined || !ts.isPropertyAssignment(property)) {
      context.report(property, 'APX001', ts.SyntaxKind[property.kind]);
      continue;
    }
    const value = visitExpression(property.initializer, field.type, context);
    if (value === null) continue;
    statements.push({
      kind: 'expression',
      comments: [],
      expression: {
        kind: 'assign',
        operator: '=',
        target: { kind: 'field', of: nameOf(name), name: field.name },
        value: fitType(property.initializer, value, field.type, context),
      },
    });
  }
  return statements;
}
