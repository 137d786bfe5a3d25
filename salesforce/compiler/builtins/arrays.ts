import type ts from 'typescript';
import { binary, callOn, callStatic, isPath, nullLiteral, type Expression } from '../apex/tree.ts';
import type { ModuleContext } from '../module-context.ts';
import { boolean, integer, nothing, string, type Type } from '../types/type.ts';
import { fitExactType } from '../types/fit-type.ts';
import type { Typed } from '../types/typed.ts';
import { checkChange } from '../visitors/check-change.ts';
import { visitExpression } from '../visitors/visitors.ts';
import type { BuiltinMethod } from './method.ts';
import { poppedArray } from './popped-array.ts';

/** The array methods of the subset, for arrays of one element type; null where there is no such method for it. */
export function arrayMethod(name: string, element: Type): BuiltinMethod | null {
  switch (name) {
    case 'push':
      return { parameters: [element], returns: nothing, write: (of, args) => callOn(of, 'add', ...args) };
    case 'pop':
      return { parameters: [], returns: element, isReadTwice: () => true, write: removeLast };
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
  const array = poppedArray(node.left);
  if (array === null) return undefined;
  const items = visitExpression(array, null, context);
  if (items === null || items.type.kind !== 'list') return undefined;
  if (!isPath(items.apex)) {
    context.report(node.left, 'APX015', array.getText());
    return null;
  }
  const type = items.type.element;
  const other = visitExpression(node.right, asked ?? type, context);
  if (other === null) return null;
  checkChange(array, context);
  const standIn = fitExactType(node.right, other, type, context);
  const takeOr = (then: Expression): Expression => ({
    kind: 'conditional',
    condition: callOn(items.apex, 'isEmpty'),
    then,
    otherwise: removeLast(items.apex),
  });
  // What was popped may be null as well, and gives way then too.
  const isNullPopped = context.hasNullElements(array) && other.type.kind !== 'null';
  return { apex: isNullPopped ? binary('??', takeOr(nullLiteral), standIn) : takeOr(standIn), type };
}
