import type { ApexType } from '../../types/apex-type.ts';
import { objectNameOf } from '../record/apex-sobject.ts';
import { sObjectTypeToken } from '../record/schema-tokens.ts';

/** The token of the records a collection is declared for; null for List<SObject> and for collections of other values. */
export function tokenOf(type: ApexType | undefined): unknown {
  const name = type === undefined ? null : objectNameOf(type);
  return name === null ? null : sObjectTypeToken(name);
}
