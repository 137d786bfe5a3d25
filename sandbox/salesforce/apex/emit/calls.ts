import type { BuiltinMethod } from '../types/builtin-class.ts';
import type { Expression, Place } from '../syntax/nodes.ts';
import { mangle } from '../library/define.ts';
import {
  booleanType,
  displayName,
  idType,
  integerType,
  listOf,
  longType,
  objectType,
  sObjectType,
  stringType,
  typeOf,
  voidType,
  type ApexType,
} from '../types/apex-type.ts';
import { isRecord, unknownType } from '../types/conversions.ts';
import type { DeclaredType, MethodSymbol } from '../types/declared-type.ts';
import { chooseOverload, enumConstants, instanceMethods, staticMethods, type Callable } from '../types/find-members.ts';
import { convertCode } from './convert.ts';
import { emitConstructorCall, exceptionType } from './creations.ts';
import { emitUnsupported, maySee, orThrow, placeConstant, report, showTypes, type Emission } from './emission.ts';
import { emitChain, emitExpression } from './expressions.ts';
import { emitFutureCall, futureAnnotation } from './future-methods.ts';
import { quote } from './literals.ts';
import { continueChain, hiddenTypeNamed, openSafely, recordFieldType, recordToken, typeNamed } from './names.ts';
import { codes } from './problem.ts';
import { broken, typed, type Typed } from './typed.ts';

export type Call = Extract<Expression, { kind: 'call' }>;

/** A call of any form. */
export function emitCall(at: Emission, call: Call): Typed {
  if (call.of === null) {
    return call.name.toLowerCase() === 'this' || call.name.toLowerCase() === 'super'
      ? emitConstructorCall(at, call)
      : emitOwnCall(at, call);
  }
  if (call.of.kind === 'super') {
    return emitSuperCall(at, call);
  }
  const type = typeNamed(at, call.of);
  if (type !== null) {
    return emitStaticCall(at, type, call);
  }
  const fieldError = emitFieldError(at, call);
  if (fieldError !== null) {
    return fieldError;
  }
  const receiver = emitChain(at, call.of);
  if (receiver.type === unknownType) {
    emitArguments(at, call);
    return broken;
  }
  return emitInstanceCall(at, openSafely(at, receiver, call.isSafe), call);
}

export function emitArguments(at: Emission, call: { readonly arguments: readonly Expression[] }): Typed[] {
  return call.arguments.map((each) => {
    const value = emitExpression(at, each);
    return value.type === voidType ? report(at, codes.method, each.place, 'Argument cannot be of type void') : value;
  });
}

function convertArguments(at: Emission, args: readonly Typed[], parameters: readonly ApexType[]): string[] {
  return args.map((each, index) => convertCode(at, each, parameters[index] ?? each.type));
}

function noMethod(at: Emission, call: Call, args: readonly Typed[], type: ApexType): Typed {
  const types = args.map((each) => each.type);
  return types.includes(unknownType)
    ? broken
    : report(
        at,
        codes.method,
        call.place,
        `Method does not exist or incorrect signature: void ${call.name}(${showTypes(types)}) from the type ${displayName(type)}`,
      );
}

/** `f(x)`: a method of this class or of those it extends, then a static one of the outer class. */
function emitOwnCall(at: Emission, call: Call): Typed {
  const args = emitArguments(at, call);
  const types = args.map((each) => each.type);
  const lower = call.name.toLowerCase();
  for (let each: DeclaredType | null = at.scope.declared; each !== null; each = each.outer) {
    const isOwn = each === at.scope.declared;
    const candidates = [
      ...(isOwn && !at.scope.isStatic ? instanceMethods(at.world, each.type, lower) : []),
      ...staticMethods(at.world, each.type, lower),
    ];
    const chosen = chooseOverload(at.world, candidates, types);
    if (chosen.kind === 'found') {
      const self: Typed = { code: 'this', type: at.scope.declared.type, isNeverNull: true, isRepeatable: true };
      return emitChosen(at, chosen.choice, self, args, call.place);
    }
  }
  return noMethod(at, call, args, at.scope.declared.type);
}

function emitSuperCall(at: Emission, call: Call): Typed {
  const args = emitArguments(at, call);
  const above = at.scope.declared.superclass ?? objectType;
  const candidates = instanceMethods(at.world, above, call.name.toLowerCase());
  const chosen = chooseOverload(
    at.world,
    candidates,
    args.map((each) => each.type),
  );
  if (chosen.kind !== 'found') {
    return noMethod(at, call, args, above);
  }
  const { choice } = chosen;
  if (choice.kind === 'builtin') {
    return choice.method.owner === 'System.Object'
      ? emitPlainObject(at, choice.method, convertArguments(at, args, choice.parameters))
      : emitBuiltin(at, choice.method, ['this', ...convertArguments(at, args, choice.parameters)], call.place);
  }
  const list = ['this', ...convertArguments(at, args, choice.parameters)].join(',');
  return typed(`${at.file.functionOf(choice.method)}.call(${list})`, choice.method.returns);
}

/** `super.toString()` and the like where no superclass of source declares them. */
function emitPlainObject(at: Emission, method: BuiltinMethod, args: readonly string[]): Typed {
  switch (method.name) {
    case 'toString':
      return typed(`${at.file.helper('plainText')}(this)`, method.returns, true);
    case 'hashCode':
      return typed(`${at.file.helper('plainHash')}(this)`, method.returns, true);
    default:
      return typed(`(this===${args[0] ?? 'null'})`, method.returns, true);
  }
}

function emitStaticCall(at: Emission, type: ApexType, call: Call): Typed {
  const args = emitArguments(at, call);
  const lower = call.name.toLowerCase();
  const candidates = staticMethods(at.world, type, lower);
  const chosen = chooseOverload(
    at.world,
    candidates,
    args.map((each) => each.type),
  );
  if (chosen.kind === 'found') {
    return emitChosen(at, chosen.choice, null, args, call.place);
  }
  return (
    emitEnumCall(at, type, lower, args) ??
    emitTokenCall(at, type, lower, args) ??
    emitMetadataCall(at, type, lower, args) ??
    emitUnqualifiedNamespace(at, call, args) ??
    noMethod(at, call, args, type)
  );
}

/** `Account.getSObjectType()`, the same as `Account.SObjectType`. */
function emitTokenCall(at: Emission, type: ApexType, lower: string, args: readonly Typed[]): Typed | null {
  return isRecord(type) && type !== sObjectType && lower === 'getsobjecttype' && args.length === 0
    ? recordToken(at, type, 'sobjecttype')
    : null;
}

/** `X__mdt.getAll()` and `X__mdt.getInstance('Name')`. */
function emitMetadataCall(at: Emission, type: ApexType, lower: string, args: readonly Typed[]): Typed | null {
  const [only] = args;
  if (!isRecord(type) || !type.name.endsWith('__mdt')) {
    return null;
  }
  const object = quote(type.name.slice('SObject:'.length));
  if (lower === 'getall' && args.length === 0) {
    return typed(`${at.file.helper('allCustomMetadata')}(${object})`, typeOf('System.Map', [stringType, type]), true);
  }
  return lower === 'getinstance' && args.length === 1 && (only?.type === stringType || only?.type === idType)
    ? typed(`${at.file.helper('customMetadataOf')}(${object},${only.code})`, type)
    : null;
}

/** `Database.query(…)` and the like, where a namespace and a class of System have the same name. */
function emitUnqualifiedNamespace(at: Emission, call: Call, args: readonly Typed[]): Typed | null {
  if (call.of?.kind !== 'name') {
    return null;
  }
  const type = at.world.findDotted(['System', call.of.name], null);
  const candidates = type === null ? [] : staticMethods(at.world, type, call.name.toLowerCase());
  const chosen = chooseOverload(
    at.world,
    candidates,
    args.map((each) => each.type),
  );
  return chosen.kind === 'found' ? emitChosen(at, chosen.choice, null, args, call.place) : null;
}

/** Season.values() and Season.valueOf('SPRING'). */
function emitEnumCall(at: Emission, type: ApexType, lower: string, args: readonly Typed[]): Typed | null {
  const names = enumConstants(at.world, type);
  if (names === null) {
    return null;
  }
  const [only] = args;
  const shared = `${at.file.constant(type)},${JSON.stringify(names)}`;
  if (lower === 'values' && args.length === 0) {
    return typed(`${at.file.helper('enumValues')}(${shared})`, listOf(type), true);
  }
  return lower === 'valueof' && args.length === 1 && only?.type === stringType
    ? typed(`${at.file.helper('enumValueOf')}(${shared},${only.code})`, type, true)
    : null;
}

function emitInstanceCall(at: Emission, receiver: Typed, call: Call): Typed {
  const args = emitArguments(at, call);
  const candidates = instanceMethods(at.world, receiver.type, call.name.toLowerCase());
  const chosen = chooseOverload(
    at.world,
    candidates,
    args.map((each) => each.type),
  );
  if (chosen.kind === 'found') {
    return continueChain(receiver, emitChosen(at, chosen.choice, receiver, args, call.place));
  }
  // A variable may hide a class of its name: Logger logger; Logger.info().
  const hidden = call.of === null ? null : hiddenTypeNamed(at, call.of);
  const others = hidden === null ? [] : staticMethods(at.world, hidden, call.name.toLowerCase());
  const other = chooseOverload(
    at.world,
    others,
    args.map((each) => each.type),
  );
  return other.kind === 'found'
    ? emitChosen(at, other.choice, null, args, call.place)
    : noMethod(at, call, args, receiver.type);
}

/** A call of the method that was chosen; `receiver` is null where a type stands before the dot. */
function emitChosen(
  at: Emission,
  choice: Callable,
  receiver: Typed | null,
  args: readonly Typed[],
  place: Place,
): Typed {
  const converted = convertArguments(at, args, choice.parameters);
  if (choice.kind === 'source') {
    return emitSourceCall(at, choice.method, receiver, converted, place);
  }
  const { method } = choice;
  if (method.isStatic) {
    return emitBuiltin(at, method, converted, place);
  }
  return receiver === null
    ? report(at, codes.method, place, `Non static method cannot be referenced from a static context: ${method.name}`)
    : emitBuiltinInstanceCall(at, method, receiver, converted, place);
}

function emitSourceCall(
  at: Emission,
  method: MethodSymbol,
  receiver: Typed | null,
  args: readonly string[],
  place: Place,
): Typed {
  if (!maySee(at, method.owner, method.visibility, method.isTestVisible)) {
    return report(
      at,
      codes.visibility,
      place,
      `Method is not visible: ${displayName(method.returns)} ${displayName(method.owner.type)}.${method.name}(${showTypes(method.parameters.map((each) => each.type))})`,
    );
  }
  const future = futureAnnotation(method);
  if (future !== null) {
    return emitFutureCall(at, method, future, args);
  }
  if (method.isStatic) {
    const start = at.file.startOf(method.owner);
    const code = `${at.file.functionOf(method)}(${args.join(',')})`;
    return typed(start === '' ? code : `(${start}${code})`, method.returns);
  }
  if (receiver === null) {
    return report(
      at,
      codes.method,
      place,
      `Non static method cannot be referenced from a static context: ${method.name}`,
    );
  }
  if (receiver.code === 'this' && !method.isVirtual) {
    return typed(`${at.file.functionOf(method)}.call(${['this', ...args].join(',')})`, method.returns);
  }
  return typed(`${receiver.code}.${method.key}(${args.join(',')})`, method.returns);
}

/** Types whose methods never give null where they promise a Boolean or a whole number. */
const answering = new Set(
  [
    'String',
    'List',
    'Set',
    'Map',
    'Math',
    'Date',
    'Datetime',
    'Time',
    'Integer',
    'Long',
    'Decimal',
    'Double',
    'Pattern',
    'Matcher',
    'Enum',
    'Object',
    'Iterator',
    'Limits',
    'Test',
  ].map((each) => `System.${each}`),
);

function isNeverNull(method: BuiltinMethod): boolean {
  const { returns } = method;
  const isPlain = returns === booleanType || returns === integerType || returns === longType;
  // `T get(Integer)` of a List<Integer> promises an element, which may be null.
  return (
    isPlain &&
    answering.has(method.owner) &&
    method.name !== 'get' &&
    method.name !== 'put' &&
    method.name !== 'remove' &&
    method.name !== 'next'
  );
}

/** Types whose methods query or change records, so that sharing holds or not by the class that calls them. */
const askingForPlace = new Set(['System.Database', 'System.Search']);

/** A method of the platform as a direct call of its implementation. */
export function emitBuiltin(at: Emission, method: BuiltinMethod, args: readonly string[], place: Place): Typed {
  if (method.implementation === null) {
    return emitUnsupported(at, `${method.owner}.${method.name}`, place, method.returns);
  }
  const implementation = at.file.constant(method.implementation);
  const code = askingForPlace.has(method.owner)
    ? `${at.file.helper('calledFrom')}(${[placeConstant(at), implementation, ...args].join(',')})`
    : `${implementation}(${args.join(',')})`;
  return typed(code, method.returns, isNeverNull(method));
}

function emitBuiltinInstanceCall(
  at: Emission,
  method: BuiltinMethod,
  receiver: Typed,
  args: readonly string[],
  place: Place,
): Typed {
  const inlined = emitInlined(at, method, receiver, args);
  if (inlined !== null) {
    return inlined;
  }
  if (at.world.isSubtype(receiver.type, exceptionType) && at.file.sourceMethods.has(method.name.toLowerCase())) {
    return emitOpenCall(at, method, receiver, args, place);
  }
  const definition = at.world.builtinOf(receiver.type)?.definition ?? null;
  const isAsked = isOfInterface(at, method);
  if (!isAsked || method.implementation === null) {
    const made = emitBuiltin(at, method, [orThrow(at, receiver), ...args], place);
    // A copy of a Lead is a Lead.
    const isCopy = method.owner === sObjectType.name && method.name === 'clone';
    return isCopy ? { ...made, type: receiver.type } : made;
  }
  const key = mangle(method.name, method.erased.map(displayName));
  // A List or Set may stand behind an Iterable; any other interface is only implemented by objects that carry the method.
  return definition?.name === 'System.Iterable'
    ? typed(`${at.file.helper('iteratorOf')}(${orThrow(at, receiver)})`, method.returns, true)
    : typed(`${receiver.code}.${key}(${args.join(',')})`, method.returns);
}

/** A method of System.Exception that an exception of source may have replaced. */
function emitOpenCall(
  at: Emission,
  method: BuiltinMethod,
  receiver: Typed,
  args: readonly string[],
  place: Place,
): Typed {
  const key = mangle(method.name, method.parameters.map(displayName));
  if (method.implementation === null) {
    return emitBuiltin(at, method, args, place);
  }
  const given = [orThrow(at, receiver), quote(key), at.file.constant(method.implementation), ...args];
  return typed(`${at.file.helper('callOpen')}(${given.join(',')})`, method.returns);
}

function isOfInterface(at: Emission, method: BuiltinMethod): boolean {
  return at.world.builtinKind(method.owner) === 'interface';
}

/** The few methods that loops are made of. */
function emitInlined(at: Emission, method: BuiltinMethod, receiver: Typed, args: readonly string[]): Typed | null {
  switch (`${method.owner}.${method.name}`) {
    case 'System.List.size':
      return typed(`${receiver.code}.items.length`, integerType, true);
    case 'System.List.isEmpty':
      return typed(`(${receiver.code}.items.length===0)`, booleanType, true);
    case 'System.List.get':
      return typed(
        `${at.file.helper('itemAt')}(${receiver.code},${args[0] ?? 'null'}??${at.file.helper('throwNull')}())`,
        method.returns,
      );
    case 'System.String.length':
      return typed(`${receiver.code}.length`, integerType, true);
    default:
      return null;
  }
}

/** `record.Field.addError(…)`: the error belongs to the field. */
function emitFieldError(at: Emission, call: Call): Typed | null {
  if (call.name.toLowerCase() !== 'adderror' || call.of?.kind !== 'member' || typeNamed(at, call.of.of) !== null) {
    return null;
  }
  const record = emitExpression(at, call.of.of);
  const field = call.of.name.toLowerCase();
  if (!isRecord(record.type) || recordFieldType(at, record.type, field) === null) {
    return null;
  }
  const name: Typed = typed(quote(call.of.name), stringType, true);
  const args = [name, ...emitArguments(at, call)];
  const candidates = instanceMethods(at.world, sObjectType, 'adderror');
  const chosen = chooseOverload(
    at.world,
    candidates,
    args.map((each) => each.type),
  );
  return chosen.kind === 'found'
    ? emitChosen(at, chosen.choice, record, args, call.place)
    : noMethod(at, call, args, record.type);
}
