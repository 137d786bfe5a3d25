import {
  dateType,
  datetimeType,
  decimalType,
  doubleType,
  idType,
  integerType,
  longType,
  nullType,
  objectType,
  sObjectType,
  stringType,
  typeOf,
  type ApexType,
} from './apex-type.ts';
import type { TypeWorld } from './type-world.ts';

/** Stands for the type of an expression that has a problem already: it fits everywhere, so that one mistake is told once. */
export const unknownType = typeOf('?');

const ranks = new Map<ApexType, number>([
  [integerType, 0],
  [longType, 1],
  [doubleType, 2],
  [decimalType, 3],
]);

export function isNumeric(type: ApexType): boolean {
  return ranks.has(type);
}

/** The type of arithmetic on two numbers: Integer → Long → Double → Decimal. widerOf(Integer, Double) is Double. */
export function widerOf(left: ApexType, right: ApexType): ApexType {
  return (ranks.get(left) ?? 0) >= (ranks.get(right) ?? 0) ? left : right;
}

export function isRecord(type: ApexType): boolean {
  return type === sObjectType || type.name.startsWith('SObject:');
}

/**
 * How far an argument is from a parameter: 0 is the same type, null cannot be given. Smaller is closer: a subtype before
 * a wider number, that before text for an id, that before Object.
 */
export function distance(world: TypeWorld, from: ApexType, to: ApexType): number | null {
  if (from === to || from === unknownType || to === unknownType) {
    return 0;
  }
  if (from === nullType) {
    return to === objectType ? 2 : 1;
  }
  const fromRank = ranks.get(from);
  const toRank = ranks.get(to);
  if (fromRank !== undefined && toRank !== undefined) {
    // A Decimal may be given where a Double is asked, since literals such as 1.5 are Decimals.
    return toRank > fromRank ? 10 + toRank - fromRank : fromRank === 3 && toRank === 2 ? 15 : null;
  }
  if ((from === stringType && to === idType) || (from === idType && to === stringType)) {
    return 20;
  }
  if (from === dateType && to === datetimeType) {
    return 20;
  }
  if (to === objectType) {
    return 40;
  }
  if (world.isSubtype(from, to)) {
    return isErasedArgument(to) ? 6 : 5;
  }
  return isElementwise(from, to) ? 25 : null;
}

/** List<Object> is further away than List<Account> for a List<Contact>… */
function isErasedArgument(to: ApexType): boolean {
  return to.args.includes(objectType);
}

/** Lists and sets of ids stand where those of text are asked, and the other way round. */
function isElementwise(from: ApexType, to: ApexType): boolean {
  const [one] = from.args;
  const [other] = to.args;
  return (
    from.name === to.name &&
    (from.name === 'System.List' || from.name === 'System.Set') &&
    ((one === idType && other === stringType) || (one === stringType && other === idType))
  );
}

/** Whether an expression of one type may be assigned to a variable of the other. */
export function isAssignable(world: TypeWorld, from: ApexType, to: ApexType): boolean {
  return distance(world, from, to) !== null || isOneOfRows(world, from, to);
}

/** A query's rows may be assigned to one record. */
export function isOneOfRows(world: TypeWorld, from: ApexType, to: ApexType): boolean {
  const [row] = from.args;
  return (
    from.name === 'System.List' &&
    row !== undefined &&
    isRecord(to) &&
    isRecord(row) &&
    (world.isSubtype(row, to) || row === sObjectType)
  );
}

/** Whether a cast may be written: in either direction of the hierarchy, or between numbers. */
export function isCastable(world: TypeWorld, from: ApexType, to: ApexType): boolean {
  if (isAssignable(world, from, to) || isAssignable(world, to, from)) {
    return true;
  }
  if (isNumeric(from) && isNumeric(to)) {
    return true;
  }
  const isInterface = (type: ApexType): boolean =>
    world.declarationOf(type)?.kind === 'interface' || world.builtinOf(type)?.definition.kind === 'interface';
  return (
    isInterface(from) ||
    isInterface(to) ||
    (from.name === to.name && from.args.length > 0) ||
    from.name === 'System.Iterable' ||
    to.name === 'System.Iterable'
  );
}

/** The type of `c ? a : b`, and of `a ?? b`: the wider number, the common supertype, else Object. */
export function commonType(world: TypeWorld, left: ApexType, right: ApexType): ApexType {
  if (left === right || right === nullType || right === unknownType) {
    return left;
  }
  if (left === nullType || left === unknownType) {
    return right;
  }
  if (isNumeric(left) && isNumeric(right)) {
    return widerOf(left, right);
  }
  if ((left === idType && right === stringType) || (left === stringType && right === idType)) {
    return stringType;
  }
  if (world.isSubtype(left, right)) {
    return right;
  }
  if (world.isSubtype(right, left)) {
    return left;
  }
  for (let above = world.superclassOf(left); above !== null; above = world.superclassOf(above)) {
    if (above !== objectType && world.isSubtype(right, above)) {
      return above;
    }
  }
  return isRecord(left) && isRecord(right) ? sObjectType : objectType;
}
