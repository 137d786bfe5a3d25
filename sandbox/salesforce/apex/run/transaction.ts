import { makeException } from '../library/exception/exceptions.ts';
import { ApexSObject } from '../library/record/apex-sobject.ts';
import { raise } from '../library/raise.ts';
import type { SourceUnit } from '../syntax/nodes.ts';
import { displayName, type ApexType } from '../types/apex-type.ts';
import { argumentsOf } from '../types/builtin-class.ts';
import { isRecord } from '../types/conversions.ts';
import type { DeclaredType } from '../types/declared-type.ts';
import type { ApexException } from './apex-object.ts';
import { describeSource } from './describe-source.ts';
import type { CodePlace } from './code-place.ts';
import { enterApex } from './enter-apex.ts';
import { runWithin, type Execution, type SourceTypeInfo } from './execution.ts';
import type { LinkedType } from './linked-type.ts';
import { withinNamespace } from './namespace-in-force.ts';
import type { Org } from './org.ts';
import type { Program } from './program.ts';
import { readTypeName } from './read-type-name.ts';

export interface TransactionOptions {
  /** UTC epoch milliseconds that the transaction takes for the present; the computer's clock by default. */
  readonly now?: number | (() => number);
  /** 0 ≤ x < 1. */
  readonly random?: () => number;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly isTest?: boolean;
  /** Rounds of one loop after which the run ends with the platform's limit on CPU time; in tests 10^9 by default. */
  readonly loopLimit?: number;
}

/** A line that System.debug wrote. */
export interface LogLine {
  readonly level: string;
  readonly text: string;
}

/** One run of a program with static fields of its own. */
export class Transaction implements Execution {
  readonly log: LogLine[] = [];
  readonly timeZone: string;
  readonly locale: string;
  readonly loopLimit: number;
  readonly program: Program;
  private readonly options: TransactionOptions;

  constructor(program: Program, options: TransactionOptions) {
    this.program = program;
    this.options = options;
    this.timeZone = options.timeZone ?? 'America/Los_Angeles';
    this.locale = options.locale ?? 'en_US';
    this.loopLimit = options.loopLimit ?? (options.isTest === true ? 1e9 : Infinity);
  }

  /**
   * Calls a static method with as many parameters as there are arguments: call('Sums', 'add', [1, 2]). Arguments have the
   * representation of their types. What Apex throws leaves as an ApexException.
   */
  call(className: string, methodName: string, args: readonly unknown[]): unknown {
    const method = this.program.findStatic(className, methodName, args.length);
    return this.run(method.linked, () => method.run(...args));
  }

  /** Runs a trigger's code; its context is set by the caller (runAsTrigger of library/system/trigger-context.ts). */
  runTrigger(name: string): void {
    const trigger = this.program.findTrigger(name);
    this.run(trigger.linked, () => trigger.run());
  }

  /** Runs anonymous Apex with the program's classes. */
  runAnonymous(unit: SourceUnit): void {
    const linked = this.program.linkAnonymous(unit);
    const [body] = linked.declared.methods.get('execute') ?? [];
    this.run(linked, () => (body === undefined ? null : linked.functions[body.functionName]?.()));
  }

  /** Runs what needs this transaction around it: library functions in tests, an object's method. */
  within<T>(action: () => T): T {
    return runWithin(this, () => withinNamespace(this.program.namespace, () => enterApex(action)));
  }

  private run(linked: LinkedType, action: () => unknown): unknown {
    return this.within(() => {
      this.start(linked);
      return action();
    });
  }

  private start(linked: LinkedType): void {
    const top = this.program.linkOf(linked.declared.outer ?? linked.declared);
    if (!top.isStarted) {
      top.start();
    }
  }

  get org(): Org {
    return this.program.org;
  }

  now(): number {
    const { now } = this.options;
    return typeof now === 'function' ? now() : (now ?? Date.now());
  }

  random(): number {
    return (this.options.random ?? Math.random)();
  }

  isRunningTest(): boolean {
    return this.options.isTest ?? false;
  }

  exception(name: string, message: string, cause?: ApexException): ApexException {
    return makeException(name, message, cause ?? null);
  }

  debug(level: string, text: string): void {
    this.log.push({ level, text });
  }

  findType(name: string): ApexType | null {
    const written = readTypeName(name);
    return written === null ? null : this.program.world.resolve(written, null);
  }

  describe(type: ApexType): SourceTypeInfo | null {
    const declared = this.program.world.declarationOf(type);
    return declared === null ? null : describeSource(declared);
  }

  isAssignable(from: ApexType, to: ApexType): boolean {
    return this.program.world.isSubtype(from, to);
  }

  construct(type: ApexType): unknown {
    const declared = this.program.world.declarationOf(type);
    if (declared !== null) {
      return this.constructDeclared(declared);
    }
    if (isRecord(type)) {
      return new ApexSObject(type);
    }
    const builtin = this.program.world.builtinOf(type);
    const found = builtin?.constructors(argumentsOf(builtin, type)).find((each) => each.parameters.length === 0);
    return found?.implementation?.(type) ?? raiseNoConstructor(type);
  }

  private constructDeclared(declared: DeclaredType): unknown {
    const linked = this.program.linkOf(declared);
    const isPlain = declared.constructors.length === 0;
    const own = declared.constructors.find((each) => each.parameters.length === 0);
    const name = own?.functionName ?? (isPlain ? `new$$${declared.name.replace('.', '$')}$$0` : null);
    if (linked.objectClass === null || declared.isAbstract || name === null) {
      return raiseNoConstructor(declared.type);
    }
    this.start(linked);
    return linked.functions[name]?.call(new linked.objectClass());
  }

  allocate(type: ApexType): object {
    const linked = this.program.linkedOf(type);
    if (linked?.objectClass === null || linked === null) {
      throw new Error(`${displayName(type)} is no class of this program.`);
    }
    this.start(linked);
    return new linked.objectClass();
  }

  placeOf(className: string): CodePlace | null {
    return this.program.placeOf(className);
  }

  statements(): number {
    return this.program.statementsOfTransaction();
  }
}

function raiseNoConstructor(type: ApexType): never {
  return raise('System.TypeException', `Type cannot be constructed: ${displayName(type)}`);
}
