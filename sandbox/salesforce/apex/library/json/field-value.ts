/** How a field or property of an object of source is read and written. */
export interface FieldAccess {
  get(object: object): unknown;
  set(object: object, value: unknown): void;
}

type Properties = Record<string, unknown>;

/**
 * By the accessors that emitted classes have for properties which are more than a stored value; a property that cannot be
 * set stays as it is. accessTo('total').get(line) → 12. The names are made once: this is asked for every value of JSON.
 */
export function accessTo(key: string): FieldAccess {
  const getterName = `get$${key}`;
  const setterName = `set$${key}`;
  return {
    get: (object) => {
      const values = object as Properties;
      const getter = values[getterName] as (() => unknown) | undefined;
      return (getter === undefined ? values[key] : getter.call(object)) ?? null;
    },
    set: (object, value) => {
      const values = object as Properties;
      const setter = values[setterName] as ((value: unknown) => void) | undefined;
      if (setter !== undefined) {
        setter.call(object, value);
      } else if (key in object) {
        values[key] = value;
      }
    },
  };
}
