import { findParentField } from '../library/record/apex-sobject.ts';
import type { ApexEnum } from '../run/apex-enum.ts';
import { constantsOf } from '../run/values-of-enums.ts';
import type { Expression, Place } from '../syntax/nodes.ts';
import { displayName, idType, listOf, sObjectType, stringType, typeOf, type ApexType } from '../types/apex-type.ts';
import { isRecord, unknownType } from '../types/conversions.ts';
import type { DeclaredType, FieldSymbol } from '../types/declared-type.ts';
import { enumConstants, findBuiltinProperty, findField } from '../types/find-members.ts';
import { emitUnsupported, maySee, orThrow, report, type Emission } from './emission.ts';
import { emitChain } from './expressions.ts';
import { quote } from './literals.ts';
import { codes } from './problem.ts';
import { typed, type Typed } from './typed.ts';

type Name = Extract<Expression, { kind: 'name' }>;
type Member = Extract<Expression, { kind: 'member' }>;

/** What a bare name may mean beside a type. */
export type NameMeaning =
  | { readonly kind: 'local'; readonly value: Typed }
  /** `receiver` is null for a static one. */
  | { readonly kind: 'field'; readonly field: FieldSymbol; readonly receiver: string | null };

/** A local, then a field or property of the class and those it extends, then a static one of the outer class. */
export function findName(at: Emission, name: string): NameMeaning | null {
  const local = at.scope.find(name);
  if (local !== null) {
    const value = { code: local.code, type: local.type, isNeverNull: local.isNeverNull, isRepeatable: true };
    return { kind: 'local', value };
  }
  const lower = name.toLowerCase();
  const own = at.scope.declared;
  if (!at.scope.isStatic) {
    const field = findField(at.world, own, lower, false);
    if (field !== null) {
      return { kind: 'field', field, receiver: 'this' };
    }
  }
  for (let each: DeclaredType | null = own; each !== null; each = each.outer) {
    const field = findField(at.world, each, lower, true);
    if (field !== null) {
      return { kind: 'field', field, receiver: null };
    }
  }
  return null;
}

export function emitName(at: Emission, expression: Name): Typed {
  const meaning = findName(at, expression.name);
  if (meaning === null) {
    return report(at, codes.variable, expression.place, `Variable does not exist: ${expression.name}`);
  }
  return meaning.kind === 'local' ? meaning.value : readField(at, meaning.field, meaning.receiver, expression.place);
}

/** The value of a field or property; `receiver` is null for a static one. */
export function readField(at: Emission, field: FieldSymbol, receiver: string | null, place: Place): Typed {
  const { property } = field;
  const visibility = property?.getVisibility ?? field.visibility;
  if (!maySee(at, field.owner, visibility, field.isTestVisible)) {
    return report(
      at,
      codes.visibility,
      place,
      `Variable is not visible: ${displayName(field.owner.type)}.${field.name}`,
    );
  }
  const isCalled = property !== null && property.isCalled && at.scope.accessorOf !== field;
  if (isCalled && property.getter === null) {
    return report(at, codes.visibility, place, `Variable is not readable: ${field.name}`);
  }
  const start = field.isStatic ? at.file.startOf(field.owner) : '';
  const code = isCalled
    ? receiver === null
      ? `${at.file.functionNamed(field.owner, accessorName('get', field))}()`
      : `${receiver}.get$${field.key}()`
    : `${receiver ?? at.file.staticsOf(field.owner)}.${field.key}`;
  return { code: start === '' ? code : `(${start}${code})`, type: field.type, isNeverNull: false };
}

/** The name of the emitted function of an accessor. */
export function accessorName(kind: 'get' | 'set', field: FieldSymbol): string {
  return `${kind}_${field.name}$$${field.owner.name.replace('.', '$')}$$${kind}`;
}

/** Dotted names that mean a type: null where the first one is a variable, or there is no such type. */
export function typeNamed(at: Emission, expression: Expression): ApexType | null {
  const parts = dottedParts(expression);
  if (parts === null || findName(at, parts[0] ?? '') !== null || isStaticField(at, parts)) {
    return null;
  }
  return at.world.findDotted(parts, at.scope.declared);
}

/** `Palette.color` where Palette has both a field of that name and an inner type Color: the field is meant. */
function isStaticField(at: Emission, parts: readonly string[]): boolean {
  const outer = parts.length === 2 ? at.world.findFrom(parts[0] ?? '', at.scope.declared) : null;
  const declared = outer === null ? null : at.world.declarationOf(outer);
  return declared !== null && findField(at.world, declared, parts[1]?.toLowerCase() ?? '', true) !== null;
}

/** Like typeNamed, though a variable of that name stands in the way. */
export function hiddenTypeNamed(at: Emission, expression: Expression): ApexType | null {
  const parts = dottedParts(expression);
  return parts === null ? null : at.world.findDotted(parts, at.scope.declared);
}

function dottedParts(expression: Expression): string[] | null {
  if (expression.kind === 'name') {
    return [expression.name];
  }
  if (expression.kind !== 'member' || expression.isSafe) {
    return null;
  }
  const before = dottedParts(expression.of);
  before?.push(expression.name);
  return before;
}

/** `a.b`: a field, property or relationship of a value, or something static of a type. */
export function emitMember(at: Emission, expression: Member): Typed {
  if (expression.of.kind === 'super') {
    const field = findField(at.world, at.scope.declared, expression.name.toLowerCase(), false);
    return field === null ? noVariable(at, expression) : readField(at, field, 'this', expression.place);
  }
  const type = typeNamed(at, expression.of);
  if (type !== null) {
    return emitStaticMember(at, type, expression) ?? knownToken(at, expression) ?? noVariable(at, expression);
  }
  const known = knownToken(at, expression);
  if (known !== null) {
    return known;
  }
  const receiver = onlyRowOf(at, expression.of, emitChain(at, expression.of));
  if (receiver.type === unknownType) {
    return receiver;
  }
  const value = emitFieldOf(at, openSafely(at, receiver, expression.isSafe), expression);
  if (value !== null) {
    return value;
  }
  const hidden = hiddenTypeNamed(at, expression.of);
  return (hidden === null ? null : emitStaticMember(at, hidden, expression)) ?? noVariable(at, expression);
}

/** `[SELECT …].Name` reads a field of the one row there must be: a list has no fields of its own. */
function onlyRowOf(at: Emission, of: Expression, receiver: Typed): Typed {
  const [row] = receiver.type.args;
  return of.kind === 'soql' && row !== undefined
    ? typed(`${at.file.helper('onlyRow')}(${receiver.code})`, row, true)
    : receiver;
}

function noVariable(at: Emission, expression: Member): Typed {
  return report(at, codes.variable, expression.place, `Variable does not exist: ${expression.name}`);
}

/** Behind `?.` the receiver is kept, and asked whether it is null before the rest of the chain. */
export function openSafely(at: Emission, receiver: Typed, isSafe: boolean): Typed {
  if (!isSafe) {
    return receiver;
  }
  const name = at.scope.temporary();
  return {
    code: name,
    type: receiver.type,
    isNeverNull: true,
    guards: [...(receiver.guards ?? []), `(${name}=${receiver.code})===null`],
  };
}

/** Adds a step to a chain: what was open stays open. */
export function continueChain(receiver: Typed, next: Typed): Typed {
  return receiver.guards === undefined ? next : { ...next, isNeverNull: false, guards: receiver.guards };
}

/** A member of a value; null where its type has none of that name. */
function emitFieldOf(at: Emission, receiver: Typed, expression: Member): Typed | null {
  const lower = expression.name.toLowerCase();
  const declared = at.world.declarationOf(receiver.type);
  if (declared !== null) {
    const field = findField(at.world, declared, lower, false);
    return field === null ? null : continueChain(receiver, readField(at, field, receiver.code, expression.place));
  }
  if (isRecord(receiver.type)) {
    const type = recordFieldType(at, receiver.type, lower);
    if (type === null) {
      return null;
    }
    const code = `${at.file.helper('readField')}(${orThrow(at, receiver)},${quote(lower)})`;
    return continueChain(receiver, typed(code, type));
  }
  const property = findBuiltinProperty(at.world, receiver.type, lower, false);
  if (property === null) {
    return null;
  }
  if (property.get === null) {
    return emitUnsupported(at, `${property.owner}.${property.name}`, expression.place, property.type);
  }
  const code = `${at.file.constant(property.get)}(${orThrow(at, receiver)})`;
  return continueChain(receiver, typed(code, property.type));
}

/** The type of a record's field, of the parent record behind a relationship, or of a list of children. */
export function recordFieldType(at: Emission, record: ApexType, lowerName: string): ApexType | null {
  if (record === sObjectType && lowerName === 'id') {
    return idType;
  }
  const described = record === sObjectType ? null : at.world.org.describeObject(record.name.slice('SObject:'.length));
  if (described === null) {
    return null;
  }
  const field = described.fields.get(lowerName);
  if (field !== undefined) {
    return field.type;
  }
  const parent = findParentField(described, lowerName);
  if (parent !== null) {
    const [only, other] = parent.referenceTo;
    // Of a relationship to several objects only the fields that all of them have may be read: those of Name.
    return only === undefined || other !== undefined
      ? (at.world.recordType('Name') ?? sObjectType)
      : (at.world.recordType(only) ?? sObjectType);
  }
  const child = described.children.get(lowerName);
  return child === undefined ? null : listOf(at.world.recordType(child) ?? sObjectType);
}

/** A static field, a constant of an enum, a static property or a token: null where there is none. */
export function emitStaticMember(at: Emission, type: ApexType, expression: Member): Typed | null {
  const lower = expression.name.toLowerCase();
  const constants = enumConstants(at.world, type);
  if (constants !== null) {
    const constant = constantOf(at, type, constants, lower);
    return constant === null ? null : { code: at.file.constant(constant), type, isNeverNull: true, isRepeatable: true };
  }
  const declared = at.world.declarationOf(type);
  if (declared !== null) {
    const field = findField(at.world, declared, lower, true);
    return field === null ? null : readField(at, field, null, expression.place);
  }
  const property = findBuiltinProperty(at.world, type, lower, true);
  if (property !== null) {
    return property.get === null
      ? emitUnsupported(at, `${property.owner}.${property.name}`, expression.place, property.type)
      : typed(`${at.file.constant(property.get)}()`, typeInTrigger(at, property.type, type));
  }
  if (type.name === 'System.Label') {
    const { labels } = at.world.org;
    const text = labels?.get(lower);
    return labels === undefined
      ? emitUnsupported(at, 'System.Label', expression.place)
      : text === undefined
        ? null
        : typed(quote(text), stringType, true);
  }
  return isRecord(type) ? recordToken(at, type, lower) : null;
}

/** `Trigger.new` holds records of the trigger's object. */
function typeInTrigger(at: Emission, type: ApexType, owner: ApexType): ApexType {
  const record = at.file.triggerRecord;
  if (record === null || owner.name !== 'System.Trigger') {
    return type;
  }
  return typeOf(
    type.name,
    type.args.map((each) => (each === sObjectType ? record : each)),
  );
}

function constantOf(at: Emission, type: ApexType, names: readonly string[], lower: string): ApexEnum | null {
  const ordinal = names.findIndex((each) => each.toLowerCase() === lower);
  const declared = at.world.declarationOf(type);
  const constants = declared === null ? constantsOf(type, names) : at.file.enumConstantsOf(declared);
  return constants[ordinal] ?? null;
}

/** `Account.SObjectType` and `Account.Name`: tokens. */
export function recordToken(at: Emission, record: ApexType, lower: string): Typed | null {
  const object = record.name.slice('SObject:'.length);
  if (lower === 'sobjecttype') {
    return typed(`${at.file.helper('objectToken')}(${quote(object)})`, typeOf('Schema.SObjectType'), true);
  }
  const described = at.world.org.describeObject(object);
  const field = described?.fields.get(lower);
  return field === undefined
    ? null
    : typed(
        `${at.file.helper('fieldToken')}(${quote(object)},${quote(field.name)})`,
        typeOf('Schema.SObjectField'),
        true,
      );
}

/** `SObjectType.Account`, `SObjectType.Account.fields.Name`, `Account.Name.getDescribe()` without their namespace. */
function knownToken(at: Emission, expression: Member): Typed | null {
  const parts = dottedParts(expression)?.map((each) => each.toLowerCase());
  if (parts === undefined) {
    return null;
  }
  const [first = '', second = '', third = '', fourth = '', ...rest] = parts[0] === 'schema' ? parts.slice(1) : parts;
  if (first !== 'sobjecttype' || findName(at, first) !== null || rest.length > 0) {
    return null;
  }
  const record = at.world.recordType(second);
  if (record === null) {
    return null;
  }
  const object = quote(record.name.slice('SObject:'.length));
  if (third === '') {
    return typed(`${at.file.helper('describeObject')}(${object})`, typeOf('Schema.DescribeSObjectResult'), true);
  }
  const field = at.world.org.describeObject(second)?.fields.get(fourth);
  return third === 'fields' && field !== undefined
    ? typed(
        `${at.file.helper('describeField')}(${object},${quote(field.name)})`,
        typeOf('Schema.DescribeFieldResult'),
        true,
      )
    : null;
}
