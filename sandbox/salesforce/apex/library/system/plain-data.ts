import { madeObject } from '../../run/meter.ts';
import { typeOf, type ApexType } from '../../types/apex-type.ts';
import type { BuiltinType, Property } from '../define.ts';
import { PlatformObject } from './platform-object.ts';

/** An object of a class of the platform that only holds what it was given. */
export class PlainData extends PlatformObject {
  override readonly $type: ApexType;
  readonly values = new Map<string, unknown>();

  constructor(type: ApexType) {
    super();
    this.$type = type;
    madeObject(4);
  }
}

/** A property that is read and written as it is; unset, it is what `initial` gives. */
function plainProperty(name: string, initial: () => unknown): Property {
  return {
    get: (data: PlainData) => {
      if (!data.values.has(name)) {
        // Kept, since a list that is read may be added to.
        data.values.set(name, initial());
      }
      return data.values.get(name);
    },
    set: (data: PlainData, value: unknown) => {
      data.values.set(name, value);
    },
  };
}

/**
 * A class of the platform that is documented as properties to be set and read: plainDataType('Messaging.InboundEmail',
 * ['String subject', 'String plainTextBody']).
 */
export function plainDataType(
  name: string,
  signatures: readonly string[],
  initial: Readonly<Record<string, () => unknown>> = {},
): BuiltinType {
  const properties = signatures.map((signature) => {
    const property = signature.slice(signature.lastIndexOf(' ') + 1);
    return [signature, plainProperty(property, initial[property] ?? (() => null))] as const;
  });
  return {
    name,
    kind: 'class',
    constructors: { '()': () => new PlainData(typeOf(name)) },
    properties: Object.fromEntries(properties),
  };
}
