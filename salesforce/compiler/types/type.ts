/**
 * The types of the subset, each with one counterpart in Apex. Whether a value may be null is not part of it: in Apex every
 * value may.
 */
export type Type =
  | { readonly kind: 'integer' }
  | { readonly kind: 'long' }
  | { readonly kind: 'string' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'void' }
  /** The type of `null` before it meets another. */
  | { readonly kind: 'null' }
  | { readonly kind: 'record'; readonly className: string; readonly name: string }
  | { readonly kind: 'list'; readonly element: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type };

export const integer: Type = { kind: 'integer' };
export const long: Type = { kind: 'long' };
export const string: Type = { kind: 'string' };
export const boolean: Type = { kind: 'boolean' };
export const nothing: Type = { kind: 'void' };
export const nullType: Type = { kind: 'null' };

export function listOf(element: Type): Type {
  return { kind: 'list', element };
}

/** As a class writes the type: records of its own by their bare name, the platform's types with their namespace. */
export function writeType(type: Type, inClass: string): string {
  switch (type.kind) {
    case 'integer':
      return 'System.Integer';
    case 'long':
      return 'System.Long';
    case 'string':
      return 'System.String';
    case 'boolean':
      return 'System.Boolean';
    case 'void':
      return 'void';
    case 'null':
      return 'Object';
    case 'record':
      return type.className === inClass ? type.name : `${type.className}.${type.name}`;
    case 'list':
      return `List<${writeType(type.element, inClass)}>`;
    case 'map':
      return `Map<${writeType(type.key, inClass)}, ${writeType(type.value, inClass)}>`;
  }
}
