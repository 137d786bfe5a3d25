import type { BuiltinType, Implementation, Members, Property } from '../library/define.ts';
import { findBuiltinType } from '../library/registry.ts';
import { objectType, type ApexType } from './apex-type.ts';
import { nameInSignature, readPropertyType, readSignature, readTypeText, substitute } from './read-signature.ts';

export interface BuiltinMethod {
  readonly name: string;
  /** Canonical name of the type that declares it. */
  readonly owner: string;
  readonly isStatic: boolean;
  readonly returns: ApexType;
  readonly parameters: readonly ApexType[];
  /** With type variables as Object: what the mangled names of interface methods are made from. */
  readonly erased: readonly ApexType[];
  /** Null where it is documented and not built. */
  readonly implementation: Implementation | null;
}

export interface BuiltinProperty {
  readonly name: string;
  readonly owner: string;
  readonly type: ApexType;
  readonly get: Implementation | null;
  readonly set: Implementation | null;
}

type Index = Map<string, string[]>;

/** A type of the platform with its members by lower-case name. Signatures are read when a name is first asked for. */
export class BuiltinClass {
  readonly definition: BuiltinType;
  readonly variables: readonly string[];
  private readonly indexes = new Map<Members | Readonly<Record<string, Property>>, Index>();

  constructor(definition: BuiltinType) {
    this.definition = definition;
    this.variables = definition.typeParameters ?? [];
  }

  get superclass(): ApexType | null {
    return this.definition.extends === undefined ? null : readTypeText(this.definition.extends, this.variables);
  }

  get interfaces(): readonly ApexType[] {
    return (this.definition.implements ?? []).map((each) => readTypeText(each, this.variables));
  }

  /** Whether no value can have this type. */
  get hasOnlyStatics(): boolean {
    const { kind, valueClass, constructors, methods, properties, isOpen } = this.definition;
    return (
      kind === 'class' && [valueClass, constructors, methods, properties, isOpen].every((each) => each === undefined)
    );
  }

  methods(name: string, args: readonly ApexType[]): BuiltinMethod[] {
    return this.read(this.definition.methods, name, args, false);
  }

  statics(name: string): BuiltinMethod[] {
    return this.read(this.definition.statics, name, [], true);
  }

  /** Every method an instance has, own ones only: what an interface asks for. */
  allMethods(args: readonly ApexType[]): BuiltinMethod[] {
    return Object.keys(this.definition.methods ?? {}).flatMap((key) =>
      this.methods(nameInSignature(key).toLowerCase(), args).filter(
        (each, index, all) => all.findIndex((other) => other.erased.length === each.erased.length) === index,
      ),
    );
  }

  constructors(args: readonly ApexType[]): BuiltinMethod[] {
    return Object.entries(this.definition.constructors ?? {}).map(([key, made]) => ({
      ...this.method(key, args, false),
      implementation: made === 'unsupported' ? null : (made as Implementation),
    }));
  }

  property(name: string, args: readonly ApexType[]): BuiltinProperty | null {
    return this.readProperty(this.definition.properties, name, args);
  }

  staticProperty(name: string): BuiltinProperty | null {
    return this.readProperty(this.definition.staticProperties, name, []);
  }

  private read(
    members: Members | undefined,
    name: string,
    args: readonly ApexType[],
    isStatic: boolean,
  ): BuiltinMethod[] {
    if (members === undefined) {
      return [];
    }
    return (this.indexOf(members).get(name) ?? []).map((key) => {
      const made = members[key];
      return {
        ...this.method(key, args, isStatic),
        implementation: made === undefined || made === 'unsupported' ? null : made,
      };
    });
  }

  private method(key: string, args: readonly ApexType[], isStatic: boolean): Omit<BuiltinMethod, 'implementation'> {
    const signature = readSignature(key, this.variables);
    return {
      name: signature.name,
      owner: this.definition.name,
      isStatic,
      returns: substitute(signature.returns, this.variables, args),
      parameters: signature.parameters.map((each) => substitute(each, this.variables, args)),
      erased: signature.parameters.map((each) => substitute(each, [], [])),
    };
  }

  private readProperty(
    properties: Readonly<Record<string, Property>> | undefined,
    name: string,
    args: readonly ApexType[],
  ): BuiltinProperty | null {
    const key = properties === undefined ? undefined : this.indexOf(properties).get(name)?.[0];
    const found = key === undefined ? undefined : properties?.[key];
    if (key === undefined || found === undefined) {
      return null;
    }
    return {
      name: nameInSignature(key),
      owner: this.definition.name,
      type: substitute(readPropertyType(key, this.variables), this.variables, args),
      get: found.get === 'unsupported' ? null : found.get,
      set: found.set ?? null,
    };
  }

  private indexOf(members: Members | Readonly<Record<string, Property>>): Index {
    let index = this.indexes.get(members);
    if (index === undefined) {
      index = new Map();
      for (const key of Object.keys(members)) {
        const name = nameInSignature(key).toLowerCase();
        const keys = index.get(name);
        if (keys === undefined) {
          index.set(name, [key]);
        } else {
          keys.push(key);
        }
      }
      this.indexes.set(members, index);
    }
    return index;
  }
}

const classes = new Map<string, BuiltinClass | null>();

/** The platform's type of a canonical name in any case: builtinClass('system.string'). Null where there is none. */
export function builtinClass(name: string): BuiltinClass | null {
  const lower = name.toLowerCase();
  let found = classes.get(lower);
  if (found === undefined) {
    const definition = findBuiltinType(lower);
    found = definition === null ? null : new BuiltinClass(definition);
    classes.set(lower, found);
  }
  return found;
}

/** The type arguments that a written type has, or Object for each where none are written. */
export function argumentsOf(builtin: BuiltinClass, type: ApexType): readonly ApexType[] {
  return type.args.length === builtin.variables.length ? type.args : builtin.variables.map(() => objectType);
}
