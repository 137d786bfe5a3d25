import ts from 'typescript';
import { visitMemberProperty } from '../builtins/members.ts';
import type { ModuleContext } from '../module-context.ts';
import { fieldsOfRecord } from '../types/fields-of-record.ts';
import type { Type } from '../types/type.ts';
import type { Typed } from '../types/typed.ts';
import { checkElement } from './never-undefined.ts';
import { visitExpression } from './visitors.ts';

/** A field of a record, or `length` and `size` of what the platform has. */
export function visitProperty(node: ts.PropertyAccessExpression, _: Type | null, context: ModuleContext): Typed | null {
  if (node.questionDotToken !== undefined || !ts.isIdentifier(node.name)) {
    context.report(node, 'APX001', `"${node.getText()}"`);
    return null;
  }
  const of = visitExpression(node.expression, null, context);
  if (of === null) return null;
  if (of.type.kind !== 'record') return visitMemberProperty(of, node, context);
  const field = fieldsOfRecord(of.type, context).find((each) => each.name === node.name.text);
  if (field === undefined) {
    context.report(node.name, 'APX003', `${of.type.name}.${node.name.text}`);
    return null;
  }
  return { apex: { kind: 'field', of: of.apex, name: field.name }, type: field.type };
}

export function visitElement(node: ts.ElementAccessExpression, _: Type | null, context: ModuleContext): Typed | null {
  const of = visitExpression(node.expression, null, context);
  const at = visitExpression(node.argumentExpression, null, context);
  if (of === null || at === null) return null;
  if (of.type.kind !== 'list' || at.type.kind !== 'integer' || node.questionDotToken !== undefined) {
    context.report(node, 'APX003', `"${node.getText()}"`);
    return null;
  }
  checkElement(node, context);
  return { apex: { kind: 'index', of: of.apex, at: at.apex }, type: of.type.element };
}
