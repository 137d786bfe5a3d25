import type * as grammar from '@apexdevtools/apex-parser';
import type {
  ClassDeclaration,
  ConstructorDeclaration,
  FieldDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  TypeDeclaration,
} from './nodes.ts';
import { readModifiers } from './read-modifiers.ts';
import { readProperty } from './read-properties.ts';
import { readBlock, readVariables } from './read-statements.ts';
import { readQualifiedName, readType, readTypes } from './read-types.ts';
import { placeOf, report, type Reading } from './reading.ts';

type TypeContext = Pick<
  grammar.TypeDeclarationContext,
  'classDeclaration' | 'interfaceDeclaration' | 'enumDeclaration'
>;

/** A class, interface or enum. Null where the context declares none of them. */
export function readTypeDeclaration(
  reading: Reading,
  context: TypeContext,
  modifiers: Modifiers,
): TypeDeclaration | null {
  const ofClass = context.classDeclaration() as grammar.ClassDeclarationContext | null;
  if (ofClass !== null) {
    return readClass(reading, ofClass, modifiers);
  }
  const ofInterface = context.interfaceDeclaration() as grammar.InterfaceDeclarationContext | null;
  if (ofInterface !== null) {
    return {
      kind: 'interface',
      place: placeOf(ofInterface),
      name: ofInterface.id().start.text,
      modifiers,
      extends: readTypes(reading, ofInterface.typeList()),
      methods: ofInterface
        .interfaceBody()
        .interfaceMethodDeclaration_list()
        .map((each) => readMethod(reading, each, readModifiers(reading, each.modifier_list()), null)),
    };
  }
  const ofEnum = context.enumDeclaration() as grammar.EnumDeclarationContext | null;
  return ofEnum === null
    ? null
    : {
        kind: 'enum',
        place: placeOf(ofEnum),
        name: ofEnum.id().start.text,
        modifiers,
        constants:
          (ofEnum.enumConstants() as grammar.EnumConstantsContext | null)?.id_list().map((each) => each.start.text) ??
          [],
      };
}

type MemberContext = Pick<
  grammar.AnonymousMemberDeclarationContext,
  'methodDeclaration' | 'propertyDeclaration' | 'fieldDeclaration' | keyof TypeContext
>;

/** What may stand in any body: methods, properties, fields and types. One field declaration may make several fields. */
export function readMember(reading: Reading, context: MemberContext, modifiers: Modifiers): Member[] {
  const method = context.methodDeclaration() as grammar.MethodDeclarationContext | null;
  if (method !== null) {
    return [readMethod(reading, method, modifiers, method.block())];
  }
  const field = context.fieldDeclaration() as grammar.FieldDeclarationContext | null;
  if (field !== null) {
    return readFields(reading, field, modifiers);
  }
  const property = context.propertyDeclaration() as grammar.PropertyDeclarationContext | null;
  if (property !== null) {
    return [readProperty(reading, property, modifiers)];
  }
  const type = readTypeDeclaration(reading, context, modifiers);
  return type === null ? [] : [type];
}

function readClass(reading: Reading, context: grammar.ClassDeclarationContext, modifiers: Modifiers): ClassDeclaration {
  const name = context.id().start.text;
  const superclass = context.typeRef() as grammar.TypeRefContext | null;
  return {
    kind: 'class',
    place: placeOf(context),
    name,
    modifiers,
    extends: superclass === null ? null : readType(reading, superclass),
    implements: readTypes(reading, context.typeList()),
    members: context
      .classBody()
      .classBodyDeclaration_list()
      .flatMap((each) => readClassMember(reading, each, name)),
  };
}

/** A lone semicolon between members declares nothing. */
function readClassMember(reading: Reading, context: grammar.ClassBodyDeclarationContext, className: string): Member[] {
  const block = context.block() as grammar.BlockContext | null;
  if (block !== null) {
    const isStatic = (context.STATIC() as grammar.ApexTerminalNode | null) !== null;
    return [{ kind: 'initializer', place: placeOf(context), isStatic, body: readBlock(reading, block) }];
  }
  const member = context.memberDeclaration() as grammar.MemberDeclarationContext | null;
  if (member === null) {
    return [];
  }
  const modifiers = readModifiers(reading, context.modifier_list());
  const { ConstructorDeclarationContext } = reading.parser;
  const constructor = member.getChild(0);
  return constructor instanceof ConstructorDeclarationContext
    ? [readConstructor(reading, constructor, modifiers, className)]
    : readMember(reading, member, modifiers);
}

function readConstructor(
  reading: Reading,
  context: grammar.ConstructorDeclarationContext,
  modifiers: Modifiers,
  className: string,
): ConstructorDeclaration {
  const name = readQualifiedName(context.qualifiedName()).join('.');
  if (name.toLowerCase() !== className.toLowerCase()) {
    report(
      reading,
      'APEX006',
      placeOf(context),
      `${name} has no return type and is not the name of its class, ${className}.`,
      'Write a return type (void for none), or the name of the class for a constructor.',
    );
  }
  return {
    kind: 'constructor',
    place: placeOf(context),
    modifiers,
    parameters: readParameters(reading, context.formalParameters()),
    body: readBlock(reading, context.block()),
  };
}

type MethodContext = Pick<grammar.MethodDeclarationContext, 'id' | 'typeRef' | 'formalParameters' | 'start'>;

function readMethod(
  reading: Reading,
  context: MethodContext,
  modifiers: Modifiers,
  body: grammar.BlockContext | null,
): MethodDeclaration {
  const returns = context.typeRef() as grammar.TypeRefContext | null;
  return {
    kind: 'method',
    place: { line: context.start.line, column: context.start.column },
    name: context.id().start.text,
    modifiers,
    returns: returns === null ? null : readType(reading, returns),
    parameters: readParameters(reading, context.formalParameters()),
    body: body === null ? null : readBlock(reading, body),
  };
}

function readParameters(reading: Reading, context: grammar.FormalParametersContext): Parameter[] {
  const list = context.formalParameterList() as grammar.FormalParameterListContext | null;
  return (list?.formalParameter_list() ?? []).map((each) => ({
    place: placeOf(each),
    name: each.id().start.text,
    modifiers: readModifiers(reading, each.modifier_list()),
    type: readType(reading, each.typeRef()),
  }));
}

function readFields(
  reading: Reading,
  context: grammar.FieldDeclarationContext,
  modifiers: Modifiers,
): FieldDeclaration[] {
  const type = readType(reading, context.typeRef());
  return readVariables(reading, context.variableDeclarators()).map(({ place, name, value }) => ({
    kind: 'field',
    place,
    name,
    modifiers,
    type,
    value,
  }));
}
