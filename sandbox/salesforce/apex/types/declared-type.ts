import type {
  Accessor,
  ConstructorDeclaration,
  Expression,
  MethodDeclaration,
  Place,
  TypeDeclaration,
} from '../syntax/nodes.ts';
import type { ApexType } from './apex-type.ts';

export type Visibility = 'private' | 'protected' | 'public';

/** A field or property of source. */
export interface FieldSymbol {
  readonly name: string;
  /** The JavaScript property that holds the value. */
  readonly key: string;
  readonly type: ApexType;
  readonly owner: DeclaredType;
  readonly place: Place;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly visibility: Visibility;
  readonly isTestVisible: boolean;
  readonly value: Expression | null;
  /** Null for a field. */
  readonly property: PropertySymbol | null;
}

export interface PropertySymbol {
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
  /** Read and written through functions: an accessor has a body, or a subclass may replace it. */
  readonly isCalled: boolean;
  readonly isAbstract: boolean;
  readonly setVisibility: Visibility;
  readonly getVisibility: Visibility;
}

export interface ParameterSymbol {
  readonly name: string;
  readonly type: ApexType;
}

/** A method or constructor of source. */
export interface MethodSymbol {
  readonly name: string;
  /** The property of the prototype that holds it. */
  readonly key: string;
  /** The name of the emitted function: shows class and method in a JavaScript stack. */
  readonly functionName: string;
  readonly owner: DeclaredType;
  readonly returns: ApexType;
  readonly parameters: readonly ParameterSymbol[];
  readonly place: Place;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly visibility: Visibility;
  readonly isTestVisible: boolean;
  readonly node: MethodDeclaration | ConstructorDeclaration | null;
}

/** A class, interface or enum of source. What it holds is filled in after all names are known. */
export interface DeclaredType {
  /** As declared, with the outer type: "Outer.Inner". */
  readonly name: string;
  readonly type: ApexType;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly fileName: string;
  readonly outer: DeclaredType | null;
  readonly declaration: TypeDeclaration;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly visibility: Visibility;
  readonly inner: Map<string, DeclaredType>;
  superclass: ApexType | null;
  interfaces: readonly ApexType[];
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: MethodSymbol[];
  /** Whether something has to run before its static members are used. */
  hasStaticStart: boolean;
}

/** The type of a file that a type stands in. */
export function topOf(declared: DeclaredType): DeclaredType {
  return declared.outer ?? declared;
}
