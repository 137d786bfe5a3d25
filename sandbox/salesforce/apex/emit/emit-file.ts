import type { LinkedType } from '../run/linked-type.ts';
import { headBytes, slotBytes } from '../run/meter.ts';
import type {
  Block,
  ClassDeclaration,
  ConstructorDeclaration,
  FieldDeclaration,
  InitializerBlock,
  MethodDeclaration,
  PropertyDeclaration,
  Statement,
} from '../syntax/nodes.ts';
import { voidType, type ApexType } from '../types/apex-type.ts';
import type { DeclaredType, FieldSymbol, MethodSymbol } from '../types/declared-type.ts';
import type { TypeWorld } from '../types/type-world.ts';
import { assignTo } from './convert.ts';
import { completes } from './completes.ts';
import { emitConstructorCall, implicitSuper, plainConstructor } from './creations.ts';
import { isType } from './declare-types.ts';
import type { Emission } from './emission.ts';
import { emitExpression } from './expressions.ts';
import { FileContext } from './file-context.ts';
import { findBridges } from './find-bridges.ts';
import { findNeverNull } from './find-never-null.ts';
import { accessorName } from './names.ts';
import { codes, type ProblemList } from './problem.ts';
import { BodyScope } from './scope.ts';
import { emitStatements } from './statements.ts';

/** The code of a file and what it refers to. */
export interface EmittedFile {
  readonly top: DeclaredType;
  readonly code: string;
  readonly constants: readonly unknown[];
  readonly statementLines: readonly number[];
}

export interface EmitOptions {
  readonly world: TypeWorld;
  readonly problems: ProblemList;
  readonly linkOf: (declared: DeclaredType) => LinkedType;
  /** Lower-case names of all methods that source declares. */
  readonly sourceMethods: ReadonlySet<string>;
  /** Of a trigger's code: the type of its object's records. */
  readonly triggerRecord: (declared: DeclaredType) => ApexType | null;
}

/** What is collected of a type while its members are emitted, for the end of the file. */
interface TypeParts {
  readonly declared: DeclaredType;
  readonly name: string;
  /** Statements that give the fields of a new object their values. */
  readonly fieldValues: string[];
  readonly staticValues: string[];
  readonly resets: string[];
  readonly prototype: string[];
  readonly functions: string[];
}

/** Makes the JavaScript of a top-level type: every statement on the line it has in the source. */
export function emitFile(top: DeclaredType, options: EmitOptions): EmittedFile {
  const file = new FileContext(
    options.world,
    options.problems,
    top,
    options.linkOf,
    options.sourceMethods,
    options.triggerRecord(top),
  );
  const emitter = new FileEmitter(file, options);
  emitter.type(top);
  return emitter.finish();
}

class FileEmitter {
  private readonly file: FileContext;
  private readonly options: EmitOptions;
  private readonly types: TypeParts[] = [];

  constructor(file: FileContext, options: EmitOptions) {
    this.file = file;
    this.options = options;
  }

  type(declared: DeclaredType): void {
    const parts: TypeParts = {
      declared,
      name: declared.name.replace('.', '$'),
      fieldValues: [],
      staticValues: [],
      resets: [],
      prototype: [],
      functions: [],
    };
    this.types.push(parts);
    if (declared.declaration.kind === 'class') {
      this.members(parts, declared.declaration);
    }
  }

  private members(parts: TypeParts, declaration: ClassDeclaration): void {
    const methods = new Map<unknown, MethodSymbol>();
    for (const each of [...parts.declared.constructors, ...[...parts.declared.methods.values()].flat()]) {
      methods.set(each.node, each);
    }
    for (const [index, member] of declaration.members.entries()) {
      if (isType(member)) {
        const inner = parts.declared.inner.get(member.name.toLowerCase());
        if (inner?.declaration === member) {
          this.type(inner);
        }
        continue;
      }
      switch (member.kind) {
        case 'field':
          this.field(parts, member, index);
          break;
        case 'property':
          this.property(parts, member);
          break;
        case 'initializer':
          this.initializer(parts, member, index);
          break;
        case 'method':
          this.method(parts, member, methods.get(member));
          break;
        case 'constructor':
          this.construct(parts, member, methods.get(member));
          break;
      }
    }
  }

  private at(scope: BodyScope): Emission {
    return { file: this.file, world: this.options.world, scope };
  }

  private scope(
    parts: TypeParts,
    options: { isStatic: boolean; returns: MethodSymbol['returns'] | null; accessorOf?: FieldSymbol },
    body: Block | null,
  ): BodyScope {
    return new BodyScope({
      declared: parts.declared,
      ...options,
      neverNull: body === null ? new Set() : findNeverNull(body, this.options.sourceMethods),
    });
  }

  private field(parts: TypeParts, member: FieldDeclaration, index: number): void {
    const field = parts.declared.fields.get(member.name.toLowerCase());
    if (field === undefined) {
      return;
    }
    const holder = field.isStatic ? `S$${parts.name}` : 'this';
    const { value } = member;
    if (field.isStatic && (value === null || value.kind === 'literal')) {
      const at = this.at(this.scope(parts, { isStatic: true, returns: voidType }, null));
      const code = value === null ? 'null' : assignTo(at, emitExpression(at, value), field.type, member.place);
      parts.resets.push(`${holder}.${field.key}=${code};`);
      return;
    }
    if (field.isStatic) {
      parts.resets.push(`${holder}.${field.key}=null;`);
    }
    if (value === null) {
      return;
    }
    const at = this.at(this.scope(parts, { isStatic: field.isStatic, returns: voidType }, null));
    if (value.kind === 'literal') {
      parts.fieldValues.push(
        `${holder}.${field.key}=${assignTo(at, emitExpression(at, value), field.type, member.place)};`,
      );
      return;
    }
    const name = this.valueFunction(parts, field.isStatic, index);
    const { writer } = this.file;
    writer.toLine(member.place.line);
    writer.write(`function ${name}(){`);
    const slot = writer.slot();
    const code = assignTo(at, emitExpression(at, value), field.type, member.place);
    writer.write(`${this.file.counter(member.place.line)};${holder}.${field.key}=${code};}`);
    writer.fill(slot, at.scope.temporariesDeclared());
  }

  /** The name of the function that runs one initialiser; called where its class, or an object, is initialised. */
  private valueFunction(parts: TypeParts, isStatic: boolean, index: number): string {
    const name = `${isStatic ? 'static' : 'new'}$$${parts.name}$$v${String(index)}`;
    (isStatic ? parts.staticValues : parts.fieldValues).push(isStatic ? `${name}();` : `${name}.call(this);`);
    return name;
  }

  private initializer(parts: TypeParts, member: InitializerBlock, index: number): void {
    const name = this.valueFunction(parts, member.isStatic, index);
    const scope = this.scope(parts, { isStatic: member.isStatic, returns: voidType }, member.body);
    this.body(name, '', member.place.line, scope, '', member.body.statements, '');
  }

  private property(parts: TypeParts, member: PropertyDeclaration): void {
    const field = parts.declared.fields.get(member.name.toLowerCase());
    if (field?.property === null || field?.property === undefined) {
      return;
    }
    if (field.isStatic) {
      parts.resets.push(`S$${parts.name}.${field.key}=null;`);
    }
    if (!field.property.isCalled || field.property.isAbstract) {
      return;
    }
    const holder = `${field.isStatic ? `S$${parts.name}` : 'this'}.${field.key}`;
    const accessors = [
      { kind: 'get' as const, node: member.getter },
      { kind: 'set' as const, node: member.setter },
    ].sort((one, other) => (one.node?.place.line ?? 0) - (other.node?.place.line ?? 0));
    for (const { kind, node } of accessors) {
      if (node !== null) {
        this.accessor(parts, field, kind, node, holder);
      }
    }
  }

  private accessor(
    parts: TypeParts,
    field: FieldSymbol,
    kind: 'get' | 'set',
    node: NonNullable<PropertyDeclaration['getter']>,
    holder: string,
  ): void {
    const name = accessorName(kind, field);
    const scope = this.scope(
      parts,
      { isStatic: field.isStatic, returns: kind === 'get' ? field.type : voidType, accessorOf: field },
      node.body,
    );
    const parameter = kind === 'set' ? scope.add('value', field.type, true).code : '';
    parts.functions.push(name);
    if (!field.isStatic) {
      parts.prototype.push(`${kind}$${field.key}:${name}`);
    }
    if (node.body === null) {
      this.file.writer.toLine(node.place.line);
      this.file.writer.write(
        kind === 'get' ? `function ${name}(){return ${holder};}` : `function ${name}(value$){return ${holder}=value$;}`,
      );
      return;
    }
    if (kind === 'get') {
      this.checkReturn(
        node.body,
        `Non-void method might not return a value or might have statement after a return statement.`,
      );
      this.body(name, '', node.place.line, scope, '', node.body.statements, '');
    } else {
      // The value of `a.b = c` is c, whatever the setter does; a return inside ends only the inner function.
      this.body(`${name}_`, parameter, node.place.line, scope, '', node.body.statements, '');
      this.file.writer.write(
        `function ${name}(value$){${field.isStatic ? `${name}_(value$)` : `${name}_.call(this,value$)`};return value$;}`,
      );
    }
  }

  private method(parts: TypeParts, node: MethodDeclaration, method: MethodSymbol | undefined): void {
    if (method === undefined) {
      return;
    }
    if (node.body === null) {
      if (!method.isAbstract) {
        this.problem(codes.declaration, node, `Method must have a body: ${method.name}`);
      }
      return;
    }
    if (method.isAbstract) {
      this.problem(codes.declaration, node, `Abstract methods cannot have a body: ${method.name}`);
    }
    const scope = this.scope(parts, { isStatic: method.isStatic, returns: method.returns }, node.body);
    const parameters = this.parameters(scope, method, node);
    if (method.returns !== voidType) {
      this.checkReturn(
        node.body,
        'Non-void method might not return a value or might have statement after a return statement.',
      );
    }
    parts.functions.push(method.functionName);
    if (!method.isStatic) {
      parts.prototype.push(`${method.key}:${method.functionName}`);
    }
    this.body(method.functionName, parameters, node.place.line, scope, '', node.body.statements, '');
  }

  private parameters(scope: BodyScope, method: MethodSymbol, node: MethodDeclaration | ConstructorDeclaration): string {
    return method.parameters
      .map((each, index) => {
        if (scope.find(each.name) !== null) {
          this.problem(codes.duplicate, node.parameters[index] ?? node, `Duplicate variable: ${each.name}`);
        }
        return scope.add(each.name, each.type, true).code;
      })
      .join(',');
  }

  private checkReturn(body: Block, message: string): void {
    if (completes(body)) {
      this.problem(codes.flow, body, message);
    }
  }

  private problem(code: string, node: { readonly place: MethodSymbol['place'] }, message: string): void {
    this.options.problems.report(code, this.file.top.fileName, node.place, message);
  }

  private construct(parts: TypeParts, node: ConstructorDeclaration, method: MethodSymbol | undefined): void {
    if (method === undefined) {
      return;
    }
    const scope = this.scope(parts, { isStatic: false, returns: null }, node.body);
    const parameters = this.parameters(scope, method, node);
    const at = this.at(scope);
    const [first] = node.body.statements;
    const chain = first === undefined ? null : chainedCall(first);
    const rest = chain === null ? node.body.statements : node.body.statements.slice(1);
    const isThis = chain?.name.toLowerCase() === 'this';
    parts.functions.push(method.functionName);
    this.file.writer.toLine(node.place.line);
    this.file.writer.write(`function ${method.functionName}(${parameters}){`);
    const slot = this.file.writer.slot();
    if (chain === null) {
      this.file.writer.write(implicitSuper(at, parts.declared, node.place));
    } else {
      this.file.writer.toLine(chain.place.line);
      this.file.writer.write(`${this.file.counter(chain.place.line)};${emitConstructorCall(at, chain).code};`);
    }
    if (!isThis) {
      this.file.writer.write(`fields$$${parts.name}$$0.call(this);`);
    }
    emitStatements(at, rest);
    this.file.writer.write('return this;}');
    this.file.writer.fill(slot, scope.temporariesDeclared());
  }

  private body(
    name: string,
    parameters: string,
    line: number,
    scope: BodyScope,
    before: string,
    statements: readonly Statement[],
    after: string,
  ): void {
    const { writer } = this.file;
    writer.toLine(line);
    writer.write(`function ${name}(${parameters}){`);
    const slot = writer.slot();
    writer.write(before);
    emitStatements(this.at(scope), statements);
    writer.write(`${after}}`);
    writer.fill(slot, scope.temporariesDeclared());
  }

  finish(): EmittedFile {
    const tables = this.types.map((parts) => `${JSON.stringify(parts.declared.name)}:{${this.table(parts)}}`);
    const statics = this.types.map((parts) => {
      const fields = [...parts.declared.fields.values()].filter((each) => each.isStatic);
      return `const S$${parts.name}={${fields.map((each) => `${each.key}:null`).join(',')}};`;
    });
    const body = this.file.writer.text();
    const code =
      `(function(k,h,c){"use strict";${this.file.prologue()}${statics.join('')}${body}` +
      `;return{types:{${tables.join(',')}},${this.file.linking()}};})\n//# sourceURL=apex:${this.file.top.name}`;
    return {
      top: this.file.top,
      code,
      constants: this.file.constants,
      statementLines: this.file.statementLines,
    };
  }

  /** What linking needs to know of a type, as the members of an object; functions that no member is are written here. */
  private table(parts: TypeParts): string {
    const { declared, name } = parts;
    const rows = [`statics:S$${name}`, `reset(){${parts.resets.join('')}}`, `start(){${parts.staticValues.join('')}}`];
    if (declared.kind !== 'class') {
      return [...rows, 'functions:{}'].join(',');
    }
    const scope = this.scope(parts, { isStatic: false, returns: null }, null);
    const above =
      declared.constructors.length > 0 ? '' : implicitSuper(this.at(scope), declared, declared.declaration.place);
    const plain = plainConstructor(declared);
    this.file.writer.write(
      `function fields$$${name}$$0(){${parts.fieldValues.join('')}}` +
        `function ${plain}(){${above}fields$$${name}$$0.call(this);return this;}`,
    );
    const functions = [...parts.functions, plain];
    const fields = [...declared.fields.values()].filter((each) => !each.isStatic);
    const isRoot = this.options.world.superDeclaration(declared) === null;
    const bytes = fields.length * slotBytes + (isRoot ? headBytes : 0);
    const meter = this.file.helper('meter');
    const counted = `${isRoot ? `${meter}.objects++;` : ''}${meter}.allocatedBytes+=${String(bytes)};`;
    const values = fields.map((each) => `this.${each.key}=null;`).join('');
    const bridges = findBridges(this.options.world, this.options.problems, declared).map(
      ({ asked, given }) => `${asked}(...a){return this.${given}(...a)}`,
    );
    return [
      ...rows,
      `functions:{${functions.join(',')}}`,
      `make($base){return class ${name}$ extends $base{constructor(){super();${counted}${values}}}}`,
      `prototype:{${[...parts.prototype, ...bridges].join(',')}}`,
    ].join(',');
  }
}

function chainedCall(statement: Statement) {
  if (statement.kind !== 'expressionStatement' || statement.expression.kind !== 'call') {
    return null;
  }
  const call = statement.expression;
  return call.of === null && /^(?:this|super)$/i.test(call.name) ? call : null;
}
