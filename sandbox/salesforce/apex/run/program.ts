import { declareMembers, declareNames, declareParents, hasAnnotation } from '../emit/declare-types.ts';
import { emitFile, type EmittedFile } from '../emit/emit-file.ts';
import { ProblemList, type Problem, type UnsupportedUse } from '../emit/problem.ts';
import type {
  ClassDeclaration,
  Member,
  MethodDeclaration,
  SourceUnit,
  TriggerDeclaration,
  TypeDeclaration,
} from '../syntax/nodes.ts';
import type { ApexType } from '../types/apex-type.ts';
import type { DeclaredType, MethodSymbol } from '../types/declared-type.ts';
import { anonymousFile, TypeWorld } from '../types/type-world.ts';
import { placeOf, type CodePlace } from './code-place.ts';
import type { LinkedType } from './linked-type.ts';
import { Linker, type LinkedFile } from './linker.ts';
import { resetMeter } from './meter.ts';
import { withinNamespace } from './namespace-in-force.ts';
import type { Org } from './org.ts';
import { readTypeName } from './read-type-name.ts';
import { Transaction, type TransactionOptions } from './transaction.ts';

export type { Problem, UnsupportedUse } from '../emit/problem.ts';
export { Transaction, type LogLine, type TransactionOptions } from './transaction.ts';

export interface Source {
  readonly fileName: string;
  readonly unit: SourceUnit;
}

/** A method that is a test, or sets up the data of its class's tests. */
export interface TestMethod {
  readonly className: string;
  readonly methodName: string;
  readonly kind: 'test' | 'setup';
  readonly fileName: string;
}

/** How often the statements of a file ran, by their lines. */
export interface FileCoverage {
  readonly fileName: string;
  readonly className: string;
  readonly isTest: boolean;
  readonly lines: readonly { readonly line: number; readonly count: number }[];
}

/**
 * Compiles sources that belong together. Where `problems` is not empty the program cannot begin:
 * compileProgram([{ fileName: 'A.cls', unit }], { org }).begin().call('A', 'answer', []).
 */
export function compileProgram(sources: readonly Source[], options: { readonly org: Org }): Program {
  return new Program(sources, options.org);
}

/** Compiled sources. All transactions of a program share its code; each has static fields of its own, one at a time. */
export class Program {
  readonly org: Org;
  readonly world: TypeWorld;
  private readonly list = new ProblemList();
  private readonly linker: Linker;
  private readonly files: LinkedFile[] = [];
  private readonly tops: DeclaredType[] = [];
  private readonly sourceMethods = new Set<string>();
  private readonly places = new Map<string, CodePlace | null>();
  private readonly declaredTriggers: TriggerDeclaration[];

  constructor(sources: readonly Source[], org: Org) {
    this.org = org;
    this.world = new TypeWorld(org);
    this.linker = new Linker(this.world);
    this.declaredTriggers = sources.flatMap(({ unit }) => (unit.kind === 'trigger' ? [unit.declaration] : []));
    const emitted = withinNamespace(this.namespace, () =>
      this.compile(sources.map(({ fileName, unit }) => ({ fileName, declaration: asType(unit, fileName) }))),
    );
    if (this.list.problems.length === 0) {
      this.files.push(...this.linker.link(emitted));
    }
  }

  /** Of the managed package that the sources are; null where they are the org's own. */
  get namespace(): string | null {
    return this.org.namespace ?? null;
  }

  /** Everything that keeps the program from running. */
  get problems(): readonly Problem[] {
    return this.list.problems;
  }

  /** What compiles and fails loudly when it is reached. */
  get unsupported(): readonly UnsupportedUse[] {
    return this.list.unsupported;
  }

  private compile(sources: readonly { fileName: string; declaration: TypeDeclaration }[]): EmittedFile[] {
    const tops = sources.map(({ fileName, declaration }) =>
      declareNames(this.world, this.list, fileName, declaration, null),
    );
    this.tops.push(...tops);
    for (const top of tops) {
      declareParents(this.world, this.list, top);
    }
    for (const top of tops) {
      declareMembers(this.world, this.list, top);
    }
    for (const top of tops) {
      for (const declared of [top, ...top.inner.values()]) {
        top.hasStaticStart ||= declared.hasStaticStart;
        for (const name of declared.methods.keys()) {
          this.sourceMethods.add(name);
        }
      }
    }
    return tops.map((top) =>
      emitFile(top, {
        world: this.world,
        problems: this.list,
        linkOf: this.linker.linkOf,
        sourceMethods: this.sourceMethods,
        triggerRecord: (declared) => this.triggerRecord(declared),
      }),
    );
  }

  /** The type of the records that a trigger is about, for the class that holds its code. */
  private triggerRecord(declared: DeclaredType): ApexType | null {
    const trigger = this.declaredTriggers.find((each) => triggerClass(each.name) === declared.name);
    return trigger === undefined ? null : this.world.recordType(trigger.objectName);
  }

  /** Starts a transaction: static fields are fresh, counters of cost start at zero. The earlier one must be over. */
  begin(options: TransactionOptions = {}): Transaction {
    if (this.list.problems.length > 0) {
      throw new Error(`The program has ${String(this.list.problems.length)} problems, so it cannot run.`);
    }
    for (const file of this.files) {
      keepCounts(file);
      file.reset();
    }
    resetMeter();
    return new Transaction(this, options);
  }

  /** Keeps the counters of the running transaction while others run; the function given back restores them. */
  setCountsAside(): () => void {
    const kept = this.files.map((file) => {
      const counts = file.counters.slice();
      file.counters.fill(0);
      return { file, counts };
    });
    return () => {
      for (const { file, counts } of kept) {
        keepCounts(file);
        file.counters.set(counts);
      }
    };
  }

  linkOf(declared: DeclaredType): LinkedType {
    return this.linker.linkOf(declared);
  }

  /** What the static fields of all classes hold now: the roots of a transaction's heap. */
  staticValues(): unknown[] {
    return this.tops.flatMap((top) =>
      [top, ...top.inner.values()].flatMap((declared) => Object.values(this.linker.linkOf(declared).statics)),
    );
  }

  /** What a class says of sharing: placeOf('Outer.Inner')?.sharing; null where no source declares it. */
  placeOf(className: string): CodePlace | null {
    let found = this.places.get(className);
    if (found === undefined) {
      const declared = [...this.world.all()].find((each) => each.name === className);
      found = declared === undefined ? null : placeOf(declared, this.world);
      this.places.set(className, found);
    }
    return found;
  }

  linkedOf(type: ApexType): LinkedType | null {
    return this.linker.find(type);
  }

  /** The type of a name as source would write it: typeOf('Map<String, Foo>'), for callers that build arguments. */
  typeOf(name: string): ApexType {
    const written = readTypeName(name);
    const type = written === null ? null : withinNamespace(this.namespace, () => this.world.resolve(written, null));
    if (type === null) {
      throw new Error(`There is no type named ${name}. Check its name and that its source is among those compiled.`);
    }
    return type;
  }

  /** A static method with that many parameters, ready to be called. */
  findStatic(className: string, methodName: string, count: number) {
    const declared = this.world.declarationOf(this.typeOf(className));
    const methods = declared?.methods.get(methodName.toLowerCase()) ?? [];
    const method = methods.find((each: MethodSymbol) => each.isStatic && each.parameters.length === count);
    if (declared === null || method === undefined) {
      throw new Error(`${className} has no static method ${methodName} with ${String(count)} parameters.`);
    }
    const linked = this.linkOf(declared);
    const run = linked.functions[method.functionName];
    if (run === undefined) {
      throw new Error(`${className}.${methodName} was not linked.`);
    }
    return { linked, run };
  }

  /** Compiles anonymous Apex into a class of its own, which the program forgets again. */
  linkAnonymous(unit: SourceUnit): LinkedType {
    const before = this.list.problems.length;
    // It belongs to the org, not to the package.
    const [emitted] = withinNamespace(null, () =>
      this.compile([{ fileName: anonymousFile, declaration: asType(unit, anonymousFile) }]),
    );
    const top = this.tops.pop();
    if (emitted === undefined || top === undefined) {
      throw new Error('Anonymous Apex was not compiled.');
    }
    const found = this.list.problems.splice(before);
    if (found.length > 0) {
      this.world.remove(top);
      throw new CompileError(found);
    }
    const [file] = this.linker.link([emitted]);
    file?.reset();
    this.world.remove(top);
    return this.linkOf(top);
  }

  /** The triggers among the sources, in their order. */
  triggers(): TriggerDeclaration[] {
    return this.declaredTriggers;
  }

  /** The code of a trigger, ready to be called. */
  findTrigger(name: string) {
    const declared = [...this.world.all()].find((each) => each.name.toLowerCase() === triggerClass(name).toLowerCase());
    const linked = declared === undefined ? null : this.linkOf(declared);
    const run = linked === null ? undefined : Object.values(linked.functions)[0];
    if (linked === null || run === undefined) {
      throw new Error(`There is no trigger named ${name}.`);
    }
    return { linked, run };
  }

  testMethods(): TestMethod[] {
    return this.tops.flatMap((top) => {
      const { declaration } = top;
      return declaration.kind === 'class' && top.isTest
        ? declaration.members.filter(isMethod).flatMap((member) => testMethodOf(top, member))
        : [];
    });
  }

  coverage(): FileCoverage[] {
    return this.files.map(({ emitted, earlier, counters }) => {
      const byLine = new Map<number, number>();
      for (const [index, line] of emitted.statementLines.entries()) {
        byLine.set(line, Math.max(byLine.get(line) ?? 0, (earlier[index] ?? 0) + (counters[index] ?? 0)));
      }
      return {
        fileName: emitted.top.fileName,
        className: emitted.top.name,
        isTest: emitted.top.isTest,
        lines: [...byLine].map(([line, count]) => ({ line, count })).sort((one, other) => one.line - other.line),
      };
    });
  }

  /** Statements executed since the last transaction began. */
  statementsOfTransaction(): number {
    let total = 0;
    for (const { counters } of this.files) {
      for (const count of counters) {
        total += count;
      }
    }
    return total;
  }
}

/** Adds what a transaction counted to what earlier ones did. */
function keepCounts({ counters, earlier }: LinkedFile): void {
  for (const [index, count] of counters.entries()) {
    if (count !== 0) {
      earlier[index] = (earlier[index] ?? 0) + count;
      counters[index] = 0;
    }
  }
}

/** Anonymous Apex that does not compile. */
export class CompileError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((each) => `${each.code} line ${String(each.line)}: ${each.message}`).join('\n'));
    this.name = 'CompileError';
    this.problems = problems;
  }
}

function isMethod(member: Member): member is MethodDeclaration {
  return member.kind === 'method';
}

function testMethodOf(top: DeclaredType, method: MethodDeclaration): TestMethod[] {
  const isTest = hasAnnotation(method.modifiers, 'istest') || method.modifiers.words.includes('testmethod');
  const isSetup = hasAnnotation(method.modifiers, 'testsetup');
  return isTest || isSetup
    ? [{ className: top.name, methodName: method.name, kind: isSetup ? 'setup' : 'test', fileName: top.fileName }]
    : [];
}

const start = { line: 1, column: 0 };
const noModifiers = { words: [], annotations: [] };

/** A unit as the type it declares: statements of anonymous Apex, and of triggers, are the body of a static method. */
function asType(unit: SourceUnit, fileName: string): TypeDeclaration {
  if (unit.kind === 'class') {
    return unit.declaration;
  }
  const members = unit.kind === 'trigger' ? unit.declaration.members : unit.body.members;
  const statements = unit.kind === 'trigger' ? unit.declaration.body.statements : unit.body.statements;
  const name = unit.kind === 'trigger' ? triggerClass(unit.declaration.name) : fileName;
  const execute: MethodDeclaration = {
    kind: 'method',
    place: start,
    name: 'execute',
    modifiers: { words: ['static', 'public'], annotations: [] },
    returns: null,
    parameters: [],
    body: { kind: 'block', place: start, statements },
  };
  const declaration: ClassDeclaration = {
    kind: 'class',
    place: start,
    name,
    modifiers: noModifiers,
    extends: null,
    implements: [],
    members: [execute, ...members.map(asStatic)],
  };
  return declaration;
}

/** The name of the class that holds a trigger's code, which no class of source can have. */
function triggerClass(triggerName: string): string {
  return `Trigger.${triggerName}`;
}

/** Methods declared beside statements are called without an object. */
function asStatic(member: Member): Member {
  return member.kind === 'method' && !member.modifiers.words.includes('static')
    ? { ...member, modifiers: { ...member.modifiers, words: [...member.modifiers.words, 'static'] } }
    : member;
}
