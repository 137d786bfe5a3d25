import { hasAnnotation } from '../../apex/emit/declare-types.ts';
import { messageOf, PlatformException, typeNameOf } from '../../apex/library/exception/exceptions.ts';
import { stackTraceOf } from '../../apex/library/exception/stack-trace.ts';
import { ApexException } from '../../apex/run/apex-object.ts';
import type { Program, Transaction } from '../../apex/run/program.ts';
import { isRecord } from '../../apex/types/conversions.ts';
import type { ApexType } from '../../apex/types/apex-type.ts';
import type { DeclaredType, MethodSymbol } from '../../apex/types/declared-type.ts';
import { readApexJson } from '../http/in-memory/apex-json.ts';
import { ApexRequests } from '../http/in-memory/apex-requests.ts';
import { isJsonObject, type Json, type JsonObject } from '../http/json.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import { readUser } from '../http/in-memory/sessions.ts';
import { writeForComponents } from './write-for-components.ts';

/** What a component's call of Apex comes to: the method's value, or what went wrong as components are told. */
export type AuraAnswer =
  | { readonly data: Json }
  | {
      readonly error: {
        readonly message: string;
        readonly exceptionType?: string;
        readonly stackTrace?: string;
        readonly isUserDefinedException?: boolean;
      };
    };

export interface AuraCall {
  readonly program: Program;
  readonly userId: string;
  /** 'SbxLeadCard.read' */
  readonly method: string;
  /** By the names of the method's parameters; one that is missing is null. */
  readonly args: JsonObject;
  /** Whether it is a wire that calls, to which only cacheable methods answer. */
  readonly isWire?: boolean;
}

/**
 * Calls an @AuraEnabled method as Lightning components do: as a user, who needs access to the class, in a transaction of its own.
 * A cacheable method may change nothing. callAuraEnabled(org, { program, userId, method: 'Card.read', args: { id } }).
 */
export function callAuraEnabled(
  org: InMemoryOrg,
  { program, userId, method: path, args, isWire }: AuraCall,
): AuraAnswer {
  const [className = '', methodName = ''] = path.split('.');
  const declared = findClass(program, className);
  const method = declared === null ? null : findMethod(declared, methodName);
  const record = org.store.findRecord(userId);
  if (record?.objectName !== 'User') {
    throw new Error(`The org has no user with the id ${userId}.`);
  }
  if (declared === null || method === null) {
    return { error: { message: `No @AuraEnabled method was found: ${path}` } };
  }
  if (!org.access.of(userId).permissions.mayRunClass(declared.name)) {
    return { error: { message: `You do not have access to the Apex class named '${declared.name}'.` } };
  }
  const isCacheable = settingsOf(method).some(
    ([name, value]) => name === 'cacheable' && value.toLowerCase() === 'true',
  );
  if (isWire === true && !isCacheable) {
    return { error: { message: `Apex methods that are to be cached must be marked as cacheable: ${path}` } };
  }
  const user = readUser(record, org.changes.environment.now());
  const call = (transaction: Transaction): AuraAnswer => {
    const given = method.parameters.map(({ name, type }) => readArgument(args[name] ?? null, type));
    return {
      data: writeForComponents(transaction.call(declared.name, method.name, given) ?? null, program, org.schema),
    };
  };
  try {
    return new ApexRequests(org, program).run(user, (transaction) =>
      isCacheable ? org.withoutChanges(() => call(transaction)) : call(transaction),
    );
  } catch (thrown) {
    if (thrown instanceof ApexException) {
      return { error: tellComponents(thrown) };
    }
    throw thrown;
  }
}

function findClass(program: Program, name: string): DeclaredType | null {
  return [...program.world.all()].find((each) => each.name.toLowerCase() === name.toLowerCase()) ?? null;
}

function findMethod(declared: DeclaredType, name: string): MethodSymbol | null {
  const methods = declared.methods.get(name.toLowerCase()) ?? [];
  return methods.find((each) => each.isStatic && annotationOf(each) !== undefined) ?? null;
}

function annotationOf({ node }: MethodSymbol) {
  return node !== null && hasAnnotation(node.modifiers, 'auraenabled')
    ? node.modifiers.annotations.find(({ name }) => name === 'auraenabled')
    : undefined;
}

function settingsOf(method: MethodSymbol): readonly (readonly [string, string])[] {
  return annotationOf(method)?.settings ?? [];
}

/** Components name the object of a record by `sobjectType`. */
function readArgument(value: Json, type: ApexType): unknown {
  if (value === null) {
    return null;
  }
  if (isRecord(type) && isJsonObject(value)) {
    const { sobjectType, ...fields } = value;
    return readApexJson(
      typeof sobjectType === 'string' ? { attributes: { type: sobjectType }, ...fields } : fields,
      type,
    );
  }
  return readApexJson(value, type);
}

/** Of an exception that was made for components, they get its message alone. */
function tellComponents(thrown: ApexException) {
  if (thrown instanceof PlatformException && thrown.$type.name === 'System.AuraHandledException') {
    return { message: thrown.$message ?? thrown.messageForComponents ?? messageOf(thrown) };
  }
  return {
    message: messageOf(thrown),
    exceptionType: typeNameOf(thrown),
    stackTrace: stackTraceOf(thrown),
    isUserDefinedException: !typeNameOf(thrown).startsWith('System.'),
  };
}
