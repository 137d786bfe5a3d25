import { execution } from '../../run/execution.ts';
import { namespaceInForce, withinNamespace } from '../../run/namespace-in-force.ts';
import { hashOf } from '../../run/values.ts';
import { displayName } from '../../types/apex-type.ts';
import type { Members } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import { ApexTypeToken } from './apex-type-token.ts';

function findToken(name: string): ApexTypeToken | null {
  const type = execution().findType(name);
  return type === null ? null : ApexTypeToken.of(type);
}

/** Classes of a package are named with its namespace. */
function qualifiedName({ type }: ApexTypeToken): string {
  const namespace = namespaceInForce();
  return namespace === null || execution().describe(type) === null
    ? displayName(type)
    : `${namespace}.${displayName(type)}`;
}

/** Statics of System.Type. */
export const typeStatics: Members = {
  'Type forName(String fullyQualifiedName)': (name: string | null) => findToken(name ?? raiseNullArgument()),
  'Type forName(String namespace, String name)': (namespace: string | null, name: string | null) => {
    const local = name ?? raiseNullArgument();
    // Without a namespace a class of the org itself is meant, also by the code of a package.
    return namespace === null || namespace === ''
      ? withinNamespace(null, () => findToken(local))
      : findToken(`${namespace}.${local}`);
  },
};

export const typeMembers: Members = {
  'Boolean equals(Object typeToCompare)': (token: ApexTypeToken, other: unknown) => token === other,
  'String getName()': (token: ApexTypeToken) => qualifiedName(token),
  'Integer hashCode()': (token: ApexTypeToken) => hashOf(token),
  'Boolean isAssignableFrom(Type sourceType)': (token: ApexTypeToken, source: ApexTypeToken | null) =>
    execution().isAssignable((source ?? raiseNullArgument()).type, token.type),
  'Object newInstance()': (token: ApexTypeToken) => execution().construct(token.type),
  'String toString()': (token: ApexTypeToken) => qualifiedName(token),
};
