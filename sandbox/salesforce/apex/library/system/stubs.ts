import { ApexObject } from '../../run/apex-object.ts';
import { execution, type SourceTypeInfo } from '../../run/execution.ts';
import { madeObject } from '../../run/meter.ts';
import { typeOfValue } from '../../run/values.ts';
import { displayName, listOf, objectType, stringType, typeOf, voidType, type ApexType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { mangle } from '../define.ts';
import { raise } from '../raise.ts';
import { ApexTypeToken } from './apex-type-token.ts';

/** The method that System.StubProvider asks for, as JavaScript objects carry it. */
export const handleMethodCall = mangle('handleMethodCall', [
  'Object',
  'String',
  'Type',
  'List<Type>',
  'List<String>',
  'List<Object>',
]);

type Provider = Record<string, (...args: readonly unknown[]) => unknown>;
type Method = SourceTypeInfo['methods'][number];

const providers = new WeakMap<object, Provider>();
/** Prototypes whose methods ask the provider, by the prototype they stand on. */
const stubPrototypes = new WeakMap<object, object>();

/**
 * Test.createStub: an object of a class, or of an interface, of source whose methods are answered by the provider. Static
 * and private methods are not replaced, as documented; no constructor runs.
 */
export function createStub(parent: ApexTypeToken, provider: object): object {
  const info = execution().describe(parent.type);
  if (info === null || info.kind === 'enum') {
    raise(
      'System.TypeException',
      `Cannot create a stub of ${displayName(parent.type)}: it is not a class of this code.`,
    );
  }
  const stub = info.kind === 'interface' ? allocateInterface(info) : execution().allocate(parent.type);
  const base = Object.getPrototypeOf(stub) as object;
  let prototype = stubPrototypes.get(base);
  if (prototype === undefined) {
    prototype = replaceMethods(base, info);
    stubPrototypes.set(base, prototype);
  }
  Object.setPrototypeOf(stub, prototype);
  providers.set(stub, provider as Provider);
  madeObject(1);
  return stub;
}

/** An object that is an instance of the interface and has no method of its own yet. */
function allocateInterface(info: SourceTypeInfo): object {
  const prototype = Object.create(ApexObject.prototype, { $type: { value: info.type } }) as object;
  return Object.create(prototype) as object;
}

function replaceMethods(base: object, info: SourceTypeInfo): object {
  const prototype = Object.create(base) as Record<string, unknown>;
  // The platform makes a class for each stub. Its name shows in the text of the object, though not in what casts say.
  prototype.$shownName = `${info.type.name.replace(/^.*\./, '')}__sfdc_ApexStub`;
  for (const method of methodsOf(info)) {
    prototype[method.key] = function (this: object, ...args: readonly unknown[]): unknown {
      return askProvider(this, method, args);
    };
  }
  return prototype;
}

/** Own and inherited instance methods that other classes may call. */
function methodsOf(info: SourceTypeInfo): Method[] {
  const ancestors = [...(info.superclass === null ? [] : [info.superclass]), ...info.interfaces]
    .map((type) => execution().describe(type))
    .filter((each) => each !== null);
  return [...ancestors.flatMap(methodsOf), ...info.methods.filter((each) => !each.isStatic && each.isPublic)];
}

function askProvider(stub: object, method: Method, args: readonly unknown[]): unknown {
  const handler = providers.get(stub)?.[handleMethodCall];
  if (handler === undefined) {
    throw new Error('A stub was called whose provider has no handleMethodCall.');
  }
  const answer = handler.call(
    providers.get(stub),
    stub,
    method.name,
    method.returns === voidType ? null : ApexTypeToken.of(method.returns),
    new ApexList(
      listOf(typeOf('System.Type')),
      method.parameters.map((each) => ApexTypeToken.of(each.type)),
    ),
    new ApexList(
      listOf(stringType),
      method.parameters.map((each) => each.name),
    ),
    new ApexList(listOf(objectType), [...args]),
  );
  return method.returns === voidType ? undefined : checkedAnswer(answer, method.returns);
}

function checkedAnswer(answer: unknown, returns: ApexType): unknown {
  if (answer === null || execution().isAssignable(typeOfValue(answer), returns)) {
    return answer;
  }
  return raise(
    'System.TypeException',
    `Invalid conversion from runtime type ${displayName(typeOfValue(answer))} to ${displayName(returns)}`,
  );
}
