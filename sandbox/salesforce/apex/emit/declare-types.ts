import { mangle } from '../library/define.ts';
import type {
  ConstructorDeclaration,
  FieldDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  Place,
  PropertyDeclaration,
  TypeDeclaration,
  TypeName,
} from '../syntax/nodes.ts';
import { displayName, typeOf, voidType, type ApexType } from '../types/apex-type.ts';
import { unknownType } from '../types/conversions.ts';
import type { DeclaredType, FieldSymbol, MethodSymbol, Visibility } from '../types/declared-type.ts';
import type { TypeWorld } from '../types/type-world.ts';
import { futureAnnotation, problemOfFuture } from './future-methods.ts';
import { codes, type ProblemList } from './problem.ts';

/** Makes the types of a file known by name; what they extend and hold comes after all files have done so. */
export function declareNames(
  world: TypeWorld,
  problems: ProblemList,
  fileName: string,
  declaration: TypeDeclaration,
  outer: DeclaredType | null,
): DeclaredType {
  const name = outer === null ? declaration.name : `${outer.name}.${declaration.name}`;
  const words = declaration.modifiers.words;
  const declared: DeclaredType = {
    name,
    type: typeOf(name),
    kind: declaration.kind,
    fileName,
    outer,
    declaration,
    isAbstract: words.includes('abstract') || declaration.kind === 'interface',
    isVirtual: words.includes('virtual') || words.includes('abstract') || declaration.kind === 'interface',
    isTest: hasAnnotation(declaration.modifiers, 'istest'),
    visibility: visibilityOf(declaration.modifiers),
    inner: new Map(),
    superclass: null,
    interfaces: [],
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    hasStaticStart: false,
  };
  if (outer === null && world.hasTop(name)) {
    problems.report(codes.duplicate, fileName, declaration.place, `Duplicate class name: ${name}`);
  }
  world.add(declared);
  if (declaration.kind === 'class') {
    for (const member of declaration.members) {
      if (isType(member)) {
        const lower = member.name.toLowerCase();
        if (declared.inner.has(lower)) {
          problems.report(codes.duplicate, fileName, member.place, `Duplicate class name: ${member.name}`);
        }
        declared.inner.set(lower, declareNames(world, problems, fileName, member, declared));
      }
    }
  }
  return declared;
}

export function isType(member: Member): member is TypeDeclaration {
  return member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum';
}

export function hasAnnotation(modifiers: Modifiers, name: string): boolean {
  return modifiers.annotations.some((each) => each.name === name);
}

export function visibilityOf(modifiers: Modifiers): Visibility {
  const words = modifiers.words;
  return words.includes('public') || words.includes('global') || words.includes('webservice')
    ? 'public'
    : words.includes('protected')
      ? 'protected'
      : 'private';
}

/** Finds out what the named types extend, so that inherited types can be named by members. */
export function declareParents(world: TypeWorld, problems: ProblemList, declared: DeclaredType): void {
  const { declaration } = declared;
  const within = declared.outer ?? declared;
  const resolve = (written: TypeName): ApexType => resolveType(world, problems, declared.fileName, written, within);
  if (declaration.kind === 'class') {
    if (declaration.extends !== null) {
      declared.superclass = checkSuperclass(world, problems, declared, resolve(declaration.extends));
    }
    declared.interfaces = declaration.implements.map(resolve);
  } else if (declaration.kind === 'interface') {
    declared.interfaces = declaration.extends.map(resolve);
  }
  for (const inner of declared.inner.values()) {
    declareParents(world, problems, inner);
  }
}

function checkSuperclass(
  world: TypeWorld,
  problems: ProblemList,
  declared: DeclaredType,
  superclass: ApexType,
): ApexType | null {
  const above = world.declarationOf(superclass);
  const isOpen = above === null ? (world.builtinOf(superclass)?.definition.isOpen ?? false) : above.isVirtual;
  // A class of the org's source that stands in for the platform's Exception is extended like any other.
  const isException = superclass.name.endsWith('Exception');
  if (superclass !== unknownType && !isOpen && !isException) {
    problems.report(
      codes.declaration,
      declared.fileName,
      declared.declaration.place,
      `Non-virtual and non-abstract type cannot be extended: ${displayName(superclass)}`,
    );
  }
  for (let each = above; each !== null; each = world.superDeclaration(each)) {
    if (each === declared) {
      problems.report(
        codes.declaration,
        declared.fileName,
        declared.declaration.place,
        `Circular definition: ${declared.name}`,
      );
      return null;
    }
  }
  return superclass === unknownType ? null : superclass;
}

/** A written type, or a problem and a type that fits everywhere. */
export function resolveType(
  world: TypeWorld,
  problems: ProblemList,
  fileName: string,
  written: TypeName,
  within: DeclaredType | null,
): ApexType {
  const type = world.resolve(written, within);
  if (type === null) {
    problems.report(codes.type, fileName, written.place, `Invalid type: ${showTypeName(world, written, within)}`);
    return unknownType;
  }
  return type;
}

/** Shows the innermost name that is unknown: of `List<Foo>` that is Foo. */
function showTypeName(world: TypeWorld, written: TypeName, within: DeclaredType | null): string {
  for (const each of written.args) {
    if (world.resolve(each, within) === null) {
      return showTypeName(world, each, within);
    }
  }
  return written.parts.join('.');
}

/** Makes the members of a type known: after this, bodies can be typed. */
export function declareMembers(world: TypeWorld, problems: ProblemList, declared: DeclaredType): void {
  const { declaration } = declared;
  const declare = new MemberDeclarer(world, problems, declared);
  if (declaration.kind === 'class') {
    for (const member of declaration.members) {
      declare.member(member);
    }
  } else if (declaration.kind === 'interface') {
    for (const method of declaration.methods) {
      declare.method(method);
    }
  }
  for (const inner of declared.inner.values()) {
    declareMembers(world, problems, inner);
  }
}

class MemberDeclarer {
  private readonly world: TypeWorld;
  private readonly problems: ProblemList;
  private readonly declared: DeclaredType;
  private count = 0;

  constructor(world: TypeWorld, problems: ProblemList, declared: DeclaredType) {
    this.world = world;
    this.problems = problems;
    this.declared = declared;
  }

  member(member: Member): void {
    switch (member.kind) {
      case 'field':
      case 'property':
        this.field(member);
        break;
      case 'method':
        this.method(member);
        break;
      case 'constructor':
        this.declared.constructors.push(this.construct(member));
        break;
      case 'initializer':
        if (member.isStatic) {
          this.declared.hasStaticStart = true;
        }
        break;
      case 'class':
      case 'interface':
      case 'enum':
        break;
    }
  }

  private field(member: FieldDeclaration | PropertyDeclaration): void {
    const lower = member.name.toLowerCase();
    const words = member.modifiers.words;
    const isStatic = words.includes('static');
    if (this.declared.fields.has(lower)) {
      this.report(codes.duplicate, member.place, `Duplicate field: ${member.name}`);
    }
    const value = member.kind === 'field' ? member.value : null;
    if (isStatic && value !== null && value.kind !== 'literal') {
      this.declared.hasStaticStart = true;
    }
    const symbol: FieldSymbol = {
      name: member.name,
      key: this.fieldKey(lower),
      type: this.resolve(member.type),
      owner: this.declared,
      place: member.place,
      isStatic,
      isFinal: words.includes('final'),
      isTransient: words.includes('transient'),
      visibility: visibilityOf(member.modifiers),
      isTestVisible: hasAnnotation(member.modifiers, 'testvisible'),
      value,
      property: member.kind === 'property' ? propertyOf(member) : null,
    };
    this.declared.fields.set(lower, symbol);
  }

  /** A private field may have the name of one of a superclass: each has a property of its own then. */
  private fieldKey(lower: string): string {
    let depth = 0;
    for (
      let above = this.world.superDeclaration(this.declared);
      above !== null;
      above = this.world.superDeclaration(above)
    ) {
      const member = above.declaration.kind === 'class' ? above.declaration.members : [];
      depth += member.some((each) => each.kind === 'field' && each.name.toLowerCase() === lower) ? 1 : 0;
    }
    return depth === 0 ? lower : `${lower}$${depth}`;
  }

  method(node: MethodDeclaration): void {
    const words = node.modifiers.words;
    const parameters = node.parameters.map((each) => ({ name: each.name, type: this.resolve(each.type) }));
    const isOfInterface = this.declared.kind === 'interface';
    const symbol: MethodSymbol = {
      name: node.name,
      key: mangle(
        node.name,
        parameters.map((each) => displayName(each.type)),
      ),
      functionName: this.functionName(node.name),
      owner: this.declared,
      returns: node.returns === null ? voidType : this.resolve(node.returns),
      parameters,
      place: node.place,
      isStatic: words.includes('static') || words.includes('testmethod'),
      isAbstract: isOfInterface || words.includes('abstract'),
      isVirtual: isOfInterface || words.includes('virtual') || words.includes('abstract') || words.includes('override'),
      isOverride: words.includes('override'),
      visibility: isOfInterface ? 'public' : visibilityOf(node.modifiers),
      isTestVisible: hasAnnotation(node.modifiers, 'testvisible'),
      node,
    };
    const wrong = futureAnnotation(symbol) === null ? null : problemOfFuture(symbol);
    if (wrong !== null) {
      this.report(codes.declaration, node.place, wrong);
    }
    const lower = node.name.toLowerCase();
    const others = this.declared.methods.get(lower);
    if (others === undefined) {
      this.declared.methods.set(lower, [symbol]);
    } else {
      if (others.some((each) => each.key === symbol.key)) {
        this.report(codes.duplicate, node.place, `Method already defined: ${describeMethod(symbol)}`);
      }
      others.push(symbol);
    }
  }

  private construct(node: ConstructorDeclaration): MethodSymbol {
    const parameters = node.parameters.map((each) => ({ name: each.name, type: this.resolve(each.type) }));
    const functionName = this.functionName('new');
    return {
      name: '<init>',
      key: functionName,
      functionName,
      owner: this.declared,
      returns: this.declared.type,
      parameters,
      place: node.place,
      isStatic: false,
      isAbstract: false,
      isVirtual: false,
      isOverride: false,
      visibility: visibilityOf(node.modifiers),
      isTestVisible: hasAnnotation(node.modifiers, 'testvisible'),
      node,
    };
  }

  private functionName(method: string): string {
    this.count += 1;
    return `${method}$$${this.declared.name.replace('.', '$')}$$${String(this.count)}`;
  }

  private resolve(written: TypeName): ApexType {
    return resolveType(this.world, this.problems, this.declared.fileName, written, this.declared);
  }

  private report(code: string, place: Place, message: string): void {
    this.problems.report(code, this.declared.fileName, place, message);
  }
}

function propertyOf(member: PropertyDeclaration): NonNullable<FieldSymbol['property']> {
  const words = member.modifiers.words;
  const isOpen = words.includes('virtual') || words.includes('abstract') || words.includes('override');
  const own = (accessor: PropertyDeclaration['getter']): Visibility => {
    const says = accessor?.modifiers.words.some((each) => /^(?:private|protected|public|global)$/.test(each)) ?? false;
    return says && accessor !== null ? visibilityOf(accessor.modifiers) : visibilityOf(member.modifiers);
  };
  return {
    getter: member.getter,
    setter: member.setter,
    isCalled: isOpen || (member.getter?.body ?? null) !== null || (member.setter?.body ?? null) !== null,
    isAbstract: words.includes('abstract'),
    getVisibility: own(member.getter),
    setVisibility: own(member.setter),
  };
}

/** describeMethod(…) → "void f(Integer, String)". */
export function describeMethod(method: MethodSymbol): string {
  const parameters = method.parameters.map((each) => displayName(each.type)).join(', ');
  return `${displayName(method.returns)} ${method.name}(${parameters})`;
}
