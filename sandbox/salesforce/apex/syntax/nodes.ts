/**
 * Apex as a tree of our own: what the parser's tree says, without its grammar. Nodes are plain data, so that a tree can be
 * kept in a cache and read without the parser.
 */

/** Where a node starts: a line from 1 and a column from 0. */
export type Place = { readonly line: number; readonly column: number };

export type SourceUnit =
  | { readonly kind: 'class'; readonly declaration: TypeDeclaration }
  | { readonly kind: 'trigger'; readonly declaration: TriggerDeclaration }
  | { readonly kind: 'anonymous'; readonly body: AnonymousBody };

/** A type as written: `Map<String, List<Account>>` or `Outer.Inner[]`. Arrays are written as List. */
export type TypeName = {
  readonly place: Place;
  /** The dotted parts in the case they were written; only the last part has arguments. */
  readonly parts: readonly string[];
  readonly args: readonly TypeName[];
};

export type Annotation = {
  readonly place: Place;
  /** Lower case, without "@". */
  readonly name: string;
  /** `(SeeAllData=true)` → [["seealldata", "true"]]; a single unnamed value has the name "value". */
  readonly settings: readonly (readonly [string, string])[];
};

/** Lower-case words: public, static, final, virtual, override, abstract, "with sharing", "without sharing", … */
export type Modifiers = { readonly words: readonly string[]; readonly annotations: readonly Annotation[] };

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export type ClassDeclaration = {
  readonly kind: 'class';
  readonly place: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly extends: TypeName | null;
  readonly implements: readonly TypeName[];
  /** In textual order, which is the order of initialisation. */
  readonly members: readonly Member[];
};

export type InterfaceDeclaration = {
  readonly kind: 'interface';
  readonly place: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly extends: readonly TypeName[];
  readonly methods: readonly MethodDeclaration[];
};

export type EnumDeclaration = {
  readonly kind: 'enum';
  readonly place: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly constants: readonly string[];
};

export type Member =
  | FieldDeclaration
  | PropertyDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | InitializerBlock
  | TypeDeclaration;

/** `Integer a = 1, b;` is two of these. */
export type FieldDeclaration = {
  readonly kind: 'field';
  readonly place: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeName;
  readonly value: Expression | null;
};

export type Accessor = { readonly place: Place; readonly modifiers: Modifiers; readonly body: Block | null };

/** An accessor that is absent is null; one without a body (`get;`) has a null body. */
export type PropertyDeclaration = {
  readonly kind: 'property';
  readonly place: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeName;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
};

export type Parameter = {
  readonly place: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeName;
};

/** `returns` is null for void; `body` is null for abstract and interface methods. */
export type MethodDeclaration = {
  readonly kind: 'method';
  readonly place: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly returns: TypeName | null;
  readonly parameters: readonly Parameter[];
  readonly body: Block | null;
};

export type ConstructorDeclaration = {
  readonly kind: 'constructor';
  readonly place: Place;
  readonly modifiers: Modifiers;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
};

export type InitializerBlock = {
  readonly kind: 'initializer';
  readonly place: Place;
  readonly isStatic: boolean;
  readonly body: Block;
};

export type TriggerDeclaration = {
  readonly place: Place;
  readonly name: string;
  readonly objectName: string;
  /** "before insert", "after update", … in lower case. */
  readonly cases: readonly string[];
  readonly body: Block;
  /** Methods and types declared in the trigger's block. */
  readonly members: readonly Member[];
};

/** Anonymous Apex: declarations and statements in the order they were written. */
export type AnonymousBody = { readonly members: readonly Member[]; readonly statements: readonly Statement[] };

// ---------------------------------------------------------------------------------------------------- statements

export type Block = { readonly kind: 'block'; readonly place: Place; readonly statements: readonly Statement[] };

export type Statement =
  | Block
  | {
      readonly kind: 'local';
      readonly place: Place;
      /** `final` and annotations; absent where none are written. */
      readonly modifiers?: Modifiers;
      readonly type: TypeName;
      readonly variables: readonly LocalVariable[];
    }
  | { readonly kind: 'expressionStatement'; readonly place: Place; readonly expression: Expression }
  | {
      readonly kind: 'if';
      readonly place: Place;
      readonly condition: Expression;
      readonly then: Statement;
      readonly otherwise: Statement | null;
    }
  | SwitchStatement
  | {
      readonly kind: 'for';
      readonly place: Place;
      /** Either a `local` statement's variables or expressions. */
      readonly start:
        { readonly type: TypeName; readonly variables: readonly LocalVariable[] } | readonly Expression[] | null;
      readonly condition: Expression | null;
      readonly updates: readonly Expression[];
      readonly body: Statement | null;
    }
  | {
      readonly kind: 'forEach';
      readonly place: Place;
      readonly type: TypeName;
      readonly name: string;
      readonly over: Expression;
      readonly body: Statement | null;
    }
  | { readonly kind: 'while'; readonly place: Place; readonly condition: Expression; readonly body: Statement | null }
  | { readonly kind: 'doWhile'; readonly place: Place; readonly condition: Expression; readonly body: Block }
  | {
      readonly kind: 'try';
      readonly place: Place;
      readonly body: Block;
      readonly catches: readonly CatchClause[];
      readonly finally: Block | null;
    }
  | { readonly kind: 'return'; readonly place: Place; readonly value: Expression | null }
  | { readonly kind: 'throw'; readonly place: Place; readonly value: Expression }
  | { readonly kind: 'break'; readonly place: Place }
  | { readonly kind: 'continue'; readonly place: Place }
  | {
      readonly kind: 'dml';
      readonly place: Place;
      readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
      /** `as user` or `as system`; null where not written. */
      readonly access: 'user' | 'system' | null;
      readonly value: Expression;
      /** merge: the records merged into `value`. */
      readonly other: Expression | null;
      /** upsert: the external id field, as written. */
      readonly field: string | null;
    }
  | { readonly kind: 'runAs'; readonly place: Place; readonly arguments: readonly Expression[]; readonly body: Block };

export type LocalVariable = { readonly place: Place; readonly name: string; readonly value: Expression | null };

export type CatchClause = {
  readonly place: Place;
  readonly type: TypeName;
  readonly name: string;
  readonly body: Block;
};

export type SwitchStatement = {
  readonly kind: 'switch';
  readonly place: Place;
  readonly on: Expression;
  readonly cases: readonly WhenClause[];
  readonly otherwise: Block | null;
};

export type WhenClause = { readonly place: Place; readonly when: WhenValue; readonly body: Block };

export type WhenValue =
  /** Literals (a negative number is one literal, "-1"), null and enum constants; an enum constant is a `name` expression. */
  | { readonly kind: 'values'; readonly values: readonly Expression[] }
  /** `when Account found { … }` */
  | { readonly kind: 'type'; readonly type: TypeName; readonly name: string };

// --------------------------------------------------------------------------------------------------- expressions

export type Expression =
  /** `text` is the value after escapes for a string, the digits for a number, "true" or "false" for a boolean. */
  | {
      readonly kind: 'literal';
      readonly place: Place;
      readonly type: 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Boolean' | 'null';
      readonly text: string;
    }
  /** A bare identifier: a local, a field, a property, or the first part of a type name. */
  | { readonly kind: 'name'; readonly place: Place; readonly name: string }
  | { readonly kind: 'this'; readonly place: Place }
  | { readonly kind: 'super'; readonly place: Place }
  /** `a.b`, and `a?.b` where `isSafe`. Also the dots of `System.Label.x` and of `Outer.Inner.CONSTANT`. */
  | {
      readonly kind: 'member';
      readonly place: Place;
      readonly of: Expression;
      readonly name: string;
      readonly isSafe: boolean;
      /** In parentheses: where `a` is null, `(a?.b).c` reads c of null, while `a?.b.c` is null as a whole. */
      readonly endsChain?: true;
    }
  /** `f(x)`, `a.f(x)`, `a?.f(x)`; also `this(…)` and `super(…)`, whose `of` is null and whose name is "this" or "super". */
  | {
      readonly kind: 'call';
      readonly place: Place;
      readonly of: Expression | null;
      readonly name: string;
      readonly isSafe: boolean;
      readonly arguments: readonly Expression[];
      readonly endsChain?: true;
    }
  | {
      readonly kind: 'index';
      readonly place: Place;
      readonly of: Expression;
      readonly at: Expression;
      readonly endsChain?: true;
    }
  /** `new Account(Name = 'x')` has named arguments; every other class has positional ones. */
  | {
      readonly kind: 'new';
      readonly place: Place;
      readonly type: TypeName;
      readonly arguments: readonly Expression[];
      readonly named: readonly (readonly [string, Expression])[];
    }
  /** `new List<T>{…}`, `new Set<T>{…}`, `new T[]{…}`: `type` is the List or Set. */
  | { readonly kind: 'newItems'; readonly place: Place; readonly type: TypeName; readonly items: readonly Expression[] }
  /** `new T[n]`: `type` is the List. */
  | { readonly kind: 'newSized'; readonly place: Place; readonly type: TypeName; readonly size: Expression }
  | {
      readonly kind: 'newPairs';
      readonly place: Place;
      readonly type: TypeName;
      readonly pairs: readonly (readonly [Expression, Expression])[];
    }
  | { readonly kind: 'cast'; readonly place: Place; readonly type: TypeName; readonly value: Expression }
  | { readonly kind: 'instanceOf'; readonly place: Place; readonly value: Expression; readonly type: TypeName }
  /** `Foo.class`, `List<Foo>.class`, `void.class` (null). */
  | { readonly kind: 'classLiteral'; readonly place: Place; readonly type: TypeName | null }
  | {
      readonly kind: 'unary';
      readonly place: Place;
      readonly operator: '+' | '-' | '!' | '~' | '++' | '--';
      readonly value: Expression;
    }
  | { readonly kind: 'postfix'; readonly place: Place; readonly operator: '++' | '--'; readonly value: Expression }
  | {
      readonly kind: 'binary';
      readonly place: Place;
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'assign';
      readonly place: Place;
      readonly operator: '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';
      readonly target: Expression;
      readonly value: Expression;
    }
  | {
      readonly kind: 'conditional';
      readonly place: Place;
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  /** The text between the brackets as written, and the expressions bound with ":" in the order they stand. */
  | { readonly kind: 'soql'; readonly place: Place; readonly text: string; readonly binds: readonly SoqlBind[] }
  | { readonly kind: 'sosl'; readonly place: Place; readonly text: string; readonly binds: readonly SoqlBind[] };

/** `start` and `end` are offsets into the query's text of ":expression", colon included. */
export type SoqlBind = { readonly start: number; readonly end: number; readonly value: Expression };

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '=='
  | '!='
  | '==='
  | '!=='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '&&'
  | '||'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '>>>'
  | '??';
