import { objectType, sObjectType, typeOf, type ApexType } from './apex-type.ts';
import { argumentsOf, type BuiltinMethod, type BuiltinProperty } from './builtin-class.ts';
import { distance, isRecord } from './conversions.ts';
import type { DeclaredType, FieldSymbol, MethodSymbol } from './declared-type.ts';
import type { TypeWorld } from './type-world.ts';

/** A method that a call may mean. */
export type Callable =
  | { readonly kind: 'source'; readonly method: MethodSymbol; readonly parameters: readonly ApexType[] }
  | { readonly kind: 'builtin'; readonly method: BuiltinMethod; readonly parameters: readonly ApexType[] };

/** Methods of that lower-case name that a value of the type has, nearest class first; an overridden one is not repeated. */
export function instanceMethods(world: TypeWorld, type: ApexType, name: string): Callable[] {
  const found: Callable[] = [];
  collect(world, type, name, found, new Set());
  if (enumConstants(world, type) !== null) {
    addBuiltin(world, enumType, name, found);
  }
  if (!found.some((each) => each.kind === 'builtin' && each.method.owner === objectType.name)) {
    addBuiltin(world, objectType, name, found);
  }
  return found;
}

function collect(world: TypeWorld, type: ApexType, name: string, found: Callable[], seen: Set<ApexType>): void {
  if (seen.has(type)) {
    return;
  }
  seen.add(type);
  const declared = world.declarationOf(type);
  if (declared === null) {
    addBuiltin(world, isRecord(type) ? sObjectType : type, name, found);
  } else {
    for (const method of declared.methods.get(name) ?? []) {
      if (!method.isStatic) {
        add(found, { kind: 'source', method, parameters: method.parameters.map((each) => each.type) });
      }
    }
  }
  const above = world.superclassOf(type);
  if (above !== null) {
    collect(world, above, name, found, seen);
  }
  for (const each of world.interfacesOf(type)) {
    collect(world, each, name, found, seen);
  }
}

function addBuiltin(world: TypeWorld, type: ApexType, name: string, found: Callable[]): void {
  const builtin = world.builtinOf(type);
  for (const method of builtin === null ? [] : builtin.methods(name, argumentsOf(builtin, type))) {
    add(found, { kind: 'builtin', method, parameters: method.parameters });
  }
}

function add(found: Callable[], next: Callable): void {
  const isThere = found.some(
    (each) =>
      each.parameters.length === next.parameters.length &&
      each.parameters.every((parameter, index) => parameter === next.parameters[index]),
  );
  if (!isThere) {
    found.push(next);
  }
}

/** Static methods of that lower-case name, of the type and of the classes it extends. */
export function staticMethods(world: TypeWorld, type: ApexType, name: string): Callable[] {
  const found: Callable[] = [];
  for (let each: ApexType | null = type; each !== null; each = world.superclassOf(each)) {
    const declared = world.declarationOf(each);
    if (declared === null) {
      for (const method of world.builtinOf(each)?.statics(name) ?? []) {
        add(found, { kind: 'builtin', method, parameters: method.parameters });
      }
    } else {
      for (const method of declared.methods.get(name) ?? []) {
        if (method.isStatic) {
          add(found, { kind: 'source', method, parameters: method.parameters.map((one) => one.type) });
        }
      }
    }
  }
  return found;
}

export type Overload<T> =
  | { readonly kind: 'found'; readonly choice: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly choices: readonly T[] };

/** Picks the method a call means: each argument as close as possible, exact before wider, the most specific one. */
export function chooseOverload<T extends { readonly parameters: readonly ApexType[] }>(
  world: TypeWorld,
  candidates: readonly T[],
  args: readonly ApexType[],
): Overload<T> {
  const applicable: { readonly choice: T; readonly distances: readonly number[] }[] = [];
  for (const choice of candidates) {
    const distances = choice.parameters.length === args.length ? distancesOf(world, choice.parameters, args) : null;
    if (distances !== null) {
      applicable.push({ choice, distances });
    }
  }
  if (applicable.length <= 1) {
    const only = applicable[0];
    return only === undefined ? { kind: 'none' } : { kind: 'found', choice: only.choice };
  }
  const isAsGood = (one: readonly number[], other: readonly number[]): boolean =>
    one.every((each, index) => each <= (other[index] ?? 0));
  const best = applicable.filter((each) => applicable.every((other) => isAsGood(each.distances, other.distances)));
  const closest = best.length > 0 ? best : bySum(applicable);
  const specific = closest.filter((each) =>
    closest.every((other) => each === other || isMoreSpecific(world, each.choice.parameters, other.choice.parameters)),
  );
  const chosen = specific[0] ?? closest[0];
  return chosen === undefined ? { kind: 'none' } : { kind: 'found', choice: chosen.choice };
}

function bySum<T extends { readonly distances: readonly number[] }>(applicable: readonly T[]): T[] {
  const sum = (each: T): number => each.distances.reduce((total, one) => total + one, 0);
  const least = Math.min(...applicable.map(sum));
  return applicable.filter((each) => sum(each) === least);
}

function distancesOf(
  world: TypeWorld,
  parameters: readonly ApexType[],
  args: readonly ApexType[],
): readonly number[] | null {
  const distances: number[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const each = distance(world, args[index] ?? objectType, parameter);
    if (each === null) {
      return null;
    }
    distances.push(each);
  }
  return distances;
}

function isMoreSpecific(world: TypeWorld, one: readonly ApexType[], other: readonly ApexType[]): boolean {
  return one.every((each, index) => distance(world, each, other[index] ?? objectType) !== null);
}

/** The field or property of that lower-case name in a class or the classes it extends. */
export function findField(
  world: TypeWorld,
  declared: DeclaredType,
  name: string,
  isStatic: boolean,
): FieldSymbol | null {
  for (let each: DeclaredType | null = declared; each !== null; each = world.superDeclaration(each)) {
    const field = each.fields.get(name);
    if (field !== undefined && field.isStatic === isStatic) {
      return field;
    }
  }
  return null;
}

/** A property of a type of the platform, inherited ones too. */
export function findBuiltinProperty(
  world: TypeWorld,
  type: ApexType,
  name: string,
  isStatic: boolean,
): BuiltinProperty | null {
  for (let each: ApexType | null = type; each !== null; each = world.superclassOf(each)) {
    const builtin = world.builtinOf(each);
    const found = isStatic
      ? builtin?.staticProperty(name)
      : builtin?.property(name, builtin === null ? [] : argumentsOf(builtin, each));
    if (found !== null && found !== undefined) {
      return found;
    }
  }
  return null;
}

/** Constants of an enum, of source or of the platform, in the order they were declared; null for other types. */
export function enumConstants(world: TypeWorld, type: ApexType): readonly string[] | null {
  const declared = world.declarationOf(type);
  if (declared !== null) {
    return declared.declaration.kind === 'enum' ? declared.declaration.constants : null;
  }
  const definition = world.builtinOf(type)?.definition;
  return definition?.kind === 'enum' ? (definition.values ?? []) : null;
}

/** The type of the methods that every enum has. */
const enumType = typeOf('System.Enum');
