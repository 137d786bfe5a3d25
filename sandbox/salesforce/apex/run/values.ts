import { booleanType, integerType, longType, nullType, stringType, type ApexType } from '../types/apex-type.ts';
import { kindOf } from './value-kinds.ts';

export { equalsOf, hashOf, isComparedByIdentity, looseEquals, sameValue } from './values-equality.ts';
export { compareOf } from './values-order.ts';
export { textOf } from './values-text.ts';

/** The type a value has while it runs: typeOfValue(1) is integerType, typeOfValue(null) is nullType. */
export function typeOfValue(value: unknown): ApexType {
  switch (typeof value) {
    case 'string':
      return stringType;
    case 'number':
      return integerType;
    case 'bigint':
      return longType;
    case 'boolean':
      return booleanType;
    default:
      return value === null ? nullType : typeOfObject(value as object);
  }
}

function typeOfObject(value: object): ApexType {
  // Objects of source have their type on the prototype; so have those of the platform's own classes.
  const type = (value as { $type?: ApexType }).$type ?? kindOf(value)?.type(value);
  if (type === undefined) {
    throw new Error(`A value of no type of Apex: ${value.constructor.name}.`);
  }
  return type;
}
