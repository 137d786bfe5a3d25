import type { Expression } from '../syntax/nodes.ts';
import { displayName, integerType, listOf, objectType, typeOf, voidType, type ApexType } from '../types/apex-type.ts';
import { argumentsOf, type BuiltinMethod } from '../types/builtin-class.ts';
import { isRecord, unknownType } from '../types/conversions.ts';
import type { DeclaredType, MethodSymbol } from '../types/declared-type.ts';
import { chooseOverload } from '../types/find-members.ts';
import { emitArguments, emitBuiltin, type Call } from './calls.ts';
import { assignTo, convertCode } from './convert.ts';
import { maySee, orThrow, report, resolveWritten, showTypes, type Emission } from './emission.ts';
import { emitExpression } from './expressions.ts';
import { quote } from './literals.ts';
import { recordFieldType } from './names.ts';
import { codes } from './problem.ts';
import { broken, typed, type Typed } from './typed.ts';

type New = Extract<Expression, { kind: 'new' }>;

export const exceptionType = typeOf('System.Exception');

/** The emitted function that makes an object of a class as its constructor without parameters would, if none is declared. */
export function plainConstructor(declared: DeclaredType): string {
  return `new$$${declared.name.replace('.', '$')}$$0`;
}

/** Every exception of source has these without declaring them. */
const exceptionParameters: readonly (readonly ApexType[])[] = [
  [],
  [typeOf('System.String')],
  [exceptionType],
  [typeOf('System.String'), exceptionType],
];

type Constructor =
  | { readonly kind: 'declared'; readonly method: MethodSymbol; readonly parameters: readonly ApexType[] }
  | { readonly kind: 'given'; readonly parameters: readonly ApexType[] };

function constructorsOf(at: Emission, declared: DeclaredType): Constructor[] {
  const own = declared.constructors.map((method): Constructor => ({
    kind: 'declared',
    method,
    parameters: method.parameters.map((each) => each.type),
  }));
  if (at.world.isSubtype(declared.type, exceptionType)) {
    const missing = exceptionParameters.filter(
      (parameters) =>
        !own.some(
          (each) =>
            each.parameters.length === parameters.length &&
            each.parameters.every((type, index) => type === parameters[index]),
        ),
    );
    return [...own, ...missing.map((parameters): Constructor => ({ kind: 'given', parameters }))];
  }
  return own.length === 0 ? [{ kind: 'given', parameters: [] }] : own;
}

/** `new Foo(…)` and `new Account(Name = 'x')`. */
export function emitNew(at: Emission, expression: New): Typed {
  const type = resolveWritten(at, expression.type);
  if (isRecord(type)) {
    return emitRecord(at, expression, type);
  }
  const args = emitArguments(at, expression);
  if (type === unknownType || args.some((each) => each.type === unknownType)) {
    return broken;
  }
  const declared = at.world.declarationOf(type);
  return declared === null
    ? emitNewBuiltin(at, expression, type, args)
    : emitNewDeclared(at, expression, declared, args);
}

function noConstructor(at: Emission, place: New['place'], type: ApexType, args: readonly Typed[]): Typed {
  return report(
    at,
    codes.constructor,
    place,
    `Constructor not defined: [${displayName(type)}].<Constructor>(${showTypes(args.map((each) => each.type))})`,
  );
}

function emitNewDeclared(at: Emission, expression: New, declared: DeclaredType, args: readonly Typed[]): Typed {
  if (declared.isAbstract || declared.kind !== 'class') {
    return report(at, codes.constructor, expression.place, `Type cannot be constructed: ${declared.name}`);
  }
  const chosen = chooseOverload(
    at.world,
    constructorsOf(at, declared),
    args.map((each) => each.type),
  );
  if (chosen.kind !== 'found') {
    return noConstructor(at, expression.place, declared.type, args);
  }
  const made = `new ${at.file.classOf(declared)}()`;
  const code = constructorCode(at, declared, chosen.choice, made, args);
  if (
    chosen.choice.kind === 'declared' &&
    !maySee(at, declared, chosen.choice.method.visibility, chosen.choice.method.isTestVisible)
  ) {
    return report(at, codes.visibility, expression.place, `Constructor is not visible: ${declared.name}`);
  }
  const start = at.file.startOf(declared);
  return typed(start === '' ? code : `(${start}${code})`, declared.type, true);
}

function constructorCode(
  at: Emission,
  declared: DeclaredType,
  constructor: Constructor,
  self: string,
  args: readonly Typed[],
): string {
  const converted = args.map((each, index) => convertCode(at, each, constructor.parameters[index] ?? each.type));
  if (constructor.kind === 'declared') {
    return `${at.file.functionOf(constructor.method)}.call(${[self, ...converted].join(',')})`;
  }
  const plain = `${at.file.functionNamed(declared, plainConstructor(declared))}.call(${self})`;
  return constructor.parameters.length === 0 ? plain : exceptionCode(at, plain, constructor.parameters, converted);
}

/** An exception's own message and cause, given to what was made. */
function exceptionCode(at: Emission, made: string, parameters: readonly ApexType[], args: readonly string[]): string {
  const [first = 'null', second = 'null'] = args;
  const [message, cause] = parameters[0] === exceptionType ? ['null', first] : [first, second];
  return `${at.file.helper('initException')}(${made},${message},${cause})`;
}

function emitNewBuiltin(at: Emission, expression: New, type: ApexType, args: readonly Typed[]): Typed {
  const builtin = at.world.builtinOf(type);
  const candidates: (BuiltinMethod & { parameters: readonly ApexType[] })[] =
    builtin === null ? [] : builtin.constructors(argumentsOf(builtin, type));
  const chosen = chooseOverload(
    at.world,
    candidates,
    args.map((each) => each.type),
  );
  if (chosen.kind !== 'found') {
    return noConstructor(at, expression.place, type, args);
  }
  const converted = args.map((each, index) => convertCode(at, each, chosen.choice.parameters[index] ?? each.type));
  const made = emitBuiltin(
    at,
    { ...chosen.choice, name: `new ${displayName(type)}` },
    [at.file.constant(type), ...converted],
    expression.place,
  );
  return { ...made, type, isNeverNull: true };
}

function emitRecord(at: Emission, expression: New, type: ApexType): Typed {
  const fields = expression.named.map(([name, value]) => {
    const given = emitExpression(at, value);
    const fieldType = recordFieldType(at, type, name.toLowerCase());
    if (fieldType === null) {
      report(at, codes.variable, value.place, `Field does not exist: ${name} on ${displayName(type)}`);
      return '';
    }
    return `,${quote(name.toLowerCase())},${assignTo(at, given, fieldType, value.place)}`;
  });
  return typed(`${at.file.helper('newRecord')}(${at.file.constant(type)}${fields.join('')})`, type, true);
}

/** `this(…)` and `super(…)` as the first statement of a constructor. */
export function emitConstructorCall(at: Emission, call: Call): Typed {
  const args = emitArguments(at, call);
  if (call.name.toLowerCase() === 'super') {
    const above = at.scope.declared.superclass;
    return typed(superConstructorCode(at, above, args, call), voidType);
  }
  const chosen = chooseOverload(
    at.world,
    constructorsOf(at, at.scope.declared),
    args.map((each) => each.type),
  );
  return chosen.kind === 'found'
    ? typed(constructorCode(at, at.scope.declared, chosen.choice, 'this', args), voidType)
    : noConstructor(at, call.place, at.scope.declared.type, args);
}

function superConstructorCode(at: Emission, above: ApexType | null, args: readonly Typed[], call: Call): string {
  const declared = above === null ? null : at.world.declarationOf(above);
  if (declared !== null) {
    const chosen = chooseOverload(
      at.world,
      constructorsOf(at, declared),
      args.map((each) => each.type),
    );
    return chosen.kind === 'found'
      ? constructorCode(at, declared, chosen.choice, 'this', args)
      : noConstructor(at, call.place, declared.type, args).code;
  }
  if (above !== null && at.world.isSubtype(above, exceptionType)) {
    const chosen = chooseOverload(
      at.world,
      exceptionParameters.map((parameters) => ({ parameters })),
      args.map((each) => each.type),
    );
    return chosen.kind === 'found'
      ? exceptionCode(
          at,
          'this',
          chosen.choice.parameters,
          args.map((each) => each.code),
        )
      : noConstructor(at, call.place, above, args).code;
  }
  return args.length === 0 ? 'null' : noConstructor(at, call.place, above ?? objectType, args).code;
}

/** The implicit super() before a constructor's body: empty where there is nothing to run. */
export function implicitSuper(at: Emission, declared: DeclaredType, place: New['place']): string {
  const above = at.world.superDeclaration(declared);
  if (above === null) {
    return '';
  }
  const chosen = chooseOverload(at.world, constructorsOf(at, above), []);
  if (chosen.kind !== 'found') {
    return noConstructor(at, place, above.type, []).code + ';';
  }
  return `${constructorCode(at, above, chosen.choice, 'this', [])};`;
}

/** `new List<T>{…}` and `new Set<T>{…}`. */
export function emitNewItems(at: Emission, expression: Extract<Expression, { kind: 'newItems' }>): Typed {
  const type = resolveWritten(at, expression.type);
  const element = type.args[0] ?? objectType;
  const items = expression.items.map((each) => assignTo(at, emitExpression(at, each), element, each.place));
  const helper = type.name === 'System.Set' ? 'newSetOf' : 'newListOf';
  return typed(`${at.file.helper(helper)}(${at.file.constant(type)},[${items.join(',')}])`, type, true);
}

/** `new T[n]`: a list of n nulls. */
export function emitNewSized(at: Emission, expression: Extract<Expression, { kind: 'newSized' }>): Typed {
  const type = resolveWritten(at, expression.type);
  const size = emitExpression(at, expression.size);
  const code = orThrow(at, { ...size, code: assignTo(at, size, integerType, expression.place) });
  const list = type.name === 'System.List' || type === unknownType ? type : listOf(type);
  return typed(`${at.file.helper('newSizedList')}(${at.file.constant(list)},${code})`, list, true);
}

/** `new Map<K, V>{k => v, …}`. */
export function emitNewPairs(at: Emission, expression: Extract<Expression, { kind: 'newPairs' }>): Typed {
  const type = resolveWritten(at, expression.type);
  const [key = objectType, value = objectType] = type.args;
  const pairs = expression.pairs.map(
    ([one, other]) =>
      `[${assignTo(at, emitExpression(at, one), key, one.place)},${assignTo(at, emitExpression(at, other), value, other.place)}]`,
  );
  return typed(`${at.file.helper('newMapOf')}(${at.file.constant(type)},[${pairs.join(',')}])`, type, true);
}
