import { execution } from '../../run/execution.ts';
import { hashOf } from '../../run/values.ts';
import { displayName } from '../../types/apex-type.ts';
import type { Members } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import { ApexTypeToken } from './apex-type-token.ts';

function findToken(name: string): ApexTypeToken | null {
  const type = execution().findType(name);
  return type === null ? null : ApexTypeToken.of(type);
}

/** Statics of System.Type. */
export const typeStatics: Members = {
  'Type forName(String fullyQualifiedName)': (name: string | null) => findToken(name ?? raiseNullArgument()),
  'Type forName(String namespace, String name)': (namespace: string | null, name: string | null) => {
    const local = name ?? raiseNullArgument();
    // Without a namespace a name is looked for as it is; classes of source have none here.
    return findToken(namespace === null || namespace === '' ? local : `${namespace}.${local}`);
  },
};

export const typeMembers: Members = {
  'Boolean equals(Object typeToCompare)': (token: ApexTypeToken, other: unknown) => token === other,
  'String getName()': (token: ApexTypeToken) => displayName(token.type),
  'Integer hashCode()': (token: ApexTypeToken) => hashOf(token),
  'Boolean isAssignableFrom(Type sourceType)': (token: ApexTypeToken, source: ApexTypeToken | null) =>
    execution().isAssignable((source ?? raiseNullArgument()).type, token.type),
  'Object newInstance()': (token: ApexTypeToken) => execution().construct(token.type),
  'String toString()': (token: ApexTypeToken) => displayName(token.type),
};
