import type { ParserServicesWithTypeInformation, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

export type ValueKind = 'string' | 'number' | 'boolean' | 'array' | 'map' | 'record' | 'function' | 'other';

/** The kind of a value, looking through `T | null`. */
export function valueKind(services: ParserServicesWithTypeInformation, node: TSESTree.Node): ValueKind {
  return kindOfType(services.program.getTypeChecker(), services.getTypeAtLocation(node));
}

export function elementKind(services: ParserServicesWithTypeInformation, node: TSESTree.Node): ValueKind {
  const checker = services.program.getTypeChecker();
  const array = checker.getNonNullableType(services.getTypeAtLocation(node));
  const element = checker.getIndexTypeOfType(array, ts.IndexKind.Number);
  return element === undefined ? 'other' : kindOfType(checker, element);
}

export function isNullable(services: ParserServicesWithTypeInformation, node: TSESTree.Node): boolean {
  const type = services.getTypeAtLocation(node);
  const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
  return (type.isUnion() ? type.types : [type]).some((each) => (each.flags & nothing) !== 0);
}

function kindOfType(checker: ts.TypeChecker, given: ts.Type): ValueKind {
  const type = checker.getNonNullableType(given);
  if (type.isUnion()) {
    const kinds = new Set(type.types.map((each) => kindOfType(checker, each)));
    const [only] = kinds;
    return kinds.size === 1 && only !== undefined ? only : 'other';
  }
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return 'string';
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return 'number';
  if ((type.flags & ts.TypeFlags.BooleanLike) !== 0) return 'boolean';
  if (type.isIntersection())
    return type.types.some((each) => kindOfType(checker, each) === 'number') ? 'number' : 'other';
  if (checker.isArrayType(type)) return 'array';
  const name = type.getSymbol()?.getName();
  if (name === 'Map' || name === 'ReadonlyMap') return 'map';
  if (type.getCallSignatures().length > 0) return 'function';
  return (type.flags & ts.TypeFlags.Object) !== 0 ? 'record' : 'other';
}
