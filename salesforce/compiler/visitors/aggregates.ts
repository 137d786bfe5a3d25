import ts from 'typescript';
import type { Expression } from '../apex/tree.ts';
import type { ModuleContext } from '../module-context.ts';
import { fieldsOfRecord } from '../types/fields-of-record.ts';
import { readType } from '../types/read-type.ts';
import type { Type } from '../types/type.ts';
import { fitExactType } from '../types/fit-type.ts';
import type { Typed } from '../types/typed.ts';
import { hasCall } from './has-call.ts';
import { mostParameters } from './make-field-by-field.ts';
import { visitExpression } from './visitors.ts';

export function visitArrayLiteral(
  node: ts.ArrayLiteralExpression,
  asked: Type | null,
  context: ModuleContext,
): Typed | null {
  const type = asked?.kind === 'list' ? asked : typeOfItems(node, context);
  if (type === null) {
    context.report(node, 'APX005', node.getText());
    return null;
  }
  const items: Expression[] = [];
  for (const element of node.elements) {
    const item = visitExpression(element, type.element, context);
    if (item === null) return null;
    items.push(fitExactType(element, item, type.element, context));
  }
  return { apex: { kind: 'newList', type, items }, type };
}

/** A list that goes nowhere with a type, as in `for (const word of ['a', 'b'])`, has the type of its first item. */
function typeOfItems(node: ts.ArrayLiteralExpression, context: ModuleContext): (Type & { kind: 'list' }) | null {
  const first = node.elements[0];
  const item =
    first === undefined || ts.isObjectLiteralExpression(first) ? null : visitExpression(first, null, context);
  return item === null ? null : { kind: 'list', element: item.type };
}

/**
 * A record literal becomes a call of the record's constructor, which takes every field in the order of its declaration. The
 * fields are computed in that order too, so the literal may only differ from it where no value has an effect.
 */
export function visitObjectLiteral(
  node: ts.ObjectLiteralExpression,
  asked: Type | null,
  context: ModuleContext,
): Typed | null {
  if (asked?.kind !== 'record') {
    context.report(node, 'APX005', node.getText().slice(0, 60));
    return null;
  }
  const given = new Map<string, ts.Expression>();
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) {
      context.report(property, 'APX001', ts.SyntaxKind[property.kind]);
      return null;
    }
    given.set(property.name.text, property.initializer);
  }
  const fields = fieldsOfRecord(asked, context);
  if (fields.length > mostParameters) {
    context.report(node, 'APX021', asked.name);
    return null;
  }
  if (
    hasOtherOrder(
      [...given.keys()],
      fields.map((each) => each.name),
    ) &&
    [...given.values()].some(hasCall)
  ) {
    context.report(node, 'APX020', asked.name);
    return null;
  }
  const args: Expression[] = [];
  for (const field of fields) {
    // TypeScript has seen to it that every field is given.
    const value = given.get(field.name)!;
    const argument = visitExpression(value, field.type, context);
    if (argument === null) return null;
    args.push(fitExactType(value, argument, field.type, context));
  }
  context.madeRecords.add(`${asked.className}.${asked.name}`);
  return { apex: { kind: 'new', type: asked, arguments: args, fields: fields.map((each) => each.name) }, type: asked };
}

function hasOtherOrder(given: readonly string[], declared: readonly string[]): boolean {
  return given.some((name, place) => name !== declared[place]);
}

/** `new Map<K, V>()`: the only object that is made by `new`. */
export function visitNewMap(node: ts.NewExpression, _: Type | null, context: ModuleContext): Typed | null {
  const isMap = ts.isIdentifier(node.expression) && node.expression.text === 'Map';
  const [keyNode, valueNode] = node.typeArguments ?? [];
  if (!isMap || keyNode === undefined || valueNode === undefined || (node.arguments ?? []).length > 0) {
    context.report(node, 'APX001', `"${node.getText()}"`);
    return null;
  }
  const key = readType(keyNode, context);
  const value = readType(valueNode, context);
  if (key === null || value === null) return null;
  const type: Type = { kind: 'map', key, value };
  return { apex: { kind: 'new', type, arguments: [], fields: [] }, type };
}
