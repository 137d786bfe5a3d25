import type ts from 'typescript';
import { callOn } from '../apex/tree.ts';
import type { ModuleContext } from '../module-context.ts';
import { integer, writeType, type Type } from '../types/type.ts';
import type { Typed } from '../types/typed.ts';
import { arrayMethod } from './arrays.ts';
import { mapMethod } from './maps.ts';
import type { BuiltinMethod } from './method.ts';
import { stringMethods } from './strings.ts';

/** `length` of a text or an array, `size` of a Map. */
export function visitMemberProperty(
  of: Typed,
  node: ts.PropertyAccessExpression,
  context: ModuleContext,
): Typed | null {
  const name = node.name.text;
  if (of.type.kind === 'string' && name === 'length') return { apex: callOn(of.apex, 'length'), type: integer };
  if (of.type.kind === 'list' && name === 'length') return { apex: callOn(of.apex, 'size'), type: integer };
  if (of.type.kind === 'map' && name === 'size') return { apex: callOn(of.apex, 'size'), type: integer };
  context.report(node.name, 'APX003', `${writeType(of.type, '')}.${name}`);
  return null;
}

/** The methods that change the array or Map they are called on. */
export const changingMethods: ReadonlySet<string> = new Set(['push', 'pop', 'set']);

/** The method of a text, an array or a Map by its name. */
export function findMethod(type: Type, name: string): BuiltinMethod | null {
  switch (type.kind) {
    case 'string':
      return stringMethods.get(name) ?? null;
    case 'list':
      return arrayMethod(name, type.element);
    case 'map':
      return mapMethod(name, type);
    default:
      return null;
  }
}
