import { namespaceInForce } from '../run/namespace-in-force.ts';
import type { Org } from '../run/org.ts';
import type { TypeName } from '../syntax/nodes.ts';
import { objectType, sObjectType, typeOf, type ApexType } from './apex-type.ts';
import { builtinClass, type BuiltinClass } from './builtin-class.ts';
import type { DeclaredType } from './declared-type.ts';
import { substitute } from './read-signature.ts';

/** Namespaces whose types may be written without them, in the order they are asked. */
const openNamespaces = ['System', 'Schema'];
/** Namespaces of the platform that a name may start with. */
const namespaces = new Set(
  'system schema database messaging apexpages auth cache canvas connectapi datasource dom eventbus flow invocable kbmanagement metadata process quickaction reports search site support territorymgmt txnsecurity usermanagement wave userprovisioning dataweave functions formulaeval compression'.split(
    ' ',
  ),
);

/** The name that anonymous Apex goes by. */
export const anonymousFile = 'AnonymousBlock';

/** All types that a program can name: those its sources declare, the platform's, and the org's objects. */
export class TypeWorld {
  readonly org: Org;
  /** Types at the top of files by lower-case name. */
  private readonly tops = new Map<string, DeclaredType>();
  /** All declared types, inner ones too, by canonical name. */
  private readonly declared = new Map<string, DeclaredType>();
  private readonly subtypes = new Map<ApexType, Map<ApexType, boolean>>();
  private readonly objects = new Map<string, ApexType | null>();

  constructor(org: Org) {
    this.org = org;
  }

  add(declared: DeclaredType): void {
    this.declared.set(declared.name, declared);
    if (declared.outer === null) {
      this.tops.set(declared.name.toLowerCase(), declared);
    }
  }

  remove(declared: DeclaredType): void {
    this.declared.delete(declared.name);
    if (declared.outer === null) {
      this.tops.delete(declared.name.toLowerCase());
    }
  }

  all(): Iterable<DeclaredType> {
    return this.declared.values();
  }

  hasTop(name: string): boolean {
    return this.tops.has(name.toLowerCase());
  }

  /** What source declares under a type; null for the platform's types and for records. */
  declarationOf(type: ApexType): DeclaredType | null {
    return this.declared.get(type.name) ?? null;
  }

  builtinOf(type: ApexType): BuiltinClass | null {
    return this.declared.has(type.name) ? null : builtinClass(type.name);
  }

  /** Whether a type of the platform, by its canonical name, is a class, an interface or an enum. */
  builtinKind(name: string): 'class' | 'interface' | 'enum' | null {
    return builtinClass(name)?.definition.kind ?? null;
  }

  /** The type of an object's records; null where the org has no such object. */
  recordType(objectName: string): ApexType | null {
    const lower = `${namespaceInForce() ?? ''} ${objectName.toLowerCase()}`;
    let type = this.objects.get(lower);
    if (type === undefined) {
      const described = this.org.describeObject(objectName);
      type = described === null ? null : typeOf(`SObject:${described.name}`);
      this.objects.set(lower, type);
    }
    return type;
  }

  isNamespace(name: string): boolean {
    return namespaces.has(name.toLowerCase());
  }

  /** A name at the top of all: a declared type, then System, then Schema, then an object of the org. */
  findTop(name: string): ApexType | null {
    const declared = this.tops.get(name.toLowerCase());
    if (declared !== undefined && this.isWithinReach(declared)) {
      return declared.type;
    }
    for (const namespace of openNamespaces) {
      const found = builtinClass(`${namespace}.${name}`);
      // A class of the platform that only has static methods may share its name with an object: as a type, the object is meant.
      const record = found?.hasOnlyStatics === true ? this.recordType(name) : null;
      if (found !== null) {
        return record ?? typeOf(found.definition.name);
      }
    }
    const lower = name.toLowerCase();
    if (lower === 'object') {
      return objectType;
    }
    if (lower === 'sobject') {
      return sObjectType;
    }
    return this.recordType(name);
  }

  /** The classes of a package are known by their simple names to one another alone. */
  private isWithinReach({ fileName }: DeclaredType): boolean {
    const { namespace = null } = this.org;
    return namespace === null || namespaceInForce() !== null || fileName === anonymousFile;
  }

  /** A class of the package by its namespace and name; code outside of the package sees those that are global. */
  private findInPackage([namespace = '', name = '', ...inner]: readonly string[]): ApexType | null {
    const declared = this.tops.get(name.toLowerCase());
    const isPackage = namespace.toLowerCase() === this.org.namespace?.toLowerCase();
    if (declared === undefined || !isPackage || declared.fileName === anonymousFile) {
      return null;
    }
    const isOpen = namespaceInForce() !== null || declared.declaration.modifiers.words.includes('global');
    return inner.reduce<ApexType | null>(
      (type, part) => (type === null ? null : this.memberType(type, part)),
      isOpen ? declared.type : null,
    );
  }

  /** A simple name as code inside `within` sees it: its own inner types, inherited ones, the outer type's, then the top. */
  findFrom(name: string, within: DeclaredType | null): ApexType | null {
    const lower = name.toLowerCase();
    for (let scope = within; scope !== null; scope = scope.outer) {
      if (scope.name.slice(scope.name.lastIndexOf('.') + 1).toLowerCase() === lower) {
        return scope.type;
      }
      const inner = this.findInner(scope, lower);
      if (inner !== null) {
        return inner;
      }
    }
    return this.findBesideSuperclass(lower, within) ?? this.findTop(name);
  }

  /** In a class that extends an inner one, the other inner types around that one are known by their simple names too. */
  private findBesideSuperclass(lowerName: string, within: DeclaredType | null): ApexType | null {
    for (let each = within; each !== null; each = this.superDeclaration(each)) {
      const beside = each.outer === null ? null : this.findInner(each.outer, lowerName);
      if (beside !== null) {
        return beside;
      }
    }
    return null;
  }

  /** An inner type of a class or of the classes it extends. */
  findInner(scope: DeclaredType, lowerName: string): ApexType | null {
    for (let each: DeclaredType | null = scope; each !== null; each = this.superDeclaration(each)) {
      const inner = each.inner.get(lowerName);
      if (inner !== undefined) {
        return inner.type;
      }
    }
    return null;
  }

  superDeclaration(declared: DeclaredType): DeclaredType | null {
    return declared.superclass === null ? null : this.declarationOf(declared.superclass);
  }

  /** Dotted parts as a type: Outer.Inner, System.String, Schema.Account, Database.SaveResult. */
  findDotted(parts: readonly string[], within: DeclaredType | null): ApexType | null {
    const [first = '', ...others] = parts;
    if (others.length === 0) {
      return this.findFrom(first, within);
    }
    let type = this.findFrom(first, within);
    for (const part of others) {
      type = type === null ? null : this.memberType(type, part);
    }
    type ??= this.findInPackage(parts);
    if (type !== null) {
      return type;
    }
    const builtin = builtinClass(parts.join('.'));
    if (builtin !== null) {
      return typeOf(builtin.definition.name);
    }
    if (this.isNamespace(first)) {
      const lower = first.toLowerCase();
      const rest = others.join('.');
      if (lower === 'schema' || lower === 'system') {
        const below = builtinClass(`System.${rest}`);
        return below === null
          ? others.length === 1
            ? this.findTopOfPlatform(rest)
            : null
          : typeOf(below.definition.name);
      }
    }
    return null;
  }

  private findTopOfPlatform(name: string): ApexType | null {
    const lower = name.toLowerCase();
    return lower === 'object' ? objectType : lower === 'sobject' ? sObjectType : this.recordType(name);
  }

  private memberType(type: ApexType, name: string): ApexType | null {
    const declared = this.declarationOf(type);
    if (declared !== null) {
      return this.findInner(declared, name.toLowerCase());
    }
    const nested = builtinClass(`${type.name}.${name}`);
    return nested === null ? null : typeOf(nested.definition.name);
  }

  /** A type as written in source; null where a name in it is unknown. */
  resolve(written: TypeName, within: DeclaredType | null): ApexType | null {
    if (written.args.length === 0) {
      return this.findDotted(written.parts, within);
    }
    // Only the platform declares types with parameters, so a class of source that is named like one is not meant.
    const named = builtinClass(`System.${written.parts.join('.')}`) ?? builtinClass(written.parts.join('.'));
    const found = named === null ? this.findDotted(written.parts, within) : typeOf(named.definition.name);
    if (found === null) {
      return null;
    }
    const args = written.args.map((each) => this.resolve(each, within));
    return args.includes(null) ? null : typeOf(found.name, args as ApexType[]);
  }

  superclassOf(type: ApexType): ApexType | null {
    const declared = this.declarationOf(type);
    if (declared !== null) {
      return declared.superclass ?? (declared.kind === 'class' ? objectType : null);
    }
    const builtin = builtinClass(type.name);
    const written = builtin?.superclass ?? null;
    return written === null || builtin === null ? null : substitute(written, builtin.variables, type.args);
  }

  interfacesOf(type: ApexType): readonly ApexType[] {
    const declared = this.declarationOf(type);
    if (declared !== null) {
      return declared.interfaces;
    }
    const builtin = builtinClass(type.name);
    return builtin === null ? [] : builtin.interfaces.map((each) => substitute(each, builtin.variables, type.args));
  }

  /** Whether a value of `from` is one of `to` without any conversion. */
  isSubtype(from: ApexType, to: ApexType): boolean {
    if (from === to || to === objectType || from.name === 'null') {
      return true;
    }
    if (to === sObjectType && from.name.startsWith('SObject:')) {
      return true;
    }
    let answers = this.subtypes.get(from);
    if (answers === undefined) {
      answers = new Map();
      this.subtypes.set(from, answers);
    }
    let answer = answers.get(to);
    if (answer === undefined) {
      answer = this.computeSubtype(from, to);
      answers.set(to, answer);
    }
    return answer;
  }

  private computeSubtype(from: ApexType, to: ApexType): boolean {
    if (from.name === to.name && from.args.length === to.args.length) {
      // A Set<String> is no Set<Object>, nor do the keys of a map ever become others: only lists and values of maps do.
      if ((from.name === 'System.Set' || from.name === 'System.Map') && from.args[0] !== to.args[0]) {
        return false;
      }
      return from.args.every((each, index) => this.mayStandInside(each, to.args[index] ?? objectType));
    }
    if (to.name === 'System.Iterable' && (from.name === 'System.List' || from.name === 'System.Set')) {
      return this.mayStandInside(from.args[0] ?? objectType, to.args[0] ?? objectType);
    }
    const above = this.superclassOf(from);
    if (above !== null && above !== objectType && this.isSubtype(above, to)) {
      return true;
    }
    return this.interfacesOf(from).some((each) => this.isSubtype(each, to));
  }

  /** Inside <…>: a subtype may stand for its supertype, and SObject for any record, in both directions. */
  private mayStandInside(from: ApexType, to: ApexType): boolean {
    return this.isSubtype(from, to) || (from === sObjectType && to.name.startsWith('SObject:'));
  }
}
