import type { DeclaredType } from '../types/declared-type.ts';
import type { SourceTypeInfo } from './execution.ts';

const known = new WeakMap<DeclaredType, SourceTypeInfo>();

/** What the library is told of a type of source. */
export function describeSource(declared: DeclaredType): SourceTypeInfo {
  let info = known.get(declared);
  if (info === undefined) {
    info = {
      type: declared.type,
      kind: declared.kind,
      isAbstract: declared.isAbstract,
      superclass: declared.superclass,
      interfaces: declared.interfaces,
      fields: fieldsOf(declared),
      methods: [...declared.methods.values()].flat().map((each) => ({
        name: each.name,
        key: each.key,
        returns: each.returns,
        parameters: each.parameters,
        isStatic: each.isStatic,
        isPublic: each.visibility !== 'private',
      })),
      constants: declared.declaration.kind === 'enum' ? declared.declaration.constants : [],
    };
    known.set(declared, info);
  }
  return info;
}

/** Own instance fields and properties, those that calculate their value too: JSON writes and reads all of them. */
function fieldsOf(declared: DeclaredType): SourceTypeInfo['fields'] {
  return [...declared.fields.values()]
    .filter((each) => !each.isStatic)
    .map((each) => ({
      name: each.name,
      key: each.key,
      type: each.type,
      isTransient: each.isTransient,
      isPublic: each.visibility === 'public',
    }));
}
