import type {
  Accessor,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  Place,
  TypeDeclaration,
  TypeName,
} from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { inDoubt } from './in-doubt.ts';
import { takeModifiers } from './modifiers.ts';
import { takeBlock, takeVariables } from './statements.ts';
import { takeType, takeTypes } from './types.ts';

/** Null where neither a class nor an interface nor an enum stands here. */
export function takeTypeDeclaration(cursor: Cursor, modifiers: Modifiers): TypeDeclaration | null {
  const place = cursor.place();
  if (cursor.passes('class')) {
    return takeClass(cursor, modifiers, place);
  }
  if (cursor.passes('interface')) {
    const name = cursor.takeName();
    const superInterfaces = cursor.passes('extends') ? takeTypes(cursor) : [];
    cursor.expects('{');
    const methods: MethodDeclaration[] = [];
    while (!cursor.passes('}')) {
      methods.push(takeInterfaceMethod(cursor));
    }
    return { kind: 'interface', place, name, modifiers, extends: superInterfaces, methods };
  }
  return cursor.passes('enum') ? takeEnum(cursor, modifiers, place) : null;
}

/** A method, property, field or type behind its modifiers. One field declaration may make several fields. */
export function takeMember(cursor: Cursor, modifiers: Modifiers): Member[] {
  const type = takeTypeDeclaration(cursor, modifiers);
  if (type !== null) {
    return [type];
  }
  const place = cursor.place();
  const returns = cursor.passes('void') ? null : takeType(cursor);
  if (cursor.next.name === '(') {
    return [takeMethod(cursor, modifiers, place, returns)];
  }
  if (returns === null) {
    return inDoubt();
  }
  if (cursor.next.name === '{') {
    return [takeProperty(cursor, modifiers, place, returns)];
  }
  const variables = takeVariables(cursor);
  cursor.expects(';');
  return variables.map((each) => ({
    kind: 'field',
    place: each.place,
    name: each.name,
    modifiers,
    type: returns,
    value: each.value,
  }));
}

function takeClass(cursor: Cursor, modifiers: Modifiers, place: Place): TypeDeclaration {
  const name = cursor.takeName();
  const superclass = cursor.passes('extends') ? takeType(cursor) : null;
  const interfaces = cursor.passes('implements') ? takeTypes(cursor) : [];
  cursor.expects('{');
  const members: Member[] = [];
  while (!cursor.passes('}')) {
    if (!cursor.passes(';')) {
      members.push(...takeClassMember(cursor, name));
    }
  }
  return { kind: 'class', place, name, modifiers, extends: superclass, implements: interfaces, members };
}

function takeClassMember(cursor: Cursor, className: string): Member[] {
  const place = cursor.place();
  const isStatic = cursor.sees('static') && cursor.next.name === '{';
  if (isStatic) {
    cursor.take();
  }
  if (cursor.sees('{')) {
    return [{ kind: 'initializer', place, isStatic, body: takeBlock(cursor) }];
  }
  const modifiers = takeModifiers(cursor);
  if (cursor.token.kind !== 'word' || cursor.next.name !== '(') {
    return takeMember(cursor, modifiers);
  }
  if (cursor.token.name !== className.toLowerCase()) {
    inDoubt();
  }
  const constructorPlace = cursor.place();
  cursor.take();
  const parameters = takeParameters(cursor);
  return [{ kind: 'constructor', place: constructorPlace, modifiers, parameters, body: takeBlock(cursor) }];
}

function takeEnum(cursor: Cursor, modifiers: Modifiers, place: Place): TypeDeclaration {
  const name = cursor.takeName();
  cursor.expects('{');
  const constants: string[] = [];
  if (!cursor.passes('}')) {
    do {
      constants.push(cursor.takeName());
    } while (cursor.passes(','));
    cursor.expects('}');
  }
  return { kind: 'enum', place, name, modifiers, constants };
}

function takeInterfaceMethod(cursor: Cursor): MethodDeclaration {
  const place = cursor.place();
  const modifiers = takeModifiers(cursor);
  const returns = cursor.passes('void') ? null : takeType(cursor);
  const name = cursor.takeName();
  const parameters = takeParameters(cursor);
  cursor.expects(';');
  return { kind: 'method', place, name, modifiers, returns, parameters, body: null };
}

function takeMethod(cursor: Cursor, modifiers: Modifiers, place: Place, returns: TypeName | null): MethodDeclaration {
  const name = cursor.takeName();
  const parameters = takeParameters(cursor);
  const body = cursor.passes(';') ? null : takeBlock(cursor);
  return { kind: 'method', place, name, modifiers, returns, parameters, body };
}

function takeParameters(cursor: Cursor): Parameter[] {
  cursor.expects('(');
  const parameters: Parameter[] = [];
  if (!cursor.passes(')')) {
    do {
      const place = cursor.place();
      const modifiers = takeModifiers(cursor);
      const type = takeType(cursor);
      parameters.push({ place, name: cursor.takeName(), modifiers, type });
    } while (cursor.passes(','));
    cursor.expects(')');
  }
  return parameters;
}

function takeProperty(cursor: Cursor, modifiers: Modifiers, place: Place, type: TypeName): Member {
  const name = cursor.takeName();
  cursor.expects('{');
  let getter: Accessor | null = null;
  let setter: Accessor | null = null;
  while (!cursor.passes('}')) {
    const accessorPlace = cursor.place();
    const accessorModifiers = takeModifiers(cursor);
    const isGetter = cursor.passes('get');
    if (!isGetter) {
      cursor.expects('set');
    }
    if ((isGetter ? getter : setter) !== null) {
      inDoubt();
    }
    const body = cursor.passes(';') ? null : takeBlock(cursor);
    const accessor = { place: accessorPlace, modifiers: accessorModifiers, body };
    if (isGetter) {
      getter = accessor;
    } else {
      setter = accessor;
    }
  }
  return { kind: 'property', place, name, modifiers, type, getter, setter };
}
