import type { FutureMethod } from '../library/system/future-calls.ts';
import type { Annotation } from '../syntax/nodes.ts';
import { displayName, voidType, type ApexType } from '../types/apex-type.ts';
import { topOf, type MethodSymbol } from '../types/declared-type.ts';
import type { Emission } from './emission.ts';
import { typed, type Typed } from './typed.ts';

/** What a @future method may be given: values that stay what they are, and collections of them. */
const passed = new Set(
  ['Blob', 'Boolean', 'Date', 'Datetime', 'Decimal', 'Double', 'Id', 'Integer', 'Long', 'String', 'Time'].map(
    (name) => `System.${name}`,
  ),
);
const collections = new Set(['System.List', 'System.Map', 'System.Set']);

/** The annotation that makes a method run later; null where it has none. */
export function futureAnnotation(method: MethodSymbol): Annotation | null {
  return method.node?.modifiers.annotations.find((each) => each.name === 'future') ?? null;
}

/** What the platform's compiler finds wrong with a @future method; null where it is well. */
export function problemOfFuture(method: MethodSymbol): string | null {
  if (!method.isStatic) {
    return `Future methods must be static: ${method.name}`;
  }
  if (method.returns !== voidType) {
    return `Future methods must have return type void: ${method.name}`;
  }
  const bad = method.parameters.find((each) => !mayBePassed(each.type));
  return bad === undefined ? null : `Unsupported parameter type ${displayName(bad.type)}`;
}

function mayBePassed(type: ApexType): boolean {
  return passed.has(type.name) || (collections.has(type.name) && type.args.every(mayBePassed));
}

/** A call of a @future method: its arguments are worked out now, and it runs when the org comes to it. */
export function emitFutureCall(
  at: Emission,
  method: MethodSymbol,
  annotation: Annotation,
  args: readonly string[],
): Typed {
  const { owner, name, parameters } = method;
  const described: Omit<FutureMethod, 'run'> = {
    className: owner.name,
    methodName: name,
    signature: `${owner.name}.${name}(${parameters.map((each) => displayName(each.type)).join(', ')})`,
    mayCallOut: mayCallOut(annotation),
    holder: at.file.linkedOf(topOf(owner)),
  };
  const run = `(...a)=>${at.file.functionOf(method)}(...a)`;
  return typed(
    `${at.file.helper('callLater')}({...${at.file.constant(described)},run:${run}},[${args.join(',')}])`,
    voidType,
  );
}

function mayCallOut({ settings }: Annotation): boolean {
  return settings.some(([name, value]) => name === 'callout' && value.toLowerCase() === 'true');
}
