import ts from 'typescript';
import { binary, callOn, callStatic, type Expression } from '../apex/tree.ts';
import type { ModuleContext } from '../module-context.ts';
import { boolean, integer, nothing, string, type Type } from '../types/type.ts';
import { widen, type Typed } from '../types/typed.ts';
import { visitExpression } from '../visitors/visitors.ts';
import type { BuiltinMethod } from './method.ts';

/** The array methods of the subset, for arrays of one element type; null where there is no such method for it. */
export function arrayMethod(name: string, element: Type): BuiltinMethod | null {
  switch (name) {
    case 'push':
      return { parameters: [element], returns: nothing, write: (of, args) => callOn(of, 'add', ...args) };
    case 'pop':
      return { parameters: [], returns: element, write: removeLast };
    case 'includes':
      if (element.kind !== 'string') return null;
      return { parameters: [string], returns: boolean, write: (of, args) => callOn(of, 'contains', ...args) };
    case 'indexOf':
      if (element.kind !== 'string') return null;
      return { parameters: [string], returns: integer, write: (of, args) => callOn(of, 'indexOf', ...args) };
    case 'join':
      if (element.kind !== 'string') return null;
      return {
        parameters: [string],
        returns: string,
        write: (of, args) => callStatic('System.String', 'join', of, ...args),
      };
    default:
      return null;
  }
}

function removeLast(of: Expression): Expression {
  return callOn(of, 'remove', binary('-', callOn(of, 'size'), { kind: 'literal', text: '1' }));
}

/** `items.pop() ?? other`: the array may be empty, which Apex's remove would refuse. Undefined where the node is no such thing. */
export function visitPopOrElse(
  node: ts.BinaryExpression,
  asked: Type | null,
  context: ModuleContext,
): Typed | null | undefined {
  const isPop =
    ts.isCallExpression(node.left) &&
    ts.isPropertyAccessExpression(node.left.expression) &&
    node.left.expression.name.text === 'pop';
  if (!isPop) return undefined;
  const items = visitExpression((node.left.expression).expression, null, context);
  if (items === null || items.type.kind !== 'list') return undefined;
  if (items.apex.kind !== 'name' && items.apex.kind !== 'field') {
    context.report(node.left, 'APX015', (node.left.expression).expression.getText());
    return null;
  }
  const type = items.type.element;
  const other = visitExpression(node.right, asked ?? type, context);
  if (other === null) return null;
  return {
    apex: {
      kind: 'conditional',
      condition: callOn(items.apex, 'isEmpty'),
      then: widen(other, type).apex,
      otherwise: removeLast(items.apex),
    },
    type,
  };
}
